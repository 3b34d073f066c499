// Which kinds of customers there are: by recency and frequency, by what the data itself groups, and who moved
// where.
#pragma once

#include "ui/painter.hpp"
#include "ui/view.hpp"
#include "ui/views/segment_groups.hpp"
#include "ui/views/segment_movement.hpp"
#include "ui/views/segment_rules.hpp"

namespace attune::ui {

class SegmentsView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  void draw_grid(Frame& frame);
  void draw_cards(Frame& frame);

  ChartPlace grid_;
  SegmentGroups groups_;
  SegmentMovement movement_;
  SegmentRules rules_;
};

}  // namespace attune::ui
