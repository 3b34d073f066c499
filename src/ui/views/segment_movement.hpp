// Who moved from which segment to which between two days, as ribbons.
#pragma once

#include "ui/painter.hpp"
#include "ui/view.hpp"

namespace attune::ui {

class SegmentMovement {
 public:
  void draw(Frame& frame);

 private:
  ChartPlace ribbons_;
};

}  // namespace attune::ui
