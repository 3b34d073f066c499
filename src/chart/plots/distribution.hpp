// How values spread in each group: box, violin and, where there are few, every single value.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

// Quartiles by linear interpolation (Hyndman and Fan 1996, type 7), whiskers to the last value within 1.5
// interquartile ranges (Tukey 1977), and a Gaussian kernel density with Silverman's bandwidth (1986).
struct Spread {
  std::int64_t count = 0;
  double low_whisker = 0, quartile1 = 0, median = 0, quartile3 = 0, high_whisker = 0;
  std::vector<double> single;  // all values if there are few, else those beyond the whiskers (evenly thinned)
  Interval range{0, 0};        // from the smallest to the largest value
  std::vector<double> density;  // at equal steps over `range`, the largest is 1; empty for few values
};

// NaN and infinite values are not counted.
[[nodiscard]] Spread spread_of(std::span<const double> values);

struct DistributionGroup {
  std::string name;
  Spread spread;
};

struct DistributionSpec {
  Caption caption;
  std::vector<DistributionGroup> groups;  // first at the top
  ValueFormat format{};
  std::string x_title{};
};

// Groups that do not fit are counted below and stay in the table. Hit: index = group.
[[nodiscard]] Chart distribution_chart(const DistributionSpec& spec, const Surface& surface);

}  // namespace attune::chart
