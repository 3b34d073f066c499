// How long customers stay: a curve of who is still there, and the triangle of who came back in which month.
#pragma once

#include "ui/painter.hpp"
#include "ui/view.hpp"

namespace attune::ui {

class ValueRetention {
 public:
  void draw(Frame& frame);

 private:
  void draw_survival(Frame& frame);
  void draw_cohorts(Frame& frame);

  ChartPlace survival_, cohorts_;
};

}  // namespace attune::ui
