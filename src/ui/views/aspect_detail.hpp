// One detail that people judge, in the drawer: figures, the words it is judged with, where it differs,
// quotes.
#pragma once

#include "ui/painter.hpp"
#include "ui/view.hpp"

namespace attune::ui {

class AspectDetail {
 public:
  void draw(Frame& frame, const snapshot::Aspect& aspect);

 private:
  ChartPlace groups_;
};

}  // namespace attune::ui
