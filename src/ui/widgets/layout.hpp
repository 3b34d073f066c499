// Where things go: space, rows, columns that wrap by width.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <optional>
#include <span>

#include "ui/theme/tokens.hpp"

namespace attune::ui {

// What is left of the line, in device pixels, inside the current column or card.
[[nodiscard]] float available_width();
[[nodiscard]] float available_width_css();
// Of the whole canvas, in CSS pixels: to tell a phone from a desk.
[[nodiscard]] float canvas_width_css();
[[nodiscard]] inline bool is_phone_width() { return canvas_width_css() < kPhoneWidth; }
[[nodiscard]] inline bool is_narrow_width() { return canvas_width_css() < kNarrowWidth; }

void space(float css);                // below what came last
void same_line(float css = kSpace2);  // the next item stands to the right of the last one
// As same_line, unless `width_css` more would not fit: then a new line begins. For rows of chips and buttons.
void flow(float width_css, float gap_css = kSpace2);
void centre_next(float width);  // the next item, `width` device pixels wide, stands in the middle of the line
void divider();                 // a thin line across

// Narrows what follows to [left, left + width) of the line, until it goes out of scope. Device pixels.
class Area {
 public:
  Area(ImVec2 position, float width);
  ~Area();
  Area(const Area&) = delete;
  Area& operator=(const Area&) = delete;
  [[nodiscard]] ImVec2 size() const;  // of what was placed so far

 private:
  ImVec2 position_;
  float old_content_right_, old_work_right_;
};

struct ColumnsOptions {
  float min_width = 280;  // CSS pixels a column needs; there are as many as fit
  std::size_t max_count = 4;
  float gap = kSpace4;
  bool is_equal_height = true;  // cards in one row end at the same line
};
// Cells beside each other that wrap by width:
//   Columns columns("figures", {.min_width = 220});
//   for (...) { columns.next(); kpi_tile(...); }
class Columns {
 public:
  Columns(const char* id, const ColumnsOptions& options = {});
  ~Columns();
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;
  // Begins the next cell; `span` columns wide where there are so many.
  void next(std::size_t span = 1);
  [[nodiscard]] std::size_t count() const noexcept { return count_; }

 private:
  void end_cell();
  void end_row();

  ColumnsOptions options_;
  ImGuiID id_;
  std::size_t count_ = 1;
  float column_width_ = 0, gap_ = 0;
  ImVec2 origin_;
  float row_top_ = 0, row_height_ = 0;
  std::size_t column_ = 0, row_ = 0;
  float outer_cell_height_ = 0;
  std::optional<Area> area_;
};

// Cells beside each other whose widths are shares of the line; what comes after stands below the highest.
//   Cells cells(std::array{0.3F, 0.7F});  cells.next(); ...  cells.next(); ...
class Cells {
 public:
  explicit Cells(std::span<const float> shares, float gap_css = kSpace4);
  ~Cells();
  Cells(const Cells&) = delete;
  Cells& operator=(const Cells&) = delete;
  void next();

 private:
  void end_cell();

  std::span<const float> shares_;
  float gap_, width_, bottom_ = 0;
  ImVec2 corner_;
  std::size_t cell_ = 0;
  float left_ = 0;
  std::optional<Area> area_;
};

}  // namespace attune::ui
