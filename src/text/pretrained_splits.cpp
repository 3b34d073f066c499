#include "text/pretrained_splits.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "text/unicode_categories.hpp"

namespace attune::text {
namespace {

using Words = std::vector<FoldedText>;
using Tokenizer = PretrainedTokenizer;

void add(FoldedText& text, char32_t point, std::uint32_t begin, std::uint32_t end) {
  text.points.push_back(point);
  text.begins.push_back(begin);
  text.ends.push_back(end);
}

FoldedText part_of(const FoldedText& text, std::size_t begin, std::size_t end) {
  const auto cut = [&](const auto& values) {
    return std::decay_t<decltype(values)>(values.begin() + static_cast<std::ptrdiff_t>(begin),
                                          values.begin() + static_cast<std::ptrdiff_t>(end));
  };
  return {cut(text.points), cut(text.begins), cut(text.ends)};
}

// Parts the text where kind(i) of two neighbours differs; negative kinds stand alone, kind 0 is left out.
template <class Kind>
void part_by(const FoldedText& text, Kind&& kind, Words& words) {
  for (std::size_t at = 0; at < text.points.size();) {
    const int of_first = kind(text.points[at]);
    std::size_t end = at + 1;
    while (of_first > 0 && end < text.points.size() && kind(text.points[end]) == of_first) ++end;
    if (of_first != 0) words.push_back(part_of(text, at, end));
    at = end;
  }
}

bool is_punctuation(char32_t p) noexcept {
  const bool is_ascii =
      (p >= 33 && p <= 47) || (p >= 58 && p <= 64) || (p >= 91 && p <= 96) || (p >= 123 && p <= 126);
  return is_ascii || category_of(p) == CategoryGroup::Punctuation;
}

// \w of regular expressions.
bool is_word_character(char32_t p) noexcept {
  const CategoryGroup group = category_of(p);
  return group == CategoryGroup::Letter || group == CategoryGroup::Number ||
         group == CategoryGroup::NonspacingMark || group == CategoryGroup::OtherMark || p == U'_' ||
         p == 0x203F || p == 0x2040;
}

bool is_letter(char32_t p) noexcept { return category_of(p) == CategoryGroup::Letter; }
bool is_number(char32_t p) noexcept { return category_of(p) == CategoryGroup::Number; }
bool is_other(char32_t p) noexcept { return !is_letter(p) && !is_number(p) && !is_white_space(p); }

void split(const Tokenizer::SplitBert&, const FoldedText& text, bool, Words& words) {
  part_by(
      text, [](char32_t p) { return is_white_space(p)   ? 0
                                    : is_punctuation(p) ? -1
                                                        : 1; }, words);
}

void split(const Tokenizer::SplitWords&, const FoldedText& text, bool, Words& words) {
  part_by(
      text, [](char32_t p) { return is_white_space(p)      ? 0
                                    : is_word_character(p) ? 1
                                                           : 2; }, words);
}

void split(const Tokenizer::SplitSpaces&, const FoldedText& text, bool, Words& words) {
  part_by(
      text, [](char32_t p) { return is_white_space(p) ? 0 : 1; }, words);
}

void split(const Tokenizer::SplitPunctuation&, const FoldedText& text, bool, Words& words) {
  part_by(
      text, [](char32_t p) { return is_punctuation(p) ? -1 : 1; }, words);
}

void split(const Tokenizer::SplitDigits& how, const FoldedText& text, bool, Words& words) {
  part_by(
      text, [&](char32_t p) { return !is_number(p) ? 1
                                     : how.singly  ? -1
                                                   : 2; }, words);
}

void split(const Tokenizer::SplitMetaspace& how, const FoldedText& given, bool is_first, Words& words) {
  if (given.points.empty()) return;
  FoldedText text = given;
  for (char32_t& point : text.points) {
    if (point == U' ') point = how.mark;
  }
  const bool is_wanted = how.when == Tokenizer::WhenSpaced::Always ||
                         (how.when == Tokenizer::WhenSpaced::First && is_first && given.begins.front() == 0);
  if (is_wanted && text.points.front() != how.mark) {
    text.points.insert(text.points.begin(), how.mark);
    text.begins.insert(text.begins.begin(), text.begins.front());
    text.ends.insert(text.ends.begin(), text.begins.front());
  }
  if (!how.splits) {
    words.push_back(std::move(text));
    return;
  }
  for (std::size_t at = 0; at < text.points.size();) {
    std::size_t end = at + 1;
    while (end < text.points.size() && text.points[end] != how.mark) ++end;
    words.push_back(part_of(text, at, end));
    at = end;
  }
}

// --- GPT-2's bytes ---

// Where the match of 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+ at `at` ends.
std::size_t gpt2_end(const std::vector<char32_t>& p, std::size_t at) {
  if (p[at] == U'\'') {
    for (const std::u32string_view ending : {U"s", U"t", U"re", U"ve", U"m", U"ll", U"d"}) {
      if (p.size() - at - 1 >= ending.size() &&
          std::equal(ending.begin(), ending.end(), p.begin() + static_cast<std::ptrdiff_t>(at + 1))) {
        return at + 1 + ending.size();
      }
    }
  }
  const std::size_t begin = p[at] == U' ' ? at + 1 : at;
  for (const auto is_kind : {is_letter, is_number, is_other}) {
    std::size_t end = begin;
    while (end < p.size() && is_kind(p[end])) ++end;
    if (end > begin) return end;
  }
  std::size_t end = at;
  while (end < p.size() && is_white_space(p[end])) ++end;
  // The last space before a word goes with the word.
  return end == p.size() || end == at + 1 ? end : end - 1;
}

// Each byte as a character that can be seen: itself, or one from U+0100 on.
const std::array<char32_t, 256>& byte_characters() {
  static const std::array<char32_t, 256> characters = [] {
    std::array<char32_t, 256> all{};
    char32_t next = 0x100;
    for (char32_t byte = 0; byte < 256; ++byte) {
      const bool is_visible =
          (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
      all[byte] = is_visible ? byte : next++;
    }
    return all;
  }();
  return characters;
}

FoldedText in_bytes(const FoldedText& text) {
  FoldedText bytes;
  std::string encoded;
  for (std::size_t i = 0; i < text.points.size(); ++i) {
    encoded.clear();
    utf8::append(encoded, text.points[i]);
    for (const char byte : encoded)
      add(bytes, byte_characters()[static_cast<unsigned char>(byte)], text.begins[i], text.ends[i]);
  }
  return bytes;
}

void split(const Tokenizer::SplitBytes& how, const FoldedText& given, bool, Words& words) {
  if (given.points.empty()) return;
  FoldedText text;
  if (how.adds_space && given.points.front() != U' ')
    add(text, U' ', given.begins.front(), given.begins.front());
  for (std::size_t i = 0; i < given.points.size(); ++i)
    add(text, given.points[i], given.begins[i], given.ends[i]);
  for (std::size_t at = 0; at < text.points.size();) {
    const std::size_t end = how.splits ? gpt2_end(text.points, at) : text.points.size();
    words.push_back(in_bytes(part_of(text, at, end)));
    at = end;
  }
}

}  // namespace

std::vector<FoldedText> split_words(const PretrainedTokenizer::Split& how, std::vector<FoldedText> words,
                                    bool is_first) {
  Words result;
  bool is_first_word = is_first;
  for (const FoldedText& word : words) {
    std::visit([&](const auto& one) { split(one, word, is_first_word, result); }, how);
    is_first_word = false;
  }
  return result;
}

}  // namespace attune::text
