#include "ui/widgets/table_frame.hpp"

#include <algorithm>
#include <cstdint>

namespace attune::ui {

ImGuiID TableFrame::row_id(std::size_t row) const {
  const std::uint64_t number = row;
  return ImHashData(&number, sizeof number, id);
}

float TableFrame::left_of(std::size_t shown) const {
  return body.Min.x + places.shown[shown].left - (shown == 0 ? 0 : state.scroll_x);
}

void TableFrame::begin_scrolled() const {
  if (places.is_wider())
    ImGui::PushClipRect({body.Min.x + places.pinned_width(), frame.Min.y}, body.Max, true);
}

void TableFrame::end_scrolled() const {
  if (places.is_wider()) ImGui::PopClipRect();
}

void TableFrame::select(std::size_t row) {
  if (row_count == 0) return;
  row = std::min(row, row_count - 1);
  if (state.selected == row) return;
  state.selected = state.last = row;
  result.is_selection_changed = true;
}

void TableFrame::show(std::size_t row) {
  const double top = static_cast<double>(row) * row_height;
  const double bottom = top + row_height - body.GetHeight();
  state.scroll = std::clamp(std::clamp(state.scroll, bottom, top), 0.0, max_scroll());
}

double TableFrame::max_scroll() const { return std::max(0.0, content_height() - body.GetHeight()); }

}  // namespace attune::ui
