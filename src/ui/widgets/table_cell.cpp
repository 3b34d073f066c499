#include "ui/widgets/table_cell.hpp"

#include <algorithm>
#include <cmath>

#include "ui/context.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/tone.hpp"

namespace attune::ui {
namespace {

constexpr std::size_t kMaxBytes = 600;  // more than any row shows
constexpr float kStar = 14;

TextStyle style_of(const TableCell& cell) {
  return {.size = TextSize::Small, .ink = cell.is_soft ? Ink::Soft : Ink::Normal};
}

}  // namespace

void draw_cell(ImDrawList& list, const TableCell& cell, ImVec2 low, ImVec2 high, bool is_numeric, int lines) {
  const float middle = std::floor((low.y + high.y) / 2);
  switch (cell.kind) {
    case TableCell::Kind::Pill: {
      if (cell.text.empty()) return;
      const float half = px(kPillHeight) / 2;
      const float right = std::min(high.x, low.x + pill_width(cell.text));
      draw_pill(list, {low.x, middle - half}, {right, middle + half}, cell.text, cell.tone);
      return;
    }
    case TableCell::Kind::Stars:
      if (cell.number > 0)
        draw_stars(list, {low.x, middle - std::floor(px(kStar) / 2)}, cell.number, px(kStar));
      return;
    case TableCell::Kind::Text:
      break;
  }
  if (lines > 1) {
    draw_cell_lines(list, cell, low, high, lines, 0.5F);
    return;
  }
  const TextStyle style = style_of(cell);
  const bool is_at_right = is_numeric || stands_at_end(cell.text, false);
  draw_text_in(list, low, high, cell.text, style, ink_colour(style.ink), is_at_right ? 1.0F : 0.0F);
}

void draw_cell_lines(ImDrawList& list, const TableCell& cell, ImVec2 low, ImVec2 high, int lines,
                     float align) {
  const std::string_view text = std::string_view{cell.text}.substr(0, kMaxBytes);
  const TextStyle style = style_of(cell);
  const float width = high.x - low.x;
  const ParagraphLayout layout = lay_out(text, width, style, lines);
  const float top = low.y + std::floor((high.y - low.y - layout.height) * align);
  draw_paragraph(list, {low.x, top}, text, layout, width, style, {.is_quoted = cell.is_quoted});
}

}  // namespace attune::ui
