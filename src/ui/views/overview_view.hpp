// What the data says at a glance: key figures, feelings, stars, the course over time, quotes, and how it was
// read.
#pragma once

#include "ui/view.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/overview_trend.hpp"

namespace attune::ui {

class OverviewView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  OverviewFeelings feelings_;
  OverviewTrend trend_;
};

}  // namespace attune::ui
