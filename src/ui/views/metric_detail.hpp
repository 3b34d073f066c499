// One figure in the drawer: how it is computed, from which columns, and how it differs between groups.
#pragma once

#include <string>

#include "ui/painter.hpp"
#include "ui/view.hpp"
#include "ui/views/competitors.hpp"

namespace attune::ui {

class MetricDetail {
 public:
  void draw(Frame& frame, const snapshot::Metric& metric);

 private:
  void draw_groups(Frame& frame, const snapshot::Metric& metric);

  std::string by_;  // the grouping that is shown
  ChartPlace groups_;
  Competitors competitors_;
};

}  // namespace attune::ui
