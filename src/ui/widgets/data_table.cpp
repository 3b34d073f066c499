#include "ui/widgets/data_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "ui/context.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/press.hpp"
#include "ui/widgets/scroll_bar.hpp"
#include "ui/widgets/table_frame.hpp"
#include "ui/widgets/tone.hpp"

namespace attune::ui {
namespace {

constexpr float kCardHeight = 90;
constexpr float kHeadedCardHeight = 76;
constexpr float kScrollBar = 10;
constexpr std::array kOwnedKeys{ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_PageUp, ImGuiKey_PageDown,
                                ImGuiKey_Home,    ImGuiKey_End,       ImGuiKey_Enter,  ImGuiKey_KeypadEnter};

float card_height(std::span<const TableColumn> columns, const TableOptions& options) {
  const bool is_headed = std::ranges::any_of(columns, &TableColumn::heads_card);
  return std::max(options.row_height, is_headed ? kHeadedCardHeight : kCardHeight);
}

// Rows that became cards, or cards rows: the same ones stay in view, above all the chosen one.
void keep_place(TableFrame& table) {
  const float before = std::exchange(table.state.row_height, table.row_height);
  if (before <= 0 || before == table.row_height) return;
  const bool was_in_view =
      table.state.selected &&
      static_cast<double>(*table.state.selected) * before < table.state.scroll + table.body.GetHeight() &&
      static_cast<double>(*table.state.selected + 1) * before > table.state.scroll;
  table.state.scroll *= static_cast<double>(table.row_height) / before;
  if (was_in_view) table.show(*table.state.selected);
}

// A column at a time.
void scroll_sideways(TableFrame& table) {
  if (table.is_compact || !table.places.is_wider()) return;
  for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow}) ImGui::SetKeyOwner(key, table.id);
  const auto is_pressed = [&](ImGuiKey key) {
    return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, table.id);
  };
  const float begin = table.places.pinned_width() + table.state.scroll_x;
  float to = begin;
  if (is_pressed(ImGuiKey_RightArrow)) {
    const auto next =
        std::ranges::find_if(table.places.shown, [&](const ShownColumn& c) { return c.left > begin; });
    if (next != table.places.shown.end()) to = next->left;
  }
  if (is_pressed(ImGuiKey_LeftArrow)) {
    for (const ShownColumn& column : table.places.shown)
      if (column.left < begin) to = column.left;
  }
  table.state.scroll_x = std::clamp(to - table.places.pinned_width(), 0.0F, table.places.max_scroll());
}

void take_keys(TableFrame& table) {
  const ImGuiContext& imgui = *ImGui::GetCurrentContext();
  table.is_focused = imgui.NavId == table.id && imgui.NavWindow != nullptr &&
                     imgui.NavWindow->RootWindow == table.window->RootWindow;
  if (!table.is_focused || table.row_count == 0) return;
  // Held for the next frame: ImGui's own navigation would otherwise leave the table with the arrow keys.
  for (const ImGuiKey key : kOwnedKeys) ImGui::SetKeyOwner(key, table.id);
  scroll_sideways(table);
  const auto is_pressed = [&](ImGuiKey key) {
    return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, table.id);
  };
  const ImGuiIO& io = ImGui::GetIO();
  const bool is_held = context().has_command_key ? io.KeySuper : io.KeyCtrl;
  if (is_held && !io.KeyAlt && ImGui::IsKeyPressed(ImGuiKey_C, false)) {
    if (table.state.selected) {
      copy_table_row(table, *table.state.selected);
    } else {
      copy_table_rows(table);
    }
  }
  const auto page = static_cast<std::size_t>(std::max(1.0F, table.body.GetHeight() / table.row_height - 1));
  const std::size_t at = table.state.last.value_or(0);
  const bool has_one = table.state.last.has_value();
  std::optional<std::size_t> to;
  if (is_pressed(ImGuiKey_DownArrow)) to = has_one ? at + 1 : 0;
  if (is_pressed(ImGuiKey_UpArrow)) to = at > 0 ? at - 1 : 0;
  if (is_pressed(ImGuiKey_PageDown)) to = at + page;
  if (is_pressed(ImGuiKey_PageUp)) to = at > page ? at - page : 0;
  if (is_pressed(ImGuiKey_Home)) to = 0;
  if (is_pressed(ImGuiKey_End)) to = table.row_count - 1;
  if (to) {
    table.select(*to);
    table.show(*table.state.selected);
  }
  if (!has_one || !(is_pressed(ImGuiKey_Enter) || is_pressed(ImGuiKey_KeypadEnter))) return;
  if (!table.state.selected) table.select(at);
  table.result.is_opened = true;
}

void take_scrolling(TableFrame& table) {
  Context& ui = context();
  const double most = table.max_scroll();
  table.state.scroll = std::clamp(table.state.scroll, 0.0, most);
  const float most_x = table.is_compact ? 0 : table.places.max_scroll();
  table.state.scroll_x = std::clamp(table.state.scroll_x, 0.0F, most_x);
  if (ImGui::GetCurrentContext()->HoveredWindow != table.window) return;
  table.state.scroll +=
      ui.scroller.take_vertical(static_cast<float>(std::min(table.state.scroll, 1e6)),
                                static_cast<float>(std::min(most - table.state.scroll, 1e6)));
  table.state.scroll_x +=
      std::round(ui.scroller.take_horizontal(table.state.scroll_x, most_x - table.state.scroll_x));
}

// A line and a soft shadow, where something lies below the column that stays.
void draw_pinned_edge(const TableFrame& table) {
  if (table.is_compact || table.state.scroll_x <= 0) return;
  const float x = table.body.Min.x + table.places.pinned_width();
  const float line = std::max(1.0F, px(kBorder));
  ImDrawList& list = *table.window->DrawList;
  const Palette& colours = palette();
  const ImU32 dark = colours.border_strong.with_alpha(70).packed();
  const ImU32 clear = colours.border_strong.with_alpha(0).packed();
  list.AddRectFilledMultiColor({x, table.frame.Min.y + line}, {x + px(kSpace2), table.body.Max.y}, dark,
                               clear, clear, dark);
  list.AddRectFilled({x - line, table.frame.Min.y + line}, {x, table.body.Max.y},
                     colours.border_strong.packed());
}

// In the window that has begun.
void place_table(TableFrame& table) {
  table.window = ImGui::GetCurrentWindow();
  table.id = table.window->GetID("grid");
  table.frame = ImRect(table.window->Pos, table.window->Pos + table.window->Size);
  table.is_compact = table.frame.GetWidth() < px(table.options.cards_below);
  table.row_height =
      px(table.is_compact ? card_height(table.columns, table.options) : table.options.row_height);
  // Rows stay inside the outline, and clear of its lower corners.
  const float line = std::max(1.0F, px(kBorder));
  table.body = ImRect(
      {table.frame.Min.x + line, table.frame.Min.y + (table.is_compact ? px(kSpace1) : px(kTableHeader))},
      table.frame.Max - ImVec2(line, px(kRadiusCard) * 0.5F));
  table.row_count = table.source.row_count();
  if (table.state.selected && *table.state.selected >= table.row_count) table.state.selected.reset();
  if (table.state.selected) table.state.last = table.state.selected;
  if (table.state.last && *table.state.last >= table.row_count) table.state.last.reset();
  table.state.widths.resize(table.columns.size(), 0);
  table.places = place_columns(table.columns, table.state.widths, table.body.GetWidth() - px(kScrollBar));
  if (!table.is_compact && table.places.is_wider()) table.body.Max.y -= px(kScrollBar);
  keep_place(table);
}

void draw_scroll_bars(TableFrame& table) {
  const ImRect track({table.body.Max.x - px(kScrollBar), table.body.Min.y}, table.body.Max);
  table.state.scroll =
      scroll_bar(table.row_id(~std::size_t{0} / 2), track, table.content_height(), table.state.scroll);
  if (!table.is_compact && table.places.is_wider()) {
    const float left = table.body.Min.x + table.places.pinned_width();
    const ImRect below({left, table.body.Max.y}, {left + table.places.room - table.places.pinned_width(),
                                                  table.body.Max.y + px(kScrollBar)});
    table.state.scroll_x = static_cast<float>(scroll_bar(table.row_id(~std::size_t{0} / 3), below,
                                                         table.places.width - table.places.pinned_width(),
                                                         table.state.scroll_x, ImGuiAxis_X));
  }
}

void draw_table(TableFrame& table) {
  Context& ui = context();
  const float height = table.options.height > 0 ? px(table.options.height)
                                                : std::max(px(160), ImGui::GetContentRegionAvail().y);
  const std::string name{table.label};
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild(name.c_str(), {available_width(), height}, ImGuiChildFlags_NavFlattened,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar();
  place_table(table);
  draw_surface(*table.window->DrawList, table.frame.Min, table.frame.Max, px(kRadiusCard), palette().surface,
               palette().border);
  ImGui::ItemAdd(table.frame, table.id);
  take_keys(table);
  take_scrolling(table);
  ui.semantics.push_item(
      table.id, {.role = Role::Table,
                 .name = table.label,
                 .level = static_cast<std::int32_t>(table.is_compact ? table.columns.size()
                                                                     : table.places.shown.size()),
                 .set_size = static_cast<std::int32_t>(
                     std::min<std::size_t>(table.row_count + (table.is_compact ? 0 : 1), 0x7FFFFFFF)),
                 .related = table.state.selected ? table.row_id(*table.state.selected) : 0});
  draw_table_header(table);
  draw_table_rows(table);
  ui.semantics.pop();
  draw_pinned_edge(table);
  offer_table_menu(table);
  draw_scroll_bars(table);
  if (table.is_focused && ImGui::GetCurrentContext()->NavCursorVisible) {
    const float ring = px(kFocusRing);
    table.window->DrawList->AddRect(table.frame.Min + ImVec2(ring, ring) * 0.5F,
                                    table.frame.Max - ImVec2(ring, ring) * 0.5F, palette().focus.packed(),
                                    px(kRadiusCard), 0, ring);
  }
  ImGui::EndChild();
}

}  // namespace

float table_height(std::span<const TableColumn> columns, std::size_t rows, std::size_t most,
                   const TableOptions& options) {
  const bool is_compact = available_width_css() < options.cards_below;
  const float row = is_compact ? card_height(columns, options) : options.row_height;
  const float head = is_compact ? kSpace1 : kTableHeader;
  const bool is_wider =
      !is_compact && place_columns(columns, {}, available_width() - px(kScrollBar)).is_wider();
  return head + (is_wider ? kScrollBar : 0) + row * static_cast<float>(std::min(rows, most)) + kRadiusCard;
}

TableResult data_table(std::string_view label, std::span<const TableColumn> columns, TableSource& source,
                       TableState& state, const TableOptions& options) {
  TableFrame table{.label = label, .columns = columns, .source = source, .state = state, .options = options};
  draw_table(table);
  return table.result;
}

}  // namespace attune::ui
