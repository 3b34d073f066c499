// Every review: search, filter, sort, and open one.
#pragma once

#include "ui/view.hpp"
#include "ui/views/reviews_filters.hpp"
#include "ui/views/reviews_table.hpp"

namespace attune::ui {

class ReviewsView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  bool draw_drawer(Frame& frame);

  ReviewsFilters filters_;
  ReviewsTable table_;
};

}  // namespace attune::ui
