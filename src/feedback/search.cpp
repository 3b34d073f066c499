#include "feedback/search.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace attune::feedback {
namespace {

// Base letters of U+00C0..U+017F, by code point; "" drops nothing, it keeps the character as it is.
constexpr std::array<const char*, 192> kLatin{
    // U+00C0
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o",
    "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e",
    "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th",
    "y",
    // U+0100
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d", "d", "d", "e", "e", "e",
    "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g", "g", "g", "g", "g", "h", "h", "h", "h", "i", "i",
    "i", "i", "i", "i", "i", "i", "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l",
    "l", "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o", "o", "o", "oe", "oe",
    "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", "s", "s", "t", "t", "t", "t", "t", "t", "u",
    "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z",
    "z", "s"};

bool is_between(char32_t value, char32_t first, char32_t last) noexcept {
  return value >= first && value <= last;
}

// Greek with tonos and dialytika, as its bare small letter; 0 when there is none.
char32_t bare_greek(char32_t value) noexcept {
  switch (value) {
    case 0x386:
    case 0x3AC:
      return 0x3B1;
    case 0x388:
    case 0x3AD:
      return 0x3B5;
    case 0x389:
    case 0x3AE:
      return 0x3B7;
    case 0x38A:
    case 0x3AF:
    case 0x3AA:
    case 0x3CA:
    case 0x390:
      return 0x3B9;
    case 0x38C:
    case 0x3CC:
      return 0x3BF;
    case 0x38E:
    case 0x3CD:
    case 0x3AB:
    case 0x3CB:
    case 0x3B0:
      return 0x3C5;
    case 0x38F:
    case 0x3CE:
      return 0x3C9;
    case 0x3C2:
      return 0x3C3;  // final sigma
    default:
      return 0;
  }
}

char32_t folded_code_point(char32_t value) noexcept {
  if (const char32_t bare = bare_greek(value)) return bare;
  if (is_between(value, 0x391, 0x3A9)) return value + 0x20;
  if (value == 0x401 || value == 0x451) return 0x435;  // Ё reads as е
  if (value == 0x419 || value == 0x439) return 0x438;  // Й reads as и
  if (is_between(value, 0x410, 0x42F)) return value + 0x20;
  if (is_between(value, 0x400, 0x40F)) return value + 0x50;
  if (is_between(value, 0xFF21, 0xFF3A)) return value - 0xFF21 + U'a';  // full-width letters
  if (is_between(value, 0xFF41, 0xFF5A)) return value - 0xFF41 + U'a';
  return value;
}

// Vietnamese and other precomposed Latin of U+1E00..U+1EFF come in runs of one base letter.
char latin_additional(char32_t value) noexcept {
  struct Run {
    char32_t last;
    char base;
  };
  static constexpr Run kRuns[] = {{0x1E01, 'a'}, {0x1E07, 'b'}, {0x1E09, 'c'}, {0x1E13, 'd'}, {0x1E1D, 'e'},
                                  {0x1E1F, 'f'}, {0x1E21, 'g'}, {0x1E2B, 'h'}, {0x1E2F, 'i'}, {0x1E35, 'k'},
                                  {0x1E3D, 'l'}, {0x1E43, 'm'}, {0x1E4B, 'n'}, {0x1E53, 'o'}, {0x1E57, 'p'},
                                  {0x1E5F, 'r'}, {0x1E69, 's'}, {0x1E71, 't'}, {0x1E7B, 'u'}, {0x1E7F, 'v'},
                                  {0x1E89, 'w'}, {0x1E8D, 'x'}, {0x1E8F, 'y'}, {0x1E95, 'z'}, {0x1E96, 'h'},
                                  {0x1E97, 't'}, {0x1E98, 'w'}, {0x1E99, 'y'}, {0x1E9F, 's'}, {0x1EB7, 'a'},
                                  {0x1EC7, 'e'}, {0x1ECB, 'i'}, {0x1EE3, 'o'}, {0x1EF1, 'u'}, {0x1EFF, 'y'}};
  return std::find_if(std::begin(kRuns), std::end(kRuns), [&](const Run& run) { return value <= run.last; })
      ->base;
}

void append_folded_code_point(char32_t value, std::string_view as_written, std::string& folded) {
  if (is_between(value, 0x300, 0x36F)) return;  // combining marks
  if (is_between(value, 0xC0, 0x17F)) {
    const char* base = kLatin[value - 0xC0];
    folded += *base != '\0' ? std::string_view{base} : as_written;
  } else if (is_between(value, 0x1E00, 0x1EFF)) {
    folded += latin_additional(value);
  } else if (const char32_t simple = folded_code_point(value); simple != value) {
    utf8::append(folded, simple);
  } else if (value == 0x2019) {
    folded += '\'';  // the typographer's apostrophe
  } else {
    folded += as_written;
  }
}

// Letters and digits; of the rest of Unicode all but punctuation, arrows, symbols and emoji.
bool is_word_character(char32_t value) noexcept {
  if (value < 0x80) return is_between(value, U'a', U'z') || is_between(value, U'0', U'9');
  if (value < 0xC0) return value == 0xAA || value == 0xB5 || value == 0xBA;
  return !is_between(value, 0x2000, 0x2BFF) && !is_between(value, 0x3000, 0x303F) &&
         !is_between(value, 0xFF00, 0xFF0F) && value < 0x1F000;
}

char32_t code_point_before(std::string_view text, std::size_t at) noexcept {
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80) --begin;
  return utf8::read_at(text, begin).value;
}

// True unless `at` lies inside a word.
bool is_boundary(std::string_view text, std::size_t at) noexcept {
  if (at == 0 || at >= text.size()) return true;
  return !is_word_character(code_point_before(text, at)) || !is_word_character(utf8::read_at(text, at).value);
}

// From U+0E00 on (Thai, Chinese, Japanese ...; Hangul and Arabic words have spaces, but endings are glued
// on).
bool is_written_without_spaces(std::string_view term) noexcept {
  return !term.empty() && static_cast<unsigned char>(term.front()) >= 0xE0;
}

}  // namespace

void append_folded(std::string_view text, std::string& folded) {
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      folded += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
      ++at;
      continue;
    }
    const utf8::CodePoint point = utf8::read_at(text, at);
    append_folded_code_point(point.value, text.substr(at, point.size_bytes), folded);
    at += point.size_bytes;
  }
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  append_folded(text, folded);
  return folded;
}

Search::Search(std::string_view typed) {
  const std::string folded = fold(typed);
  bool joins = false;  // a bar stands before
  for (std::size_t at = 0; at < folded.size();) {
    if (folded[at] == '|') {
      joins = true;
      ++at;
      continue;
    }
    const bool is_phrase = folded[at] == '"';
    if (is_phrase) ++at;
    const std::size_t end = std::min(folded.find_first_of(is_phrase ? "\"" : " \t\n\"|", at), folded.size());
    if (end > at) {
      if (!joins || terms_.empty()) terms_.emplace_back();
      terms_.back().push_back({folded.substr(at, end - at), is_phrase});
      joins = false;
    }
    at = end;
    // The closing mark of a phrase, or the space after a word; an opening mark is left for the next turn.
    if (at < folded.size() && (is_phrase || (folded[at] != '"' && folded[at] != '|'))) ++at;
  }
}

std::size_t Search::find(const Alternative& alternative, std::string_view folded, std::size_t at) noexcept {
  const std::string_view wanted = alternative.text;
  for (at = folded.find(wanted, at); at != std::string_view::npos; at = folded.find(wanted, at + 1)) {
    if (is_written_without_spaces(wanted)) return at;
    if (is_boundary(folded, at) && (!alternative.is_phrase || is_boundary(folded, at + wanted.size())))
      return at;
  }
  return std::string_view::npos;
}

bool Search::matches(std::string_view folded) const noexcept {
  return std::all_of(terms_.begin(), terms_.end(), [&](const Term& term) {
    return std::any_of(term.begin(), term.end(), [&](const Alternative& alternative) {
      return find(alternative, folded, 0) != std::string_view::npos;
    });
  });
}

std::size_t Search::occurrences(std::size_t term, std::string_view folded) const noexcept {
  std::size_t count = 0;
  for (const Alternative& alternative : terms_[term]) {
    for (std::size_t at = find(alternative, folded, 0); at != std::string_view::npos;
         at = find(alternative, folded, at + alternative.text.size())) {
      ++count;
    }
  }
  return count;
}

std::vector<text::ByteRange> Search::find_in(std::string_view text) const {
  // Folding changes lengths: origin[i] is where the i-th folded byte comes from.
  std::string folded;
  std::vector<std::size_t> origin;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = utf8::read_at(text, at).size_bytes;
    append_folded(text.substr(at, size), folded);
    origin.resize(folded.size(), at);
    at += size;
  }
  origin.push_back(text.size());

  std::vector<text::ByteRange> ranges;
  for (const Term& term : terms_) {
    for (const Alternative& alternative : term) {
      for (std::size_t at = find(alternative, folded, 0); at != std::string::npos;) {
        std::size_t end = at + alternative.text.size();
        while (!is_written_without_spaces(alternative.text) && !is_boundary(folded, end)) ++end;
        ranges.push_back({origin[at], origin[end]});
        at = find(alternative, folded, end);
      }
    }
  }
  std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<text::ByteRange> apart;
  for (const text::ByteRange& range : ranges) {
    if (apart.empty() || range.begin >= apart.back().end) apart.push_back(range);
  }
  return apart;
}

}  // namespace attune::feedback
