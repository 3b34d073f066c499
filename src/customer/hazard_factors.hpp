// Who ends contracts more often: each value of each column against all others, period by period.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stats/survival.hpp"

namespace attune::customer {

struct HazardFactor {
  std::string column, value;
  double ratio = 1, low = 1, high = 1;  // of the odds to end in a period; 95 %
  std::uint64_t n = 0;                  // who have the value
};

// `cells`: one a lifetime. The common odds ratio over periods (Mantel, Haenszel 1959) with the variance of
// Robins, Breslow, Greenland 1986. Values of fewer than 10 rows, and columns of more than 12 values, are left
// out. Strongest first, by the distance of the interval from 1.
struct HazardColumn {
  std::string name;
  std::vector<std::string_view> cells;
};
[[nodiscard]] std::vector<HazardFactor> hazard_factors(std::span<const stats::Lifetime> lifetimes,
                                                       std::span<const HazardColumn> columns);

}  // namespace attune::customer
