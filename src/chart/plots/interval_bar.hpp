// One figure with its uncertainty on a track: value, interval and what it is compared with.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "chart/chart.hpp"

namespace attune::chart {

struct IntervalBarSpec {
  Caption caption;
  double value = 0;  // NaN: not known
  std::optional<Interval> interval{};
  Interval domain{0, 1};              // the track; widened if value or interval need it
  std::optional<double> reference{};  // last year, a goal
  std::string reference_name{};
  ValueFormat format{};
  std::int64_t count = 0;
  Ink ink{Role::Accent};
};

// Ends of the track are labelled when the height allows (about 34 px).
[[nodiscard]] Chart interval_bar(const IntervalBarSpec& spec, const Surface& surface);

}  // namespace attune::chart
