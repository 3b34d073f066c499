// How long things last when many have not ended yet.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stats/intervals.hpp"

namespace attune::stats {

// Watched from 0 to `time`; ended there, or was still going on (censored). Negative or non-finite times are
// left out.
struct Lifetime {
  double time = 0;
  bool has_ended = false;
};

// The share that lasts longer than `time`, from there to the next point.
struct SurvivalPoint {
  double time = 0;
  std::uint64_t at_risk = 0;  // just before
  std::uint64_t ended = 0;
  double survival = 1;
  Interval interval;  // 95 %
};

// Kaplan and Meier 1958, with Greenwood's variance 1926 on the log(-log) scale (Kalbfleisch, Prentice 1980),
// which stays within [0, 1]. One point for each time at which something ended, rising. Where the estimate is
// 0 or 1 that scale has no interval; then it is Clopper and Pearson's of the cases still at risk.
[[nodiscard]] std::vector<SurvivalPoint> kaplan_meier(std::span<const Lifetime> lifetimes);

// The survival at a time, 1 before the first point.
[[nodiscard]] double survival_at(std::span<const SurvivalPoint> curve, double time);

// The first time by which half have ended; infinity if the curve does not come down so far.
[[nodiscard]] double median_lifetime(std::span<const SurvivalPoint> curve);

// The chance to end in each whole period, given that one got there, with Wilson's interval: a hazard table.
struct HazardPoint {
  std::uint32_t period = 0;  // [period, period + 1)
  std::uint64_t at_risk = 0;
  std::uint64_t ended = 0;
  double hazard = 0;
  Interval interval;
};
[[nodiscard]] std::vector<HazardPoint> discrete_hazard(std::span<const Lifetime> lifetimes);

// Whether two groups last equally long: the log-rank test (Mantel 1966). A small p value: they do not.
[[nodiscard]] double log_rank_p_value(std::span<const Lifetime> first, std::span<const Lifetime> second);

}  // namespace attune::stats
