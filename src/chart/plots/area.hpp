// Parts of a whole along time: stacked areas, as amounts or as shares of 100 %.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

struct AreaSeries {
  std::string name;
  std::vector<double> values;  // one per x, not negative; NaN counts as nothing
  std::optional<Ink> ink{};
};

struct AreaSpec {
  Caption caption;
  std::vector<double> x;           // ascending; seconds since 1970 on a time axis
  std::vector<AreaSeries> series;  // first at the bottom
  bool is_time = true;
  bool is_share = false;  // each x adds up to 100 %
  std::string y_title{};
  ValueFormat y_format{};
  ValueFormat x_format{};
};

// Hit: index = x, with all series in its lines.
[[nodiscard]] Chart area_chart(const AreaSpec& spec, const Surface& surface);

}  // namespace attune::chart
