// Breaking paragraphs into lines, and drawing them with the words that matter set apart. See text.hpp.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/context.hpp"
#include "ui/platform/reflection.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

struct Letter {
  unsigned code_point;
  std::size_t end;
};

Letter letter_at(std::string_view utf8, std::size_t at) {
  unsigned code_point = 0;
  const int length = ImTextCharFromUtf8(&code_point, utf8.data() + at, utf8.data() + utf8.size());
  return {code_point, at + static_cast<std::size_t>(std::max(length, 1))};
}

bool is_space(unsigned c) { return c == ' ' || c == '\t' || c == '\r' || c == 0x3000; }
// A line may break before and after each of these (Chinese, Japanese, Korean syllables may too).
bool is_ideograph(unsigned c) {
  return (c >= 0x2E80 && c < 0xA4D0) || (c >= 0xF900 && c < 0xFB00) || (c >= 0x20000 && c < 0x40000);
}
// ... except that closing marks stay with what they close.
bool is_closing_mark(unsigned c) {
  return c == 0x3001 || c == 0x3002 || c == 0xFF0C || c == 0xFF01 || c == 0xFF1F || c == 0x300D ||
         c == 0x300F || c == 0xFF09;
}
// Scripts written without spaces between words: the browser knows where their words end.
bool is_unspaced(unsigned c) {
  return (c >= 0x0E00 && c < 0x0F00) || (c >= 0x1000 && c < 0x10A0) || (c >= 0x1780 && c < 0x1800);
}

class LineBreaker {
 public:
  LineBreaker(std::string_view utf8, float width, TextStyle style)
      : utf8_{utf8}, width_{width}, style_{style}, space_width_{text_width(" ", style)} {
    for (std::size_t at = 0; at < utf8.size();) {
      const Letter letter = letter_at(utf8, at);
      if (is_unspaced(letter.code_point)) {
        word_ends_ = context().rasterizer->word_ends(utf8);
        return;
      }
      at = letter.end;
    }
  }

  // The line that begins at `begin`; `next` becomes the beginning of the one after.
  ParagraphLine line_from(std::size_t begin, std::size_t& next) const {
    std::size_t end = begin;  // of the words taken so far
    float taken = 0;
    std::size_t at = begin;
    while (at < utf8_.size()) {
      const std::size_t spaces_end = skip_spaces(at);
      const float gap = static_cast<float>(spaces_end - at) * space_width_;
      if (spaces_end < utf8_.size() && utf8_[spaces_end] == '\n') {
        next = spaces_end + 1;
        return line(begin, end, taken);
      }
      const std::size_t word_end = end_of_word(spaces_end);
      const float word = text_width(utf8_.substr(spaces_end, word_end - spaces_end), style_);
      const float lead = end == begin ? 0 : gap;
      if (taken + lead + word > width_) {
        if (end > begin) {
          next = spaces_end;
          return line(begin, end, taken);
        }
        return broken_word(spaces_end, word_end, next);
      }
      taken += lead + word;
      if (end == begin) begin = spaces_end;
      end = word_end;
      at = word_end;
    }
    next = utf8_.size();
    return line(begin, end, taken);
  }

  // Shortens a line so that an ellipsis fits behind it.
  void cut(ParagraphLine& last) const {
    const float room = width_ - text_width(kEllipsis, style_);
    while (last.end > last.begin) {
      const float width = text_width(utf8_.substr(last.begin, last.end - last.begin), style_);
      if (width <= room) {
        last.width = width;
        return;
      }
      do --last.end;
      while (last.end > last.begin && (static_cast<unsigned char>(utf8_[last.end]) & 0xC0U) == 0x80);
    }
    last.width = 0;
  }

 private:
  static ParagraphLine line(std::size_t begin, std::size_t end, float width) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), width};
  }

  std::size_t skip_spaces(std::size_t at) const {
    while (at < utf8_.size()) {
      const Letter letter = letter_at(utf8_, at);
      if (!is_space(letter.code_point)) break;
      at = letter.end;
    }
    return at;
  }

  std::size_t end_of_word(std::size_t at) const {
    const std::size_t begin = at;
    unsigned before = 0;
    while (at < utf8_.size()) {
      const Letter letter = letter_at(utf8_, at);
      const unsigned c = letter.code_point;
      if (is_space(c) || c == '\n') break;
      if (at > begin) {
        if ((is_ideograph(c) || is_ideograph(before)) && !is_closing_mark(c)) break;
        if (before == '-' && c != '-' && at - begin > 2) break;
        if (std::binary_search(word_ends_.begin(), word_ends_.end(), static_cast<std::uint32_t>(at))) break;
      }
      before = c;
      at = letter.end;
    }
    return at;
  }

  // A word wider than the line is broken where it has to be.
  ParagraphLine broken_word(std::size_t begin, std::size_t word_end, std::size_t& next) const {
    std::size_t end = letter_at(utf8_, begin).end;
    float taken = text_width(utf8_.substr(begin, end - begin), style_);
    while (end < word_end) {
      const std::size_t longer = letter_at(utf8_, end).end;
      const float width = text_width(utf8_.substr(begin, longer - begin), style_);
      if (width > width_) break;
      end = longer;
      taken = width;
    }
    next = end;
    return line(begin, end, taken);
  }

  std::string_view utf8_;
  float width_;
  TextStyle style_;
  float space_width_;
  std::vector<std::uint32_t> word_ends_;
};

void draw_span(ImDrawList& list, ImVec2 low, ImVec2 high, float weight) {
  const Palette& colours = palette();
  const ToneColours& tone = weight > 0 ? colours.positive : weight < 0 ? colours.negative : colours.warning;
  const float air = px(2);
  list.AddRectFilled(low - ImVec2(air, air), high + ImVec2(air, air), tone.soft.packed(), px(kRadiusSmall));
  // The line below says the same without colour: whole for negative, dotted for positive.
  const float y = high.y + air - px(1);
  const float thickness = px(2);
  if (weight < 0) {
    list.AddRectFilled({low.x, y}, {high.x, y + thickness}, tone.mark.packed());
    return;
  }
  for (float x = low.x; x < high.x; x += thickness * 2) {
    list.AddRectFilled({x, y}, {std::min(x + thickness, high.x), y + thickness}, tone.mark.packed());
  }
}

}  // namespace

ParagraphLayout lay_out(std::string_view utf8, float width, TextStyle style, int max_lines) {
  ParagraphLayout layout;
  layout.is_right_to_left = is_right_to_left(utf8);
  const LineBreaker breaker(utf8, std::max(width, 1.0F), style);
  for (std::size_t at = 0; at < utf8.size();) {
    std::size_t next = at;
    ParagraphLine line = breaker.line_from(at, next);
    at = next;
    if (max_lines > 0 && static_cast<int>(layout.lines.size()) == max_lines - 1 && at < utf8.size()) {
      layout.is_cut = true;
      breaker.cut(line);
      at = utf8.size();
    }
    const float whole = line.width + (layout.is_cut ? text_width(kEllipsis, style) : 0);
    layout.width = std::max(layout.width, whole);
    layout.lines.push_back(line);
  }
  const float line_height = std::round(text_pixels(style.size) * kLineHeight);
  const bool is_single_tight = layout.lines.size() <= 1;
  layout.height =
      is_single_tight ? text_pixels(style.size) : static_cast<float>(layout.lines.size()) * line_height;
  return layout;
}

void draw_paragraph(ImDrawList& list, ImVec2 position, std::string_view utf8, const ParagraphLayout& layout,
                    float width, TextStyle style, const ParagraphOptions& options) {
  const float font = text_pixels(style.size);
  const bool is_single = layout.lines.size() <= 1;
  const float line_height = is_single ? font : std::round(font * kLineHeight);
  const bool is_at_end = stands_at_end(utf8, options.is_quoted);
  float y = position.y + std::floor((line_height - font) / 2);
  for (const ParagraphLine& line : layout.lines) {
    const std::string_view text = utf8.substr(line.begin, line.end - line.begin);
    const bool is_cut = layout.is_cut && &line == &layout.lines.back();
    const float shown = line.width + (is_cut ? text_width(kEllipsis, style) : 0);
    float x = std::trunc(position.x);
    if (options.is_centred) {
      x += std::floor((width - shown) / 2);
    } else if (is_at_end) {
      x += std::trunc(width - shown);
    }
    const Upright upright(list, x, x + shown);
    for (const TextSpan& span : options.spans) {
      const std::uint32_t begin = std::max(span.begin, line.begin);
      const std::uint32_t end = std::min(span.end, line.end);
      if (begin >= end) continue;
      const float before = text_width(utf8.substr(line.begin, begin - line.begin), style);
      const float inside = text_width(utf8.substr(begin, end - begin), style);
      const float left = layout.is_right_to_left ? x + line.width - before - inside : x + before;
      draw_span(list, {left, y}, {left + inside, y + font}, span.weight);
    }
    if (is_cut) {
      draw_text(list, {x, y}, std::string{text}.append(kEllipsis), style, ink_colour(style.ink));
    } else {
      draw_text(list, {x, y}, text, style, ink_colour(style.ink));
    }
    y += line_height;
  }
}

}  // namespace attune::ui
