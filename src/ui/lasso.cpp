#include "ui/lasso.hpp"

#include <cmath>

#include "ui/context.hpp"

namespace attune::ui {
namespace {

constexpr double kStep = 4;         // CSS pixels between corners
constexpr std::size_t kFewest = 8;  // corners of a loop; fewer are a click
constexpr std::size_t kMost = 2000;

}  // namespace

bool Lasso::draw(const ChartResponse& response) {
  if (response.chart == nullptr) return false;
  const float scale = context().scale;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const chart::Point at{(mouse.x - response.low.x) / scale, (mouse.y - response.low.y) / scale};
  if (response.is_hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    corners_ = {at};
    is_drawing_ = true;
  }
  if (!is_drawing_) return false;
  const chart::Point& last = corners_.back();
  if (std::hypot(at.x - last.x, at.y - last.y) >= kStep && corners_.size() < kMost) corners_.push_back(at);
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    is_drawing_ = false;
    if (corners_.size() >= kFewest) return true;
    corners_.clear();
    return false;
  }
  std::vector<ImVec2> line;
  for (const chart::Point& corner : corners_) {
    line.emplace_back(response.low.x + static_cast<float>(corner.x) * scale,
                      response.low.y + static_cast<float>(corner.y) * scale);
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddConcavePolyFilled(line.data(), static_cast<int>(line.size()),
                            palette().accent.with_alpha(40).packed());
  list.AddPolyline(line.data(), static_cast<int>(line.size()), palette().accent.packed(), ImDrawFlags_Closed,
                   px(2));
  return false;
}

}  // namespace attune::ui
