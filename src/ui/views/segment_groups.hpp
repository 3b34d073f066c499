// Groups that the data itself falls into: on a plane whose axes say what they mean, and in plain rules.
#pragma once

#include "ui/painter.hpp"
#include "ui/view.hpp"

namespace attune::ui {

class SegmentGroups {
 public:
  void draw(Frame& frame);

 private:
  void draw_plane(Frame& frame);

  ChartPlace plane_;
};

}  // namespace attune::ui
