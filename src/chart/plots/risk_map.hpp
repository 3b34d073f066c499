// Who is about to leave and worth it: each customer a point at risk and value, in four quarters.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

struct RiskMapPoint {
  double risk = 0;   // 0 to 1
  double value = 0;  // money; those not above 0 stand on the bottom line
};

struct RiskMapSpec {
  Caption caption;
  std::vector<RiskMapPoint> points;
  std::vector<std::uint8_t> is_chosen{};  // empty, or one per point: the others are drawn soft
  double risk_line = 0.5;                 // where the quarters part
  double value_line = 0;
  std::string risk_title{};
  std::string value_title{};
  ValueFormat value_format{};
  // Of the quarters: top left (safe and worth it), top right (at risk and worth it), bottom left, bottom
  // right.
  std::array<std::string, 4> corners{};
  std::string summary{};  // what a reader should know first
};

// Value on a log axis. `x` and `y` of the chart are its scales, for a lasso. Hit: index = point (of at most
// 2,000).
[[nodiscard]] Chart risk_map(const RiskMapSpec& spec, const Surface& surface);

// The value axis' lowest place: where customers worth nothing stand.
[[nodiscard]] double least_value(const RiskMapSpec& spec) noexcept;

}  // namespace attune::chart
