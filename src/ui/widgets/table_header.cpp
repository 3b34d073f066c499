#include <algorithm>
#include <string>

#include "ui/context.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/press.hpp"
#include "ui/widgets/table_cell.hpp"
#include "ui/widgets/table_frame.hpp"

namespace attune::ui {
namespace {

constexpr float kMinColumn = 48;
constexpr TextStyle kHeaderText{.size = TextSize::Small, .ink = Ink::Soft, .face = Face::Semibold};

// A header that gets the keyboard comes into view; afterwards one may scroll on.
void follow_focus(TableFrame& table, const Press& press, std::size_t shown) {
  bool& was_focused = *table.window->StateStorage.GetBoolRef(press.id, false);
  if (press.is_focused && !was_focused) {
    table.state.scroll_x = scroll_to_show(table.places, shown, table.state.scroll_x);
    context().wants_frame = true;
  }
  was_focused = press.is_focused;
}

void draw_header_cell(TableFrame& table, std::size_t shown) {
  const ShownColumn& place = table.places.shown[shown];
  const TableColumn& column = table.columns[place.index];
  Context& ui = context();
  ImDrawList& list = *table.window->DrawList;
  const float left = table.left_of(shown);
  const ImRect rect({left, table.frame.Min.y}, {left + place.width, table.frame.Min.y + px(kTableHeader)});
  const bool is_sorted = column.is_sortable && table.state.sort.column == column.id;
  const std::uint32_t sorted = !is_sorted                       ? 0U
                               : table.state.sort.is_descending ? state::kSortDescending
                                                                : state::kSortAscending;
  const auto level = static_cast<std::int32_t>(shown + 1);
  const float air = px(kSpace3);
  const float arrow = is_sorted ? px(16) : 0;
  const auto draw_title = [&](ImU32 ink) {
    draw_text_in(list, {rect.Min.x + air, rect.Min.y}, {rect.Max.x - air - arrow, rect.Max.y}, column.title,
                 kHeaderText, ink, column.is_numeric ? 1.0F : 0.0F);
    if (is_sorted) {
      const Icon icon = table.state.sort.is_descending ? Icon::ArrowDown : Icon::ArrowUp;
      draw_icon(list, icon, {rect.Max.x - air - arrow / 2, rect.GetCenter().y}, px(14), ink);
    }
  };
  if (!column.is_sortable) {
    ui.semantics.add(rect, {.role = Role::ColumnHeader, .name = column.title, .level = level}, column.id);
    draw_title(palette().text_soft.packed());
    return;
  }
  const Press press =
      press_at(table.window->GetID(column.id.data(), column.id.data() + column.id.size()), rect);
  ui.semantics.describe(press.id, {.role = Role::ColumnHeader,
                                   .name = column.title,
                                   .states = sorted,
                                   .description = ui.words.sorts_by_column,
                                   .level = level,
                                   .related = press.id});
  draw_press_layer(list, press, px(kRadiusSmall));
  draw_title((is_sorted ? palette().text : palette().text_soft).packed());
  draw_focus_ring(list, press, px(kRadiusSmall));
  follow_focus(table, press, shown);
  if (!press.is_pressed) return;
  // First up, then down, then the source's own order again.
  if (!is_sorted) {
    table.state.sort = {std::string{column.id}, false};
  } else if (!table.state.sort.is_descending) {
    table.state.sort.is_descending = true;
  } else {
    table.state.sort = {};
  }
  table.state.scroll = 0;
  table.state.last.reset();
  table.result.is_sort_changed = true;
}

void drag_border(TableFrame& table, std::size_t shown) {
  const ShownColumn& column = table.places.shown[shown];
  const float x = table.left_of(shown) + column.width;
  const float half = px(4);
  const ImRect handle({x - half, table.frame.Min.y}, {x + half, table.frame.Min.y + px(kTableHeader)});
  const ImGuiID id = table.row_id(~column.index);
  if (!ImGui::ItemAdd(handle, id, nullptr, ImGuiItemFlags_NoNav)) return;
  bool is_hovered = false;
  bool is_held = false;
  ImGui::ButtonBehavior(handle, id, &is_hovered, &is_held, ImGuiButtonFlags_PressedOnClick);
  if (!is_hovered && !is_held) return;
  ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  table.window->DrawList->AddRectFilled({x - px(1), handle.Min.y + px(8)}, {x + px(1), handle.Max.y - px(8)},
                                        palette().accent.packed());
  if (is_held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 0)) {
    const float width = (ImGui::GetIO().MousePos.x - table.left_of(shown)) / context().scale;
    table.state.widths[column.index] = std::max(kMinColumn, width);
  }
  if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) table.state.widths[column.index] = 0;
}

}  // namespace

void draw_table_header(TableFrame& table) {
  if (table.is_compact) return;
  Context& ui = context();
  ImDrawList& list = *table.window->DrawList;
  const float bottom = table.frame.Min.y + px(kTableHeader);
  ui.semantics.push({.role = Role::Row, .level = 1}, "header");
  const std::size_t count = table.places.shown.size();
  if (count > 0) draw_header_cell(table, 0);
  table.begin_scrolled();
  for (std::size_t at = 1; at < count; ++at) draw_header_cell(table, at);
  table.end_scrolled();
  ui.semantics.pop();
  if (count > 1) drag_border(table, 0);
  table.begin_scrolled();
  for (std::size_t at = 1; at + 1 < count + (table.places.is_wider() ? 1 : 0); ++at) drag_border(table, at);
  table.end_scrolled();
  list.AddRectFilled({table.frame.Min.x, bottom - std::max(1.0F, px(kBorder))}, {table.frame.Max.x, bottom},
                     palette().border.packed());
}

}  // namespace attune::ui
