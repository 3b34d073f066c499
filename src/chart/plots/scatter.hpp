// Pairs of values: single points, or how densely they lie where there are too many to tell apart.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

inline constexpr std::size_t kMostSinglePoints = 10'000;

struct ScatterSeries {
  std::string name;
  std::span<const Point> points;            // in data units; not kept after the call
  std::span<const std::string> names = {};  // empty, or one per point
};

struct ScatterSpec {
  Caption caption;
  std::vector<ScatterSeries> series;  // each with its own colour and shape
  Scale::Kind x_kind = Scale::Kind::Linear;
  Scale::Kind y_kind = Scale::Kind::Linear;
  std::string x_title{};
  std::string y_title{};
  ValueFormat x_format{};
  ValueFormat y_format{};
  std::optional<Interval> x_window{};  // what is zoomed to
  std::optional<Interval> y_window{};
};

// Above kMostSinglePoints in view: cells whose colour tells their number of points, on a log scale.
// Points that have no place (NaN, not positive on a log axis) are counted in the summary.
// Hit: series and index of the point; with density: index of the cell.
[[nodiscard]] Chart scatter_chart(const ScatterSpec& spec, const Surface& surface);

}  // namespace attune::chart
