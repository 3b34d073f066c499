// What happened when: one customer's orders, reviews and tickets, or events of a business, in lanes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

struct TimelineEvent {
  double at = 0;  // seconds since 1970
  std::optional<double> until{};
  std::size_t lane = 0;
  std::string label{};
  std::optional<Ink> ink{};  // e.g. the feeling of a review; default: the lane's colour
};

struct TimelineSpec {
  Caption caption;
  std::vector<std::string> lanes;  // first at the top
  std::vector<TimelineEvent> events;
  std::optional<Interval> window{};  // what is zoomed to
};

// Labels stand where they are free; the others are in the tooltip and the table. Hit: series = lane, index =
// event.
[[nodiscard]] Chart timeline_chart(const TimelineSpec& spec, const Surface& surface);

}  // namespace attune::chart
