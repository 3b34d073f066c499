// Search, segments, risk and consent; and what was picked on a chart, as chips that can be taken away.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

class CustomersFilters {
 public:
  void draw(Frame& frame);

 private:
  void draw_lists(Frame& frame) const;
  void draw_chosen(Frame& frame) const;

  bool are_lists_shown_ = false;
};

}  // namespace attune::ui
