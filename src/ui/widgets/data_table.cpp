#include "ui/widgets/data_table.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/context.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/menu.hpp"
#include "ui/widgets/press.hpp"
#include "ui/widgets/scroll_bar.hpp"
#include "ui/widgets/table_cell.hpp"
#include "ui/widgets/table_columns.hpp"
#include "ui/widgets/tone.hpp"

namespace attune::ui {
namespace {

constexpr float kHeaderHeight = 40;
constexpr float kCardHeight = 90;
constexpr float kHeadedCardHeight = 76;
constexpr float kScrollBar = 10;
constexpr float kMinColumn = 48;
constexpr TextStyle kHeaderText{.size = TextSize::Small, .ink = Ink::Soft, .face = Face::Semibold};
constexpr std::array kOwnedKeys{ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_PageUp, ImGuiKey_PageDown,
                                ImGuiKey_Home,    ImGuiKey_End,       ImGuiKey_Enter,  ImGuiKey_KeypadEnter};

// One frame of one table.
float card_height(std::span<const TableColumn> columns, const TableOptions& options) {
  const bool is_headed = std::ranges::any_of(columns, &TableColumn::heads_card);
  return std::max(options.row_height, is_headed ? kHeadedCardHeight : kCardHeight);
}

class Table {
 public:
  Table(std::string_view label, std::span<const TableColumn> columns, TableSource& source, TableState& state,
        const TableOptions& options)
      : label_{label}, columns_{columns}, source_{source}, state_{state}, options_{options} {}

  TableResult draw();

 private:
  void begin_scrolled() const;
  void end_scrolled() const;
  [[nodiscard]] float left_of(std::size_t shown) const;  // device pixels, on the display
  void draw_header();
  void draw_header_cell(std::size_t shown);
  void follow_focus(const Press& press, std::size_t shown);
  void drag_border(std::size_t shown);
  void draw_pinned_edge() const;
  void scroll_sideways();
  void take_keys();
  void take_scrolling();
  void draw_rows();
  void draw_row(std::size_t row, const ImRect& place);
  void draw_cells(std::size_t row, const ImRect& place);
  void draw_compact(std::size_t row, const ImRect& place);
  void offer_menu();
  void copy_row(std::size_t row);
  void copy_rows();
  [[nodiscard]] std::vector<std::string> texts_of(std::size_t row) const;
  void select(std::size_t row);
  void show(std::size_t row);
  void keep_place();
  [[nodiscard]] ImGuiID row_id(std::size_t row) const;
  [[nodiscard]] double content_height() const { return static_cast<double>(row_count_) * row_height_; }
  [[nodiscard]] double max_scroll() const { return std::max(0.0, content_height() - body_.GetHeight()); }

  std::string_view label_;
  std::span<const TableColumn> columns_;
  TableSource& source_;
  TableState& state_;
  const TableOptions& options_;
  TableResult result_;
  ColumnPlaces places_;
  ImGuiWindow* window_ = nullptr;
  ImGuiID id_ = 0;
  ImRect frame_, body_;
  std::size_t row_count_ = 0;
  float row_height_ = 0;
  bool is_compact_ = false;
  bool is_focused_ = false;
};

ImGuiID Table::row_id(std::size_t row) const {
  const std::uint64_t number = row;
  return ImHashData(&number, sizeof number, id_);
}

// What scrolls is clipped where the first column ends.
void Table::begin_scrolled() const {
  if (places_.is_wider())
    ImGui::PushClipRect({body_.Min.x + places_.pinned_width(), frame_.Min.y}, body_.Max, true);
}

void Table::end_scrolled() const {
  if (places_.is_wider()) ImGui::PopClipRect();
}

float Table::left_of(std::size_t shown) const {
  return body_.Min.x + places_.shown[shown].left - (shown == 0 ? 0 : state_.scroll_x);
}

void Table::draw_header_cell(std::size_t shown) {
  const ShownColumn& place = places_.shown[shown];
  const TableColumn& column = columns_[place.index];
  Context& ui = context();
  ImDrawList& list = *window_->DrawList;
  const float left = left_of(shown);
  const ImRect rect({left, frame_.Min.y}, {left + place.width, frame_.Min.y + px(kHeaderHeight)});
  const bool is_sorted = column.is_sortable && state_.sort.column == column.id;
  const std::uint32_t sorted = !is_sorted                  ? 0U
                               : state_.sort.is_descending ? state::kSortDescending
                                                           : state::kSortAscending;
  const auto level = static_cast<std::int32_t>(shown + 1);
  const float air = px(kSpace3);
  const float arrow = is_sorted ? px(16) : 0;
  const auto draw_title = [&](ImU32 ink) {
    draw_text_in(list, {rect.Min.x + air, rect.Min.y}, {rect.Max.x - air - arrow, rect.Max.y}, column.title,
                 kHeaderText, ink, column.is_numeric ? 1.0F : 0.0F);
    if (is_sorted) {
      const Icon icon = state_.sort.is_descending ? Icon::ArrowDown : Icon::ArrowUp;
      draw_icon(list, icon, {rect.Max.x - air - arrow / 2, rect.GetCenter().y}, px(14), ink);
    }
  };
  if (!column.is_sortable) {
    ui.semantics.add(rect, {.role = Role::ColumnHeader, .name = column.title, .level = level}, column.id);
    draw_title(palette().text_soft.packed());
    return;
  }
  const Press press = press_at(window_->GetID(column.id.data(), column.id.data() + column.id.size()), rect);
  ui.semantics.describe(press.id, {.role = Role::ColumnHeader,
                                   .name = column.title,
                                   .states = sorted,
                                   .description = ui.words.sorts_by_column,
                                   .level = level,
                                   .related = press.id});
  draw_press_layer(list, press, px(kRadiusSmall));
  draw_title((is_sorted ? palette().text : palette().text_soft).packed());
  draw_focus_ring(list, press, px(kRadiusSmall));
  follow_focus(press, shown);
  if (!press.is_pressed) return;
  // First up, then down, then the source's own order again.
  if (!is_sorted) {
    state_.sort = {std::string{column.id}, false};
  } else if (!state_.sort.is_descending) {
    state_.sort.is_descending = true;
  } else {
    state_.sort = {};
  }
  state_.scroll = 0;
  state_.last.reset();
  result_.is_sort_changed = true;
}

// A header that gets the keyboard comes into view; afterwards one may scroll on.
void Table::follow_focus(const Press& press, std::size_t shown) {
  bool& was_focused = *window_->StateStorage.GetBoolRef(press.id, false);
  if (press.is_focused && !was_focused) {
    state_.scroll_x = scroll_to_show(places_, shown, state_.scroll_x);
    context().wants_frame = true;
  }
  was_focused = press.is_focused;
}

void Table::drag_border(std::size_t shown) {
  const ShownColumn& column = places_.shown[shown];
  const float x = left_of(shown) + column.width;
  const float half = px(4);
  const ImRect handle({x - half, frame_.Min.y}, {x + half, frame_.Min.y + px(kHeaderHeight)});
  const ImGuiID id = row_id(~column.index);
  if (!ImGui::ItemAdd(handle, id, nullptr, ImGuiItemFlags_NoNav)) return;
  bool is_hovered = false;
  bool is_held = false;
  ImGui::ButtonBehavior(handle, id, &is_hovered, &is_held, ImGuiButtonFlags_PressedOnClick);
  if (!is_hovered && !is_held) return;
  ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  window_->DrawList->AddRectFilled({x - px(1), handle.Min.y + px(8)}, {x + px(1), handle.Max.y - px(8)},
                                   palette().accent.packed());
  if (is_held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 0)) {
    const float width = (ImGui::GetIO().MousePos.x - left_of(shown)) / context().scale;
    state_.widths[column.index] = std::max(kMinColumn, width);
  }
  if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) state_.widths[column.index] = 0;
}

void Table::draw_header() {
  if (is_compact_) return;
  Context& ui = context();
  ImDrawList& list = *window_->DrawList;
  const float bottom = frame_.Min.y + px(kHeaderHeight);
  ui.semantics.push({.role = Role::Row, .level = 1}, "header");
  const std::size_t count = places_.shown.size();
  if (count > 0) draw_header_cell(0);
  begin_scrolled();
  for (std::size_t at = 1; at < count; ++at) draw_header_cell(at);
  end_scrolled();
  ui.semantics.pop();
  if (count > 1) drag_border(0);
  begin_scrolled();
  for (std::size_t at = 1; at + 1 < count + (places_.is_wider() ? 1 : 0); ++at) drag_border(at);
  end_scrolled();
  list.AddRectFilled({frame_.Min.x, bottom - std::max(1.0F, px(kBorder))}, {frame_.Max.x, bottom},
                     palette().border.packed());
}

void Table::select(std::size_t row) {
  if (row_count_ == 0) return;
  row = std::min(row, row_count_ - 1);
  if (state_.selected == row) return;
  state_.selected = state_.last = row;
  result_.is_selection_changed = true;
}

// Scrolls just so far that the row is wholly in view.
void Table::show(std::size_t row) {
  const double top = static_cast<double>(row) * row_height_;
  const double bottom = top + row_height_ - body_.GetHeight();
  state_.scroll = std::clamp(std::clamp(state_.scroll, bottom, top), 0.0, max_scroll());
}

// Rows that became cards, or cards rows: the same ones stay in view, above all the chosen one.
void Table::keep_place() {
  const float before = std::exchange(state_.row_height, row_height_);
  if (before <= 0 || before == row_height_) return;
  const bool was_in_view =
      state_.selected && static_cast<double>(*state_.selected) * before < state_.scroll + body_.GetHeight() &&
      static_cast<double>(*state_.selected + 1) * before > state_.scroll;
  state_.scroll *= static_cast<double>(row_height_) / before;
  if (was_in_view) show(*state_.selected);
}

void Table::take_keys() {
  const ImGuiContext& imgui = *ImGui::GetCurrentContext();
  is_focused_ =
      imgui.NavId == id_ && imgui.NavWindow != nullptr && imgui.NavWindow->RootWindow == window_->RootWindow;
  if (!is_focused_ || row_count_ == 0) return;
  // Held for the next frame: ImGui's own navigation would otherwise leave the table with the arrow keys.
  for (const ImGuiKey key : kOwnedKeys) ImGui::SetKeyOwner(key, id_);
  scroll_sideways();
  const auto is_pressed = [&](ImGuiKey key) { return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, id_); };
  const ImGuiIO& io = ImGui::GetIO();
  const bool is_held = context().has_command_key ? io.KeySuper : io.KeyCtrl;
  if (is_held && !io.KeyAlt && ImGui::IsKeyPressed(ImGuiKey_C, false)) {
    if (state_.selected) {
      copy_row(*state_.selected);
    } else {
      copy_rows();
    }
  }
  const auto page = static_cast<std::size_t>(std::max(1.0F, body_.GetHeight() / row_height_ - 1));
  const std::size_t at = state_.last.value_or(0);
  const bool has_one = state_.last.has_value();
  std::optional<std::size_t> to;
  if (is_pressed(ImGuiKey_DownArrow)) to = has_one ? at + 1 : 0;
  if (is_pressed(ImGuiKey_UpArrow)) to = at > 0 ? at - 1 : 0;
  if (is_pressed(ImGuiKey_PageDown)) to = at + page;
  if (is_pressed(ImGuiKey_PageUp)) to = at > page ? at - page : 0;
  if (is_pressed(ImGuiKey_Home)) to = 0;
  if (is_pressed(ImGuiKey_End)) to = row_count_ - 1;
  if (to) {
    select(*to);
    show(*state_.selected);
  }
  if (!has_one || !(is_pressed(ImGuiKey_Enter) || is_pressed(ImGuiKey_KeypadEnter))) return;
  if (!state_.selected) select(at);
  result_.is_opened = true;
}

// A column at a time.
void Table::scroll_sideways() {
  if (is_compact_ || !places_.is_wider()) return;
  for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow}) ImGui::SetKeyOwner(key, id_);
  const auto is_pressed = [&](ImGuiKey key) { return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, id_); };
  const float begin = places_.pinned_width() + state_.scroll_x;
  float to = begin;
  if (is_pressed(ImGuiKey_RightArrow)) {
    const auto next =
        std::ranges::find_if(places_.shown, [&](const ShownColumn& c) { return c.left > begin; });
    if (next != places_.shown.end()) to = next->left;
  }
  if (is_pressed(ImGuiKey_LeftArrow)) {
    for (const ShownColumn& column : places_.shown)
      if (column.left < begin) to = column.left;
  }
  state_.scroll_x = std::clamp(to - places_.pinned_width(), 0.0F, places_.max_scroll());
}

// A line and a soft shadow, where something lies below the column that stays.
void Table::draw_pinned_edge() const {
  if (is_compact_ || state_.scroll_x <= 0) return;
  const float x = body_.Min.x + places_.pinned_width();
  const float line = std::max(1.0F, px(kBorder));
  ImDrawList& list = *window_->DrawList;
  const Palette& colours = palette();
  const ImU32 dark = colours.border_strong.with_alpha(70).packed();
  const ImU32 clear = colours.border_strong.with_alpha(0).packed();
  list.AddRectFilledMultiColor({x, frame_.Min.y + line}, {x + px(kSpace2), body_.Max.y}, dark, clear, clear,
                               dark);
  list.AddRectFilled({x - line, frame_.Min.y + line}, {x, body_.Max.y}, colours.border_strong.packed());
}

std::vector<std::string> Table::texts_of(std::size_t row) const {
  std::vector<std::string> texts;
  for (std::size_t column = 0; column < columns_.size(); ++column)
    texts.push_back(source_.cell(row, column).text);
  return texts;
}

void Table::copy_row(std::size_t row) {
  if (source_.has_row(row))
    context().clippings.emplace_back(TableClip{{.columns = {}, .rows = {texts_of(row)}}});
}

void Table::copy_rows() {
  chart::DataTable table;
  for (const TableColumn& column : columns_) table.columns.emplace_back(column.title);
  for (std::size_t row = 0; row < row_count_ && table.rows.size() < kMostCopiedRows; ++row) {
    if (source_.has_row(row)) table.rows.push_back(texts_of(row));
  }
  context().clippings.emplace_back(TableClip{std::move(table)});
}

void Table::offer_menu() {
  const ImGuiID popup = window_->GetID("menu");
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  if (row_count_ > 0 && ImGui::IsWindowHovered() && body_.Contains(pointer) &&
      ImGui::IsMouseReleased(ImGuiMouseButton_Right)) {
    state_.menu_row = static_cast<std::size_t>((pointer.y - body_.Min.y + state_.scroll) / row_height_);
    state_.menu_x = pointer.x;
    state_.menu_y = pointer.y;
    ImGui::OpenPopup(popup);
  }
  const Words& words = context().words;
  const std::array<MenuEntry, 2> entries{{{words.copy_row, Icon::Copy}, {words.copy_table, Icon::Table}}};
  const ImRect face(state_.menu_x, state_.menu_y, state_.menu_x, state_.menu_y);
  const auto chosen = popup_menu(popup, face, label_, entries, id_);
  if (chosen == 0U && state_.menu_row < row_count_) copy_row(state_.menu_row);
  if (chosen == 1U) copy_rows();
}

void Table::take_scrolling() {
  Context& ui = context();
  const double most = max_scroll();
  state_.scroll = std::clamp(state_.scroll, 0.0, most);
  const float most_x = is_compact_ ? 0 : places_.max_scroll();
  state_.scroll_x = std::clamp(state_.scroll_x, 0.0F, most_x);
  if (ImGui::GetCurrentContext()->HoveredWindow != window_) return;
  state_.scroll += ui.scroller.take_vertical(static_cast<float>(std::min(state_.scroll, 1e6)),
                                             static_cast<float>(std::min(most - state_.scroll, 1e6)));
  state_.scroll_x += std::round(ui.scroller.take_horizontal(state_.scroll_x, most_x - state_.scroll_x));
}

void Table::draw_cells(std::size_t row, const ImRect& place) {
  Context& ui = context();
  const float air = px(kSpace3);
  for (std::size_t at = 0; at < places_.shown.size(); ++at) {
    if (at == 1) begin_scrolled();
    const ShownColumn& column = places_.shown[at];
    const float left = left_of(at);
    const ImRect rect({left + air, place.Min.y}, {left + column.width - air, place.Max.y});
    const TableCell cell = source_.cell(row, column.index);
    ui.semantics.add(rect,
                     {.role = Role::Cell, .name = cell.text, .level = static_cast<std::int32_t>(at + 1)});
    const bool is_numeric = columns_[column.index].is_numeric;
    draw_cell(*window_->DrawList, cell, rect.Min, rect.Max, is_numeric, is_numeric ? 1 : options_.lines);
  }
  if (places_.shown.size() > 1) end_scrolled();
}

// On a phone: what is short in one line, the column that stretches below it.
void Table::draw_compact(std::size_t row, const ImRect& place) {
  Context& ui = context();
  ImDrawList& list = *window_->DrawList;
  const float line = px(30);
  const float left = place.Min.x + px(kSpace3);
  const float right = place.Max.x - px(kSpace4);
  const bool is_headed = std::ranges::any_of(columns_, &TableColumn::heads_card);
  const float top = place.Min.y + px(kSpace2) + (is_headed ? line - px(2) : 0);
  float x = left;
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    const TableCell cell = source_.cell(row, at);
    const auto level = static_cast<std::int32_t>(at + 1);
    if (columns_[at].heads_card) {
      const ImRect rect({left, place.Min.y + px(kSpace2)}, {right, place.Min.y + px(kSpace2) + line});
      ui.semantics.add(rect, {.role = Role::Cell, .name = cell.text, .level = level});
      draw_text_in(list, rect.Min, rect.Max, cell.text, kStrong, palette().text.packed());
      continue;
    }
    if (columns_[at].stretch > 0) {
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
    if (!columns_[at].is_on_card || cell.text.empty() || x + std::min(width, px(60)) > right) continue;
    draw_cell(list, cell, rect.Min, rect.Max, false, 1);
    x += width + px(kSpace3);
  }
}

void Table::draw_row(std::size_t row, const ImRect& place) {
  Context& ui = context();
  ImDrawList& list = *window_->DrawList;
  const Palette& colours = palette();
  const bool is_selected = state_.selected == row;
  const Press press = press_at(row_id(row), place, true, ImGuiItemFlags_NoNav);
  ui.semantics.push_item(press.id, {.role = Role::Row,
                                    .states = is_selected ? state::kSelected : 0U,
                                    .level = static_cast<std::int32_t>(row + (is_compact_ ? 1 : 2))});
  if (is_selected) {
    list.AddRectFilled(place.Min, place.Max, colours.accent_soft.packed());
    list.AddRectFilled(place.Min, {place.Min.x + px(3), place.Max.y}, colours.accent.packed());
  }
  draw_press_layer(list, press, 0);
  const float line = std::max(1.0F, px(kBorder));
  list.AddRectFilled({place.Min.x, place.Max.y - line}, place.Max, colours.border.packed());
  if (!source_.has_row(row)) {
    const float half = px(5);
    const float y = place.GetCenter().y;
    const float width = place.GetWidth() * (0.35F + 0.1F * static_cast<float>(row % 4));
    list.AddRectFilled({place.Min.x + px(kSpace3), y - half}, {place.Min.x + px(kSpace3) + width, y + half},
                       colours.sunken.packed(), half);
    ui.semantics.add(place, {.role = Role::Cell, .name = ui.words.loading});
  } else if (is_compact_) {
    draw_compact(row, place);
  } else {
    draw_cells(row, place);
  }
  ui.semantics.pop();
  if (press.is_pressed) {
    if (is_selected) result_.is_opened = true;
    select(row);
    ImGui::SetFocusID(id_, window_);
    ImGui::GetCurrentContext()->NavId = id_;
  }
}

void Table::draw_rows() {
  if (row_count_ == 0) return;
  const auto first = static_cast<std::size_t>(state_.scroll / row_height_);
  const auto in_view = static_cast<std::size_t>(body_.GetHeight() / row_height_) + 2;
  const std::size_t last = std::min(row_count_, first + in_view);
  source_.want(first, last - first);
  ImGui::PushClipRect(body_.Min, body_.Max, true);
  for (std::size_t row = first; row < last; ++row) {
    const double offset = static_cast<double>(row) * row_height_ - state_.scroll;
    const float top = body_.Min.y + static_cast<float>(std::round(offset));
    draw_row(row, ImRect({body_.Min.x, top}, {body_.Max.x, top + row_height_}));
  }
  ImGui::PopClipRect();
}

TableResult Table::draw() {
  Context& ui = context();
  const float height =
      options_.height > 0 ? px(options_.height) : std::max(px(160), ImGui::GetContentRegionAvail().y);
  const std::string name{label_};
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild(name.c_str(), {available_width(), height}, ImGuiChildFlags_NavFlattened,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar();
  window_ = ImGui::GetCurrentWindow();
  id_ = window_->GetID("grid");
  frame_ = ImRect(window_->Pos, window_->Pos + window_->Size);
  is_compact_ = frame_.GetWidth() < px(options_.cards_below);
  row_height_ = px(is_compact_ ? card_height(columns_, options_) : options_.row_height);
  // Rows stay inside the outline, and clear of its lower corners.
  const float line = std::max(1.0F, px(kBorder));
  body_ = ImRect({frame_.Min.x + line, frame_.Min.y + (is_compact_ ? px(kSpace1) : px(kHeaderHeight))},
                 frame_.Max - ImVec2(line, px(kRadiusCard) * 0.5F));
  row_count_ = source_.row_count();
  if (state_.selected && *state_.selected >= row_count_) state_.selected.reset();
  if (state_.selected) state_.last = state_.selected;
  if (state_.last && *state_.last >= row_count_) state_.last.reset();
  state_.widths.resize(columns_.size(), 0);
  places_ = place_columns(columns_, state_.widths, body_.GetWidth() - px(kScrollBar));
  if (!is_compact_ && places_.is_wider()) body_.Max.y -= px(kScrollBar);
  keep_place();

  draw_surface(*window_->DrawList, frame_.Min, frame_.Max, px(kRadiusCard), palette().surface,
               palette().border);
  ImGui::ItemAdd(frame_, id_);
  take_keys();
  take_scrolling();
  ui.semantics.push_item(
      id_, {.role = Role::Table,
            .name = label_,
            .level = static_cast<std::int32_t>(is_compact_ ? columns_.size() : places_.shown.size()),
            .set_size = static_cast<std::int32_t>(
                std::min<std::size_t>(row_count_ + (is_compact_ ? 0 : 1), 0x7FFFFFFF)),
            .related = state_.selected ? row_id(*state_.selected) : 0});
  draw_header();
  draw_rows();
  ui.semantics.pop();
  draw_pinned_edge();
  offer_menu();
  const ImRect track({body_.Max.x - px(kScrollBar), body_.Min.y}, body_.Max);
  state_.scroll = scroll_bar(row_id(~std::size_t{0} / 2), track, content_height(), state_.scroll);
  if (!is_compact_ && places_.is_wider()) {
    const float left = body_.Min.x + places_.pinned_width();
    const ImRect below({left, body_.Max.y},
                       {left + places_.room - places_.pinned_width(), body_.Max.y + px(kScrollBar)});
    state_.scroll_x =
        static_cast<float>(scroll_bar(row_id(~std::size_t{0} / 3), below,
                                      places_.width - places_.pinned_width(), state_.scroll_x, ImGuiAxis_X));
  }
  if (is_focused_ && ImGui::GetCurrentContext()->NavCursorVisible) {
    const float ring = px(kFocusRing);
    window_->DrawList->AddRect(frame_.Min + ImVec2(ring, ring) * 0.5F, frame_.Max - ImVec2(ring, ring) * 0.5F,
                               palette().focus.packed(), px(kRadiusCard), 0, ring);
  }
  ImGui::EndChild();
  return result_;
}

}  // namespace

float table_height(std::span<const TableColumn> columns, std::size_t rows, std::size_t most,
                   const TableOptions& options) {
  const bool is_compact = available_width_css() < options.cards_below;
  const float row = is_compact ? card_height(columns, options) : options.row_height;
  const float head = is_compact ? kSpace1 : kHeaderHeight;
  const bool is_wider =
      !is_compact && place_columns(columns, {}, available_width() - px(kScrollBar)).is_wider();
  return head + (is_wider ? kScrollBar : 0) + row * static_cast<float>(std::min(rows, most)) + kRadiusCard;
}

TableResult data_table(std::string_view label, std::span<const TableColumn> columns, TableSource& source,
                       TableState& state, const TableOptions& options) {
  return Table(label, columns, source, state, options).draw();
}

}  // namespace attune::ui
