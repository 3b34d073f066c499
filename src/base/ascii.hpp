// The small letters of A to Z, in any locale; everything else stays as it is.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace attune {

[[nodiscard]] constexpr char ascii_lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] inline std::string ascii_lower(std::string_view text) {
  std::string lower{text};
  std::ranges::transform(lower, lower.begin(), [](char c) { return ascii_lower(c); });
  return lower;
}

}  // namespace attune
