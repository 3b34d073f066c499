#include <cmath>
#include <vector>

#include <catch_amalgamated.hpp>

#include "stats/distributions.hpp"
#include "stats/intervals.hpp"

using namespace attune;

namespace {

// The exact chance that the interval holds the true difference, summed over every possible outcome.
double coverage(std::uint64_t n, double positive, double negative) {
  const auto count = static_cast<double>(n);
  const double neutral = 1 - positive - negative;
  const auto power = [](double p, double times) { return times == 0 ? 0.0 : times * std::log(p); };
  double covered = 0;
  for (std::uint64_t p = 0; p <= n; ++p) {
    for (std::uint64_t m = 0; p + m <= n; ++m) {
      const auto rest = static_cast<double>(n - p - m);
      if (neutral <= 0 && rest > 0) continue;
      const double log_chance = stats::log_gamma(count + 1) - stats::log_gamma(static_cast<double>(p) + 1) -
                                stats::log_gamma(static_cast<double>(m) + 1) - stats::log_gamma(rest + 1) +
                                power(positive, static_cast<double>(p)) +
                                power(negative, static_cast<double>(m)) + power(neutral, rest);
      const stats::Interval interval = stats::net_share_interval(p, m, n);
      if (interval.low <= positive - negative && positive - negative <= interval.high)
        covered += std::exp(log_chance);
    }
  }
  return covered;
}

}  // namespace

TEST_CASE("the interval of a net share covers the truth, counted over every outcome", "[stats][intervals]") {
  const auto [positive, negative] = GENERATE(
      table<double, double>({{0.5, 0.2}, {0.7, 0.1}, {0.3, 0.3}, {0.1, 0.6}, {0.85, 0.05}, {0.2, 0.05}}));
  for (const std::uint64_t n : {20U, 50U}) {
    INFO(n << " cases, " << positive << " - " << negative);
    const double exact = coverage(n, positive, negative);
    CHECK(exact >= 0.93);
    CHECK(exact <= 0.985);
  }
}

TEST_CASE("the interval of a net share is honest at the ends", "[stats][intervals]") {
  const stats::Interval all = stats::net_share_interval(10, 0, 10);
  CHECK(all.high == Catch::Approx(1).margin(1e-6));
  CHECK(all.low < 0.8);
  CHECK(all.low > 0.3);
  const stats::Interval none = stats::net_share_interval(0, 0, 0);
  CHECK(none.low == -1);
  CHECK(none.high == 1);
  const stats::Interval even = stats::net_share_interval(5, 5, 20);
  CHECK(even.low == Catch::Approx(-even.high).margin(1e-6));
}
