#include "ui/widgets/table_columns.hpp"

#include <algorithm>
#include <cmath>

#include "ui/context.hpp"

namespace attune::ui {
namespace {

constexpr float kMostPinned = 0.5F;  // of the room; the rest must have some to scroll in

}  // namespace

ColumnPlaces place_columns(std::span<const TableColumn> columns, std::span<const float> widths, float room) {
  ColumnPlaces places{.shown = {}, .width = 0, .room = room};
  const float room_css = room / context().scale;
  const auto own_width = [&](std::size_t at) { return at < widths.size() ? widths[at] : 0.0F; };
  float taken = 0;
  float stretch = 0;
  for (std::size_t at = 0; at < columns.size(); ++at) {
    const TableColumn& column = columns[at];
    if (room_css < column.hidden_below) continue;
    const bool is_set = own_width(at) > 0;
    places.shown.push_back({at, 0, px(is_set ? own_width(at) : column.width)});
    taken += places.shown.back().width;
    if (!is_set) stretch += column.stretch;
  }
  const float left_over = room - taken;
  if (left_over < 0 && !places.shown.empty()) {
    float& pinned = places.shown.front().width;
    pinned = std::min(pinned, std::floor(room * kMostPinned));
  }
  for (ShownColumn& column : places.shown) {
    const float share = own_width(column.index) > 0 ? 0 : columns[column.index].stretch;
    if (left_over > 0 && share > 0) column.width += std::floor(left_over * share / stretch);
    column.left = places.width;
    places.width += column.width;
  }
  return places;
}

float scroll_to_show(const ColumnPlaces& places, std::size_t shown, float scroll) {
  if (shown == 0) return scroll;
  const ShownColumn& column = places.shown[shown];
  const float furthest = column.left - places.pinned_width();
  const float least = std::min(furthest, column.left + column.width - places.room);
  return std::clamp(std::clamp(scroll, least, furthest), 0.0F, places.max_scroll());
}

}  // namespace attune::ui
