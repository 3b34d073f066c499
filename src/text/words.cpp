#include "text/words.hpp"

#include "base/utf8.hpp"
#include "text/unicode.hpp"

namespace attune::text {
namespace {

bool is_mark(char32_t point) noexcept {
  const bool is_joiner = point == 0x200D || (point >= 0xFE00 && point <= 0xFE0F);
  const bool is_skin_tone = point >= 0x1F3FB && point <= 0x1F3FF;
  return is_joiner || is_skin_tone || class_of(point) == CharacterClass::Mark;
}

bool is_word_point(char32_t point) noexcept {
  const CharacterClass kind = class_of(point);
  return kind == CharacterClass::Letter || kind == CharacterClass::Digit || kind == CharacterClass::Mark;
}

bool joins(char32_t point) noexcept {
  return point == U'\'' || point == U'\u2019' || point == U'-' || point == U'.' || point == U',';
}

// A full stop or comma joins digits only.
bool joins_here(std::string_view text, std::size_t before, char32_t point, std::size_t after) noexcept {
  if (!joins(point) || after >= text.size()) return false;
  const char32_t next = utf8::read_at(text, after).value;
  if (point == U'.' || point == U',')
    return text[before] >= '0' && text[before] <= '9' && class_of(next) == CharacterClass::Digit;
  return is_word_point(next);
}

std::size_t end_of_word(std::string_view text, std::size_t at) noexcept {
  std::size_t last = at;
  while (at < text.size()) {
    const utf8::CodePoint read = utf8::read_at(text, at);
    const std::size_t after = at + read.size_bytes;
    if (!is_word_point(read.value) && !joins_here(text, last, read.value, after)) break;
    last = at;
    at = after;
  }
  return at;
}

// An emoji with its skin tone, and further ones joined to it.
std::size_t end_of_symbol(std::string_view text, std::size_t at) noexcept {
  bool is_joined = true;
  while (at < text.size()) {
    const utf8::CodePoint read = utf8::read_at(text, at);
    if (!is_mark(read.value) && !(is_joined && class_of(read.value) == CharacterClass::Symbol)) break;
    is_joined = read.value == 0x200D;
    at += read.size_bytes;
  }
  return at;
}

}  // namespace

std::vector<ByteRange> find_words(std::string_view text) {
  std::vector<ByteRange> words;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint read = utf8::read_at(text, at);
    const CharacterClass kind = class_of(read.value);
    std::size_t end = at + read.size_bytes;
    if (kind == CharacterClass::Letter || kind == CharacterClass::Digit) {
      end = end_of_word(text, at);
      words.push_back({at, end});
    } else if (kind == CharacterClass::Ideograph) {
      words.push_back({at, end});
    } else if (kind == CharacterClass::Symbol && read.value >= 0x2190) {
      end = end_of_symbol(text, at);
      words.push_back({at, end});
    }
    at = end;
  }
  return words;
}

}  // namespace attune::text
