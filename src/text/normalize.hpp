// Text as the tokenizer sees it: code points with compatibility forms, quotes, dashes and spaces made plain,
// invisible characters gone, accents composed; case stays. Each keeps the bytes it came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace attune::text {

// Half-open range of bytes of the text as it was given.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// points[i] came from bytes [begins[i], ends[i]). Several points may share their bytes ("½" becomes three).
struct FoldedText {
  std::vector<char32_t> points;
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> ends;

  void clear() noexcept {
    points.clear();
    begins.clear();
    ends.clear();
  }
};

// Replaces `folded`. Any bytes are accepted: broken UTF-8 reads as U+FFFD, once per broken sequence.
// Texts are cut at 4 GiB.
void fold_text(std::string_view text, FoldedText& folded);

}  // namespace attune::text
