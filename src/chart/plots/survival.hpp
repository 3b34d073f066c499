// How many are still there after a time: step curves that fall from 100 %, with bands.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

struct SurvivalStep {
  double time = 0;   // ascending, in the spec's unit
  double share = 1;  // still there from this time on
  double low = 1;    // interval; NaN: none
  double high = 1;
  std::int64_t at_risk = 0;
};

struct SurvivalCurve {
  std::string name;
  std::vector<SurvivalStep> steps;  // a first step at time 0 with share 1 is added when missing
};

struct SurvivalSpec {
  Caption caption;
  std::vector<SurvivalCurve> curves;
  std::string time_title{};  // "Days since the first order"
};

[[nodiscard]] Chart survival_chart(const SurvivalSpec& spec, const Surface& surface);

}  // namespace attune::chart
