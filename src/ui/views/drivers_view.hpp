// What matters most: which topics move the rating, the recommendation and coming back, how well they go, and
// what halving complaints might bring.
#pragma once

#include "ui/painter.hpp"
#include "ui/view.hpp"

namespace attune::ui {

class DriversView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  void draw_choice(const Frame& frame);
  void draw_map(Frame& frame);
  void draw_effects(Frame& frame);
  void draw_what_if(Frame& frame);
  [[nodiscard]] const snapshot::Drivers& drivers_of(const Frame& frame) const;
  [[nodiscard]] std::uint64_t revision(const Frame& frame) const;

  std::size_t moved_ = 0;  // of the outcomes that can be told
  ChartPlace map_, effects_;
};

}  // namespace attune::ui
