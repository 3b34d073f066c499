// Reading and writing UTF-8 that may be broken. Nothing here fails: a broken sequence reads as U+FFFD, one
// per maximal subpart, as the WHATWG Encoding Standard and Unicode 15 (chapter 3.9) say.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attune::utf8 {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = kReplacement;
  std::size_t size_bytes = 1;  // how far to go on
  bool is_valid = false;
};

// The code point that begins at text[at]; at < text.size().
[[nodiscard]] CodePoint read_at(std::string_view text, std::size_t at) noexcept;

// Appends the 1 to 4 bytes of `value`; a surrogate or a value above U+10FFFF appends U+FFFD.
void append(std::string& text, char32_t value);

// The length of the longest beginning that is ASCII.
[[nodiscard]] std::size_t ascii_prefix(std::string_view text) noexcept;

// The length of the longest valid beginning: text.size() if all of it is valid UTF-8. About 1 byte a cycle or
// better on mostly ASCII text.
[[nodiscard]] std::size_t valid_prefix(std::string_view text) noexcept;
[[nodiscard]] inline bool is_valid(std::string_view text) noexcept {
  return valid_prefix(text) == text.size();
}

// True if `text`, not valid as it is, could become so if bytes were added at its end.
[[nodiscard]] bool is_cut_sequence(std::string_view text) noexcept;

// The largest cut <= max_bytes that does not split a code point.
[[nodiscard]] std::size_t prefix_within(std::string_view text, std::size_t max_bytes) noexcept;

// Code points, a broken sequence counting as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

// Without the blanks and no-break spaces at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

}  // namespace attune::utf8
