#include "inference/how_written.hpp"

#include <algorithm>

#include "text/normalize.hpp"
#include "text/unicode.hpp"

namespace attune::inference {
namespace {

using text::CharacterClass;
using text::FoldedText;

bool is_letter(char32_t point) {
  const CharacterClass kind = text::class_of(point);
  return kind == CharacterClass::Letter || kind == CharacterClass::Ideograph;
}

bool is_capital(char32_t point) { return text::lower(point) != point; }

// Of scripts that have capitals: Latin, Greek, Cyrillic.
bool is_small(char32_t point) {
  const bool has_capitals = point < 0x530 || (point >= 0x1E00 && point < 0x2000);
  return has_capitals && text::class_of(point) == CharacterClass::Letter && !is_capital(point);
}

bool ends_sentence(char32_t point) {
  return point == U'.' || point == U'!' || point == U'?' || point == U':' || point == U'"';
}

// What stands between two spaces: points [begin, end).
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t first_byte = 0;  // of its letters
  std::size_t last_byte = 0;   // behind them
  HowWritten written = HowWritten::NoLetter;
};

Stretch stretch_from(const FoldedText& folded, std::size_t begin, bool begins_sentence) {
  Stretch stretch{.begin = begin, .end = begin, .first_byte = 0, .last_byte = 0};
  std::size_t letters = 0;
  std::size_t capitals = 0;
  bool begins_with_capital = false;
  while (stretch.end < folded.points.size() &&
         text::class_of(folded.points[stretch.end]) != CharacterClass::Separator) {
    const char32_t point = folded.points[stretch.end];
    if (is_letter(point)) {
      if (letters == 0) {
        stretch.first_byte = folded.begins[stretch.end];
        begins_with_capital = is_capital(point);
      }
      stretch.last_byte = folded.ends[stretch.end];
      ++letters;
      capitals += is_capital(point) ? 1 : 0;
    }
    ++stretch.end;
  }
  if (letters == 0) return stretch;
  stretch.written = letters > 1 && capitals == letters ? HowWritten::Capitals
                    : !begins_with_capital             ? HowWritten::Small
                    : begins_sentence                  ? HowWritten::CapitalOfASentence
                                                       : HowWritten::Capital;
  return stretch;
}

}  // namespace

void find_how_written(std::string_view text, std::span<TaggedWord> words) {
  FoldedText folded;
  text::fold_text(text, folded);
  const bool has_capitals = std::any_of(folded.points.begin(), folded.points.end(), is_capital);
  const bool has_small = std::any_of(folded.points.begin(), folded.points.end(), is_small);
  if (!has_capitals || !has_small) {
    for (TaggedWord& word : words) word.written = static_cast<std::uint8_t>(HowWritten::OneCase);
    return;
  }
  bool begins_sentence = true;
  std::size_t point = 0;
  std::size_t word = 0;
  while (point < folded.points.size()) {
    if (text::class_of(folded.points[point]) == CharacterClass::Separator) {
      ++point;
      continue;
    }
    const Stretch stretch = stretch_from(folded, point, begins_sentence);
    const std::size_t last_byte = folded.ends[stretch.end - 1];
    for (; word < words.size() && words[word].begin < last_byte; ++word) {
      const bool is_inside = words[word].begin >= stretch.first_byte && words[word].begin < stretch.last_byte;
      words[word].written = static_cast<std::uint8_t>(is_inside ? stretch.written : HowWritten::NoLetter);
    }
    begins_sentence = ends_sentence(folded.points[stretch.end - 1]) ||
                      (begins_sentence && stretch.written == HowWritten::NoLetter);
    point = stretch.end;
  }
}

}  // namespace attune::inference
