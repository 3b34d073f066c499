// General categories of Unicode 14, as the tokenizers of other people's models need them. (Our own tokenizer
// has its classes in text/unicode.hpp.)
#pragma once

#include <cstdint>
#include <span>

namespace attune::text {

enum class CategoryGroup : std::uint8_t {
  Letter,          // L*
  NonspacingMark,  // Mn
  OtherMark,       // Mc, Me
  Number,          // N*
  Punctuation,     // P*
  Symbol,          // S*
  Separator,       // Z*
  Other,           // C*: controls, formats, surrogates, private use, unassigned
};

[[nodiscard]] CategoryGroup category_of(char32_t point) noexcept;

// Whether canonical decomposition (NFD) changes the code point; Hangul syllables apart.
[[nodiscard]] bool has_accents(char32_t point) noexcept;
// What is left of such a code point without its nonspacing marks: "e" of "é". Empty for others, and where
// nothing is left.
[[nodiscard]] std::span<const std::uint32_t> without_accents(char32_t point) noexcept;

// White space as Unicode defines it.
[[nodiscard]] constexpr bool is_white_space(char32_t point) noexcept {
  return (point >= 0x09 && point <= 0x0D) || point == 0x20 || point == 0x85 || point == 0xA0 ||
         point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 ||
         point == 0x202F || point == 0x205F || point == 0x3000;
}

}  // namespace attune::text
