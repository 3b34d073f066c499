#include "stats/intervals.hpp"

#include <cmath>
#include <numeric>
#include <vector>

#include <catch_amalgamated.hpp>

using namespace attune::stats;
using Catch::Matchers::WithinAbs;

namespace {

void check_interval(Interval interval, double low, double high, double tolerance = 5e-5) {
  CHECK_THAT(interval.low, WithinAbs(low, tolerance));
  CHECK_THAT(interval.high, WithinAbs(high, tolerance));
}

}  // namespace

TEST_CASE("share intervals agree with published tables", "[stats][intervals]") {
  // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I.
  check_interval(share_interval(81, 263), 0.2553, 0.3662);
  check_interval(share_interval(15, 148), 0.0624, 0.1605);
  check_interval(share_interval(0, 20), 0.0, 0.1611);
  check_interval(share_interval(1, 29), 0.0061, 0.1718);
  check_interval(exact_share_interval(81, 263), 0.2527, 0.3676);
  check_interval(exact_share_interval(15, 148), 0.0578, 0.1617);
  check_interval(exact_share_interval(0, 20), 0.0, 0.1684);
  check_interval(exact_share_interval(1, 29), 0.0009, 0.1776);
}

TEST_CASE("the Agresti-Coull interval has Wilson's centre and is never narrower", "[stats][intervals]") {
  for (const std::uint64_t successes : {1ULL, 5ULL, 10ULL, 19ULL}) {
    const Interval wilson = share_interval(successes, 20);
    const Interval adjusted = agresti_coull_interval(successes, 20);
    CHECK(adjusted.high - adjusted.low <= 1.0);
    CHECK(adjusted.low <= wilson.low + 1e-12);
    CHECK(adjusted.high >= wilson.high - 1e-12);
  }
}

TEST_CASE("the difference of two shares agrees with Newcombe's example", "[stats][intervals]") {
  // Newcombe 1998, "Interval estimation for the difference between independent proportions", method 10.
  check_interval(share_difference_interval(56, 70, 48, 80), 0.0524, 0.3339);
  check_interval(share_difference_interval(9, 10, 3, 10), 0.1705, 0.8090);
}

TEST_CASE("the t interval of a mean uses the small-sample quantile", "[stats][intervals]") {
  check_interval(mean_interval(5, 10.0, 2.0), 10 - 2.776445 * 2 / std::sqrt(5.0),
                 10 + 2.776445 * 2 / std::sqrt(5.0));
  check_interval(mean_interval(1000001, 0.0, 1000.0), -1.95997, 1.95997, 1e-4);
}

TEST_CASE("the interval of a count agrees with Garwood's table", "[stats][intervals]") {
  check_interval(count_interval(0), 0.0, 3.6889);
  check_interval(count_interval(10), 4.7954, 18.3904);
}

TEST_CASE("intervals of nothing are wide or empty, never NaN", "[stats][intervals]") {
  check_interval(share_interval(0, 0), 0, 1);
  check_interval(exact_share_interval(0, 0), 0, 1);
  check_interval(share_interval(7, 7), 0.6457, 1.0);
  check_interval(mean_interval(1, 3.5, 0), 3.5, 3.5);
  check_interval(mean_interval(0, 0, 0), 0, 0);
  check_interval(bootstrap_interval(0, [](auto) { return 1.0; }), 0, 0);
  check_interval(bootstrap_interval(4, [](auto) { return std::nan(""); }), 0, 0);
}

TEST_CASE("Wilson's interval covers the truth as often as it says, averaged over shares",
          "[stats][intervals]") {
  // Exact coverage: the binomial probability of all outcomes whose interval holds the truth.
  const unsigned n = 40;
  double coverage = 0;
  for (int step = 1; step <= 99; ++step) {
    const double truth = step / 100.0;
    for (unsigned k = 0; k <= n; ++k) {
      const Interval interval = share_interval(k, n);
      if (interval.low > truth || truth > interval.high) continue;
      const double ways = std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0);
      coverage += std::exp(ways + k * std::log(truth) + (n - k) * std::log1p(-truth)) / 99;
    }
  }
  CHECK_THAT(coverage, WithinAbs(0.95, 0.01));
}

TEST_CASE("a bootstrap interval of a mean is near the t interval and the same each time",
          "[stats][intervals]") {
  std::vector<double> values(200);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = std::sin(static_cast<double>(i) * 1.7) * 3 + 5;
  const auto mean = [&](std::span<const std::uint32_t> picked) {
    double sum = 0;
    for (const auto index : picked) sum += values[index];
    return sum / static_cast<double>(picked.size());
  };
  const Interval first = bootstrap_interval(values.size(), mean);
  const Interval second = bootstrap_interval(values.size(), mean);
  CHECK(first.low == second.low);
  CHECK(first.high == second.high);
  const double average = std::accumulate(values.begin(), values.end(), 0.0) / 200;
  double squares = 0;
  for (const double value : values) squares += (value - average) * (value - average);
  const Interval exact = mean_interval(200, average, std::sqrt(squares / 199));
  check_interval(first, exact.low, exact.high, 0.05);
}
