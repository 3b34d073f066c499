// One detail that people judge, in the drawer: figures, the words it is judged with, where it differs,
// quotes.
#pragma once

#include <array>

#include "ui/painter.hpp"
#include "ui/view.hpp"

namespace attune::ui {

class AspectDetail {
 public:
  void draw(Frame& frame, const snapshot::Aspect& aspect);

 private:
  void draw_groups(Frame& frame, const snapshot::Aspect& aspect);

  std::array<ChartPlace, 4> groups_;  // by product, source, place, segment
};

}  // namespace attune::ui
