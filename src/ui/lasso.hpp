// A loop drawn around points of a chart with mouse or pen. Those without either choose by the chart's own
// buttons, which every view with a lasso has.
#pragma once

#include <imgui.h>

#include <vector>

#include "chart/geometry.hpp"
#include "ui/painter.hpp"

namespace attune::ui {

class Lasso {
 public:
  // After the chart was drawn. True in the frame in which a loop is closed: then corners() holds it.
  bool draw(const ChartResponse& response);

  // In CSS pixels of the chart.
  [[nodiscard]] const std::vector<chart::Point>& corners() const noexcept { return corners_; }
  [[nodiscard]] bool is_drawing() const noexcept { return is_drawing_; }

 private:
  std::vector<chart::Point> corners_;
  bool is_drawing_ = false;
};

}  // namespace attune::ui
