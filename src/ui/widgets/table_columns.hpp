// Which columns of a table are shown and where: they share the width that is left over, or scroll sideways
// under the first, which stays.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ui/widgets/data_table.hpp"

namespace attune::ui {

struct ShownColumn {
  std::size_t index;  // into the given columns
  float left, width;  // device pixels, from the table's left; before any scrolling
};

struct ColumnPlaces {
  std::vector<ShownColumn> shown;
  float width = 0;  // of all together
  float room = 0;   // what there is for them
  [[nodiscard]] bool is_wider() const noexcept { return width > room; }
  [[nodiscard]] float pinned_width() const noexcept {
    return is_wider() && !shown.empty() ? shown.front().width : 0;
  }
  [[nodiscard]] float max_scroll() const noexcept { return is_wider() ? width - room : 0; }
};

// `room` in device pixels; `widths` in CSS pixels, where the user changed them (0, or too few: as given).
[[nodiscard]] ColumnPlaces place_columns(std::span<const TableColumn> columns, std::span<const float> widths,
                                         float room);

// Scrolls no further than needed to have the column in view beside the one that stays.
[[nodiscard]] float scroll_to_show(const ColumnPlaces& places, std::size_t shown, float scroll);

}  // namespace attune::ui
