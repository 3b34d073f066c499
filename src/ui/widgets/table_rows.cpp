#include <algorithm>
#include <cmath>

#include "ui/context.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/press.hpp"
#include "ui/widgets/table_cell.hpp"
#include "ui/widgets/table_frame.hpp"
#include "ui/widgets/tone.hpp"

namespace attune::ui {
namespace {

void draw_cells(TableFrame& table, std::size_t row, const ImRect& place) {
  Context& ui = context();
  const float air = px(kSpace3);
  for (std::size_t at = 0; at < table.places.shown.size(); ++at) {
    if (at == 1) table.begin_scrolled();
    const ShownColumn& column = table.places.shown[at];
    const float left = table.left_of(at);
    const ImRect rect({left + air, place.Min.y}, {left + column.width - air, place.Max.y});
    const TableCell cell = table.source.cell(row, column.index);
    ui.semantics.add(rect,
                     {.role = Role::Cell, .name = cell.text, .level = static_cast<std::int32_t>(at + 1)});
    const bool is_numeric = table.columns[column.index].is_numeric;
    draw_cell(*table.window->DrawList, cell, rect.Min, rect.Max, is_numeric,
              is_numeric ? 1 : table.options.lines);
  }
  if (table.places.shown.size() > 1) table.end_scrolled();
}

// On a phone: what is short in one line, the column that stretches below it.
void draw_compact(TableFrame& table, std::size_t row, const ImRect& place) {
  Context& ui = context();
  ImDrawList& list = *table.window->DrawList;
  const float line = px(30);
  const float left = place.Min.x + px(kSpace3);
  const float right = place.Max.x - px(kSpace4);
  const bool is_headed = std::ranges::any_of(table.columns, &TableColumn::heads_card);
  const float top = place.Min.y + px(kSpace2) + (is_headed ? line - px(2) : 0);
  float x = left;
  for (std::size_t at = 0; at < table.columns.size(); ++at) {
    const TableCell cell = table.source.cell(row, at);
    const auto level = static_cast<std::int32_t>(at + 1);
    if (table.columns[at].heads_card) {
      const ImRect rect({left, place.Min.y + px(kSpace2)}, {right, place.Min.y + px(kSpace2) + line});
      ui.semantics.add(rect, {.role = Role::Cell, .name = cell.text, .level = level});
      draw_text_in(list, rect.Min, rect.Max, cell.text, kStrong, palette().text.packed());
      continue;
    }
    if (table.columns[at].stretch > 0) {
      const ImRect rect({left, top + line}, {right, place.Max.y - px(kSpace2)});
      ui.semantics.add(rect, {.role = Role::Cell, .name = cell.text, .level = level});
      draw_cell_lines(list, cell, rect.Min, rect.Max, 2, 0);
      continue;
    }
    float width = text_width(cell.text, {.size = TextSize::Small});
    if (cell.kind == TableCell::Kind::Pill) width = pill_width(cell.text);
    if (cell.kind == TableCell::Kind::Stars) width = px(80);
    const ImRect rect({x, top}, {std::min(x + width, right), top + line});
    ui.semantics.add(rect, {.role = Role::Cell, .name = cell.text, .level = level});
    if (!table.columns[at].is_on_card || cell.text.empty() || x + std::min(width, px(60)) > right) continue;
    draw_cell(list, cell, rect.Min, rect.Max, false, 1);
    x += width + px(kSpace3);
  }
}

void draw_row(TableFrame& table, std::size_t row, const ImRect& place) {
  Context& ui = context();
  ImDrawList& list = *table.window->DrawList;
  const Palette& colours = palette();
  const bool is_selected = table.state.selected == row;
  const Press press = press_at(table.row_id(row), place, true, ImGuiItemFlags_NoNav);
  ui.semantics.push_item(press.id, {.role = Role::Row,
                                    .states = is_selected ? state::kSelected : 0U,
                                    .level = static_cast<std::int32_t>(row + (table.is_compact ? 1 : 2))});
  if (is_selected) {
    list.AddRectFilled(place.Min, place.Max, colours.accent_soft.packed());
    list.AddRectFilled(place.Min, {place.Min.x + px(3), place.Max.y}, colours.accent.packed());
  }
  draw_press_layer(list, press, 0);
  const float line = std::max(1.0F, px(kBorder));
  list.AddRectFilled({place.Min.x, place.Max.y - line}, place.Max, colours.border.packed());
  if (!table.source.has_row(row)) {
    const float half = px(5);
    const float y = place.GetCenter().y;
    const float width = place.GetWidth() * (0.35F + 0.1F * static_cast<float>(row % 4));
    list.AddRectFilled({place.Min.x + px(kSpace3), y - half}, {place.Min.x + px(kSpace3) + width, y + half},
                       colours.sunken.packed(), half);
    ui.semantics.add(place, {.role = Role::Cell, .name = ui.words.loading});
  } else if (table.is_compact) {
    draw_compact(table, row, place);
  } else {
    draw_cells(table, row, place);
  }
  ui.semantics.pop();
  if (press.is_pressed) {
    if (is_selected) table.result.is_opened = true;
    table.select(row);
    ImGui::SetFocusID(table.id, table.window);
    ImGui::GetCurrentContext()->NavId = table.id;
  }
}

}  // namespace

void draw_table_rows(TableFrame& table) {
  if (table.row_count == 0) return;
  const auto first = static_cast<std::size_t>(table.state.scroll / table.row_height);
  const auto in_view = static_cast<std::size_t>(table.body.GetHeight() / table.row_height) + 2;
  const std::size_t last = std::min(table.row_count, first + in_view);
  table.source.want(first, last - first);
  ImGui::PushClipRect(table.body.Min, table.body.Max, true);
  for (std::size_t row = first; row < last; ++row) {
    const double offset = static_cast<double>(row) * table.row_height - table.state.scroll;
    const float top = table.body.Min.y + static_cast<float>(std::round(offset));
    draw_row(table, row, ImRect({table.body.Min.x, top}, {table.body.Max.x, top + table.row_height}));
  }
  ImGui::PopClipRect();
}

}  // namespace attune::ui
