// One frame of one table: its parts, where they stand, and what the files that draw them share
// (table_header.cpp, table_rows.cpp, table_clips.cpp, data_table.cpp).
#pragma once

#include <imgui_internal.h>

#include <cstddef>
#include <span>
#include <string_view>

#include "ui/widgets/data_table.hpp"
#include "ui/widgets/table_columns.hpp"

namespace attune::ui {

inline constexpr float kTableHeader = 40;  // CSS pixels high

struct TableFrame {
  std::string_view label;
  std::span<const TableColumn> columns;
  TableSource& source;
  TableState& state;
  const TableOptions& options;
  TableResult result{};
  ColumnPlaces places{};
  ImGuiWindow* window = nullptr;
  ImGuiID id = 0;
  ImRect frame{}, body{};  // device pixels, on the display
  std::size_t row_count = 0;
  float row_height = 0;     // device pixels
  bool is_compact = false;  // rows are cards
  bool is_focused = false;

  [[nodiscard]] ImGuiID row_id(std::size_t row) const;
  [[nodiscard]] float left_of(std::size_t shown) const;  // device pixels, on the display
  // What scrolls is clipped where the first column ends.
  void begin_scrolled() const;
  void end_scrolled() const;
  void select(std::size_t row);
  void show(std::size_t row);  // scrolls just so far that the row is wholly in view
  [[nodiscard]] double content_height() const { return static_cast<double>(row_count) * row_height; }
  [[nodiscard]] double max_scroll() const;
};

void draw_table_header(TableFrame& table);
void draw_table_rows(TableFrame& table);
void copy_table_row(const TableFrame& table, std::size_t row);
void copy_table_rows(const TableFrame& table);
void offer_table_menu(TableFrame& table);

}  // namespace attune::ui
