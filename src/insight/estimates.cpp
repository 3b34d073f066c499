#include "insight/estimates.hpp"

#include "stats/intervals.hpp"

namespace attune::insight {

snapshot::Estimate share_estimate(std::uint64_t successes, std::uint64_t n) {
  if (n == 0) return {};
  const stats::Interval interval = stats::share_interval(successes, n);
  return {static_cast<double>(successes) / static_cast<double>(n), interval.low, interval.high, n};
}

snapshot::Estimate net_estimate(std::uint64_t positive, std::uint64_t negative, std::uint64_t n) {
  if (n == 0) return {};
  const stats::Interval interval = stats::net_share_interval(positive, negative, n);
  return {(static_cast<double>(positive) - static_cast<double>(negative)) / static_cast<double>(n),
          interval.low, interval.high, n};
}

snapshot::Estimate count_estimate(std::uint64_t count) {
  const stats::Interval interval = stats::count_interval(count);
  return {static_cast<double>(count), interval.low, interval.high, count};
}

}  // namespace attune::insight
