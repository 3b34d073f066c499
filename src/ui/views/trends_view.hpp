// Any measure over time: its level with interval, where it changed, alerts with the reviews behind them, and
// the days of the week; put together from the files trends_*.
#pragma once

#include "ui/painter.hpp"
#include "ui/view.hpp"

namespace attune::ui {

class TrendsView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  void draw_series(Frame& frame, const snapshot::Series& series);
  void draw_weekdays(Frame& frame, const snapshot::WeekdayPattern& pattern);

  ChartPlace series_, weekdays_;
};

}  // namespace attune::ui
