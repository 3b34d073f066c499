// The map of risk and worth. A loop around points chooses people, here and in the list; so do the four
// quarters.
#pragma once

#include <cstdint>
#include <vector>

#include "ui/lasso.hpp"
#include "ui/painter.hpp"
#include "ui/view.hpp"

namespace attune::ui {

class RiskMapCard {
 public:
  void draw(Frame& frame);

 private:
  void choose_in_loop(Frame& frame);
  void draw_quarters(Frame& frame) const;
  void draw_choice(Frame& frame) const;

  ChartPlace place_;
  Lasso lasso_;
  protocol::CustomersFilter shown_;  // the choice that the chart shows
  std::uint64_t choice_ = 0;         // goes up with every other choice: part of the chart's revision
};

}  // namespace attune::ui
