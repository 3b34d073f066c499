// What the tokenizer needs to know about a code point: its class, its plain form, its lower case.
//
// Unicode 14, simplified on purpose; models/train/tokenizer.py says exactly how and is the reference.
#pragma once

#include <cstdint>
#include <span>

namespace attune::text {

enum class CharacterClass : std::uint8_t {
  Separator,  // spaces, controls, unassigned, U+FFFD
  Letter,     // letters, and the marks that live inside words
  Digit,
  Punctuation,
  Ideograph,  // Han and Kana: a token each
  Symbol,     // emoji, currency, arrows: a token each
  Mark,       // combining marks U+0300..U+036F; gone after folding
};

[[nodiscard]] CharacterClass class_of(char32_t point) noexcept;

// The same for point < 0x80, without a look-up in large tables: most text is ASCII.
[[nodiscard]] constexpr CharacterClass class_of_ascii(char32_t point) noexcept {
  if ((point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z')) return CharacterClass::Letter;
  if (point >= U'0' && point <= U'9') return CharacterClass::Digit;
  return point > U' ' && point != 0x7F ? CharacterClass::Punctuation : CharacterClass::Separator;
}

// Lower case of one code point; those whose lower case is several stay as they are.
[[nodiscard]] char32_t lower(char32_t point) noexcept;

// How folding replaces a code point: by none, one or up to four others. The span lives for ever, except that
// of a single replacement, which lives in `single`.
[[nodiscard]] std::span<const std::uint32_t> fold(char32_t point, std::uint32_t& single) noexcept;

// The code point that a letter and a combining mark compose to, or 0.
[[nodiscard]] char32_t compose(char32_t base, char32_t mark) noexcept;

[[nodiscard]] inline bool is_ascii_word(char32_t point) noexcept {
  return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z') ||
         (point >= U'0' && point <= U'9');
}

}  // namespace attune::text
