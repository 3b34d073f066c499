// Finding words in reviews the way people type them: without regard to case and accents.
//
// A search is words and "quoted phrases"; all of them must occur. A word matches where a word of the text
// begins with it ("deliv" finds "delivery", "late" does not find "chocolate"); Chinese, Japanese, Thai and
// others that write without spaces match anywhere. A phrase matches whole words in that order. A bar joins
// alternatives, one of which must occur: wait|queue|"in line".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/normalize.hpp"

namespace attune::feedback {

// Lower case, without accents and combining marks, ligatures spelled out ("Crème brûlée" -> "creme brulee",
// "Straße" -> "strasse"). Latin, Greek and Cyrillic; other scripts and broken bytes stay as they are.
void append_folded(std::string_view text, std::string& folded);
[[nodiscard]] std::string fold(std::string_view text);

class Search {
 public:
  explicit Search(std::string_view typed);

  [[nodiscard]] bool matches_everything() const noexcept { return terms_.empty(); }
  // `folded` is the text after append_folded.
  [[nodiscard]] bool matches(std::string_view folded) const noexcept;

  // Words, phrases and groups of alternatives, each counted as one.
  [[nodiscard]] std::size_t term_count() const noexcept { return terms_.size(); }
  [[nodiscard]] std::size_t occurrences(std::size_t term, std::string_view folded) const noexcept;
  // Where any of the terms occurs in a text as it was written, in order, without overlap; of a word that only
  // begins so, the whole word.
  [[nodiscard]] std::vector<text::ByteRange> find_in(std::string_view text) const;

 private:
  struct Alternative {
    std::string text;  // folded
    bool is_phrase = false;
  };
  using Term = std::vector<Alternative>;
  // The first place from `at` on; npos.
  static std::size_t find(const Alternative& alternative, std::string_view folded, std::size_t at) noexcept;

  std::vector<Term> terms_;
};

}  // namespace attune::feedback
