// What matters against how well it goes: the importance-performance quadrant (Martilla and James 1977).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

struct QuadrantItem {
  std::string name;
  double performance = 0;  // x
  double importance = 0;   // y
  std::optional<Interval> performance_interval{};
  std::optional<Interval> importance_interval{};
  std::int64_t count = 0;
};

struct QuadrantSpec {
  Caption caption;
  std::vector<QuadrantItem> items;
  std::string performance_title{};
  std::string importance_title{};
  ValueFormat performance_format{};
  ValueFormat importance_format{};
  std::optional<double> performance_cut{};  // where the quadrants part; default: the mean of the items
  std::optional<double> importance_cut{};
  // Top left (important, goes badly), top right, bottom left, bottom right.
  std::array<std::string, 4> corners{};
};

// Items in the top left are in the negative colour. Hit: index = item.
[[nodiscard]] Chart quadrant_chart(const QuadrantSpec& spec, const Surface& surface);

}  // namespace attune::chart
