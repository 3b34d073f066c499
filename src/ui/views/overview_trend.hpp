// How rating or feeling went over time; a press on a period narrows the reviews to it.
#pragma once

#include "ui/painter.hpp"
#include "ui/view.hpp"

namespace attune::ui {

class OverviewTrend {
 public:
  void draw(Frame& frame);

 private:
  ChartPlace place_;
};

}  // namespace attune::ui
