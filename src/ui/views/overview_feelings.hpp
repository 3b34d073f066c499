// How customers feel and how many stars they gave, as two charts whose parts narrow the reviews.
#pragma once

#include "ui/painter.hpp"
#include "ui/view.hpp"

namespace attune::ui {

class OverviewFeelings {
 public:
  void draw(Frame& frame);

 private:
  void draw_feelings(Frame& frame);
  void draw_stars(Frame& frame);

  ChartPlace feelings_;
  ChartPlace stars_;
};

// Shows the reviews that pass this filter and no other.
void show_reviews(Frame& frame, protocol::RowsFilter filter);
void show_reviews(Frame& frame, protocol::SentimentFilter feeling);

// False when there is no model and none has read anything: then feelings are left out.
[[nodiscard]] bool can_have_feelings(const snapshot::Snapshot& snapshot) noexcept;

// Changes with every snapshot: what a chart's layout depends on.
[[nodiscard]] std::uint64_t data_revision(const snapshot::Snapshot& snapshot) noexcept;

}  // namespace attune::ui
