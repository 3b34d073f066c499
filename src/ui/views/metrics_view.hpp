// The figures a business is steered by: those the files hold, and for the others what to add.
#pragma once

#include "ui/view.hpp"
#include "ui/views/metric_detail.hpp"

namespace attune::ui {

class MetricsView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  bool draw_drawer(Frame& frame);  // true if it covers the page

  MetricDetail detail_;
};

}  // namespace attune::ui
