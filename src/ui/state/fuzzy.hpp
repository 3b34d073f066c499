// How well a few typed letters fit a text: the letters of each typed word in their order, best at the
// beginnings of words and side by side; case and accents do not matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace attune::ui {

struct Fit {
  int score = 0;                       // higher is better; only for comparison
  std::vector<std::uint32_t> letters;  // bytes of the text at which the letters that fit begin, ascending
};

// Nothing if a word of `typed` is not in `text`; a score of 0 and no letters if nothing was typed.
[[nodiscard]] std::optional<Fit> fit(std::string_view typed, std::string_view text);

}  // namespace attune::ui
