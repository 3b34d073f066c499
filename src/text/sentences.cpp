#include "text/sentences.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "base/utf8.hpp"
#include "text/unicode.hpp"

namespace attune::text {
namespace {

constexpr std::array<std::string_view, 40> kAbbreviations{
    "abt",  "approx", "ave", "bzw", "ca",  "co",  "corp", "dept", "dr",  "e.g",  "etc", "evtl", "ggf", "i.e",
    "inc",  "incl",   "jr",  "ltd", "max", "min", "mr",   "mrs",  "ms",  "mt",   "nr",  "op",   "pls", "prof",
    "resp", "sr",     "sra", "st",  "str", "tel", "usw",  "vs",   "z.b", "bspw", "d.h", "u.a"};

struct Mark {
  char32_t point = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool ends_sentence(char32_t point) noexcept {
  constexpr std::u32string_view kMarks =
      U".!?\u2026\u3002\uFF01\uFF1F\uFF0E\u061F\u06D4\u0964\u0965\u203C\u2047\u2049";
  return kMarks.find(point) != std::u32string_view::npos;
}

bool needs_no_space(char32_t point) noexcept {
  constexpr std::u32string_view kMarks = U"\u3002\uFF01\uFF1F\uFF0E\u0964\u0965";
  return kMarks.find(point) != std::u32string_view::npos;
}

bool closes(char32_t point) noexcept {
  constexpr std::u32string_view kMarks = U"\"')]}\u2019\u201D\u00BB\u203A\u300D\u300F\uFF09\u3011";
  return kMarks.find(point) != std::u32string_view::npos;
}

bool is_space(char32_t point) noexcept {
  return point == U' ' || (point >= 0x09 && point <= 0x0D) || point == 0x85 || point == 0xA0 ||
         (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 || point == 0x202F ||
         point == 0x205F || point == 0x3000 || point == 0xFEFF;
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_{text} {}

  std::vector<ByteRange> run() {
    for (std::size_t at = 0; at < text_.size();) {
      const Mark mark = mark_at(at);
      if (mark.point == U'\n') {
        at = line_end(mark);
      } else if (ends_sentence(mark.point)) {
        at = sentence_end(mark);
      } else {
        at = mark.end;
      }
    }
    finish(text_.size());
    return std::move(sentences_);
  }

 private:
  [[nodiscard]] Mark mark_at(std::size_t at) const noexcept {
    if (at >= text_.size()) return {0, at, at};
    const utf8::CodePoint read = utf8::read_at(text_, at);
    return {read.value, at, at + read.size_bytes};
  }

  // The first code point from `at` on that is no space.
  [[nodiscard]] Mark next_visible(std::size_t at) const noexcept {
    Mark mark = mark_at(at);
    while (mark.end > mark.begin && is_space(mark.point)) mark = mark_at(mark.end);
    return mark;
  }

  std::size_t line_end(const Mark& mark) {
    const Mark next = next_visible(mark.end);
    const std::string_view between = text_.substr(mark.end, next.begin - mark.end);
    const bool is_empty_line = between.find('\n') != std::string_view::npos;
    constexpr std::u32string_view kBullets = U"-*\u2022\u00B7\u2013\u2014\u25AA\u25CF\u2605\u2713";
    const bool is_new_item = kBullets.find(next.point) != std::u32string_view::npos ||
                             lower(next.point) != next.point ||
                             class_of(next.point) == CharacterClass::Ideograph;
    if (is_empty_line || is_new_item || next.end == next.begin) finish(mark.begin);
    return std::max(mark.end, next.begin);
  }

  std::size_t sentence_end(const Mark& first) {
    bool stands_alone = needs_no_space(first.point);
    bool is_plain_stop = first.point == U'.';
    Mark after = mark_at(first.end);
    while (after.end > after.begin && (ends_sentence(after.point) || closes(after.point))) {
      stands_alone = stands_alone || needs_no_space(after.point);
      is_plain_stop = is_plain_stop && !ends_sentence(after.point);
      after = mark_at(after.end);
    }
    const bool at_end = after.end == after.begin;
    if (!at_end && !stands_alone && !is_space(after.point) &&
        class_of(after.point) != CharacterClass::Symbol) {
      return after.begin;
    }
    const bool is_ellipsis =
        first.point == U'\u2026' || (first.point == U'.' && mark_at(first.end).point == U'.');
    if (!at_end && is_ellipsis && next_is_small(after)) return after.begin;
    if (!at_end && is_plain_stop && goes_on(first, after)) return after.begin;
    finish(after.begin);
    return after.begin;
  }

  // True if a plain full stop belongs to an abbreviation or the sentence clearly goes on after it.
  [[nodiscard]] bool goes_on(const Mark& stop, const Mark& after) const {
    std::size_t word_at = stop.begin;
    while (word_at > begin_ && !is_space(static_cast<unsigned char>(text_[word_at - 1])) &&
           text_[word_at - 1] != '(' && stop.begin - word_at < 12) {
      --word_at;
    }
    const std::string_view before = text_.substr(word_at, stop.begin - word_at);
    if (before.size() == 1 && before[0] >= 'A' && before[0] <= 'Z' && before[0] != 'I') return true;
    std::string small{before};
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (std::find(kAbbreviations.begin(), kAbbreviations.end(), small) != kAbbreviations.end()) return true;
    // People who never use capitals still end sentences; a small letter decides only after a short word.
    return before.size() <= 3 && next_is_small(after);
  }

  [[nodiscard]] bool next_is_small(const Mark& after) const {
    const char32_t next = next_visible(after.begin).point;
    return next < 0x250 && class_of(next) == CharacterClass::Letter && lower(next) == next;
  }

  // Ends the sentence at hand before `end`.
  void finish(std::size_t end) {
    std::size_t first = begin_;
    while (first < end && is_space(mark_at(first).point)) first = mark_at(first).end;
    std::size_t last = end;
    while (last > first && is_space_before(last)) --last;
    if (last > first) sentences_.push_back({first, last});
    begin_ = end;
  }

  // ASCII and no-break spaces; a byte of U+00A0 is taken with its lead byte.
  [[nodiscard]] bool is_space_before(std::size_t end) const noexcept {
    const auto byte = static_cast<unsigned char>(text_[end - 1]);
    return byte == ' ' || (byte >= 0x09 && byte <= 0x0D);
  }

  std::string_view text_;
  std::size_t begin_ = 0;
  std::vector<ByteRange> sentences_;
};

}  // namespace

std::vector<ByteRange> split_sentences(std::string_view text) { return Splitter{text}.run(); }

}  // namespace attune::text
