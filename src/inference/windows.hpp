// Long texts do not fit the model at once: they are read in windows, cut where a sentence ends if one does
// near the edge. Window scores are put together by text_scores.hpp.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "text/normalize.hpp"

namespace attune::inference {

// Tokens [begin, end) of a text.
struct TokenWindow {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const TokenWindow&, const TokenWindow&) = default;
};

// At most this many windows of a text are read: the first and the last half of them. What a longer text says
// in between is left out; whoever shows the result can tell so from windows.size() == kMostWindows.
inline constexpr std::size_t kMostWindows = 8;

// A text of no tokens has one empty window. sources: the bytes of each token in `text`.
[[nodiscard]] std::vector<TokenWindow> cut_windows(std::string_view text,
                                                   std::span<const text::ByteRange> sources,
                                                   std::size_t max_tokens);

}  // namespace attune::inference
