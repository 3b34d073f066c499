// The search box and the filters above the reviews.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

class ReviewsFilters {
 public:
  void draw(Frame& frame);

 private:
  void draw_chips(Frame& frame) const;
  void draw_lists(Frame& frame) const;
  void draw_chosen(Frame& frame) const;

  bool are_lists_shown_ = false;  // sources, products, dates; on a phone the chips too
};

}  // namespace attune::ui
