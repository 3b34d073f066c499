// For the curious: which models stand behind the figures, what they learned, and how they did on data they
// had not seen.
#pragma once

#include "ui/painter.hpp"
#include "ui/view.hpp"

namespace attune::ui {

class ValueModels {
 public:
  void draw(Frame& frame);

 private:
  void draw_score(Frame& frame, const snapshot::Score& score, const char* id, ChartPlace& place);

  bool shows_parameters_ = false;
  ChartPlace next_order_, lead_;
};

}  // namespace attune::ui
