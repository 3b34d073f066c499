#include "stats/intervals.hpp"

#include <algorithm>
#include <cmath>

#include "base/random.hpp"
#include "stats/distributions.hpp"

namespace attune::stats {
namespace {

double upper(double confidence) { return 0.5 + 0.5 * std::clamp(confidence, 0.0, 0.999999); }

Interval within(Interval interval, double lowest, double highest) {
  return {std::clamp(interval.low, lowest, highest), std::clamp(interval.high, lowest, highest)};
}

}  // namespace

Interval mean_interval(std::uint64_t n, double mean, double standard_deviation, double confidence) {
  if (n < 2 || !(standard_deviation > 0)) return {mean, mean};
  const auto cases = static_cast<double>(n);
  const double half =
      student_t_quantile(cases - 1, upper(confidence)) * standard_deviation / std::sqrt(cases);
  return {mean - half, mean + half};
}

Interval share_interval(std::uint64_t successes, std::uint64_t n, double confidence) {
  if (n == 0) return {0, 1};
  const auto cases = static_cast<double>(n);
  const double share = static_cast<double>(std::min(successes, n)) / cases;
  const double z = normal_quantile(upper(confidence));
  const double scale = 1 + z * z / cases;
  const double centre = (share + z * z / (2 * cases)) / scale;
  const double half = z * std::sqrt(share * (1 - share) / cases + z * z / (4 * cases * cases)) / scale;
  // At the ends the formula is exact, its rounding is not.
  return within({successes == 0 ? 0 : centre - half, successes >= n ? 1 : centre + half}, 0, 1);
}

Interval agresti_coull_interval(std::uint64_t successes, std::uint64_t n, double confidence) {
  if (n == 0) return {0, 1};
  const double z = normal_quantile(upper(confidence));
  const double cases = static_cast<double>(n) + z * z;
  const double share = (static_cast<double>(std::min(successes, n)) + z * z / 2) / cases;
  const double half = z * std::sqrt(share * (1 - share) / cases);
  return within({share - half, share + half}, 0, 1);
}

Interval exact_share_interval(std::uint64_t successes, std::uint64_t n, double confidence) {
  if (n == 0) return {0, 1};
  const auto hits = static_cast<double>(std::min(successes, n));
  const double misses = static_cast<double>(n) - hits;
  const double p = upper(confidence);
  return {hits > 0 ? beta_quantile(hits, misses + 1, 1 - p) : 0,
          misses > 0 ? beta_quantile(hits + 1, misses, p) : 1};
}

Interval count_interval(std::uint64_t count, double confidence) {
  const double p = upper(confidence);
  const auto events = static_cast<double>(count);
  return {count > 0 ? chi_squared_quantile(2 * events, 1 - p) / 2 : 0,
          chi_squared_quantile(2 * events + 2, p) / 2};
}

Interval share_difference_interval(std::uint64_t first_successes, std::uint64_t first_n,
                                   std::uint64_t second_successes, std::uint64_t second_n,
                                   double confidence) {
  if (first_n == 0 || second_n == 0) return {-1, 1};
  const double a = static_cast<double>(std::min(first_successes, first_n)) / static_cast<double>(first_n);
  const double b = static_cast<double>(std::min(second_successes, second_n)) / static_cast<double>(second_n);
  const Interval first = share_interval(first_successes, first_n, confidence);
  const Interval second = share_interval(second_successes, second_n, confidence);
  return within({a - b - std::hypot(a - first.low, second.high - b),
                 a - b + std::hypot(first.high - a, b - second.low)},
                -1, 1);
}

Interval net_share_interval(std::uint64_t positive, std::uint64_t negative, std::uint64_t n,
                            double confidence) {
  if (n == 0) return {-1, 1};
  const auto count = static_cast<double>(n);
  const auto plus = static_cast<double>(positive);
  const auto minus = static_cast<double>(negative);
  // How far the data are from a true difference `delta`, in standard errors under it; falls with delta.
  const auto distance = [&](double delta) {
    const double b = -plus - minus + (2 * count - plus + minus) * delta;
    const double c = -minus * delta * (1 - delta);
    const double root = std::sqrt(std::max(0.0, b * b - 8 * count * c));
    const double share = std::max(0.0, (root - b) / (4 * count));  // of the negative, if delta were true
    const double variance = count * (2 * share + delta * (1 - delta));
    const double gap = plus - minus - count * delta;
    if (variance <= 1e-12) return gap > 1e-9 ? 1e9 : gap < -1e-9 ? -1e9 : 0.0;
    return gap / std::sqrt(variance);
  };
  const double z = normal_quantile(0.5 + confidence / 2);
  const double value = (plus - minus) / count;
  const auto solve = [&](double inside, double outside, double target) {
    for (int step = 0; step < 60; ++step) {
      const double middle = (inside + outside) / 2;
      (std::abs(distance(middle)) <= target ? inside : outside) = middle;
    }
    return (inside + outside) / 2;
  };
  return {solve(value, -1, z), solve(value, 1, z)};
}

Interval mean_difference_interval(const MeanSummary& first, const MeanSummary& second, double confidence) {
  const double difference = first.mean - second.mean;
  if (first.n < 2 || second.n < 2) return {difference, difference};
  const auto n = static_cast<double>(first.n);
  const auto m = static_cast<double>(second.n);
  const double a = first.standard_deviation * first.standard_deviation / n;
  const double b = second.standard_deviation * second.standard_deviation / m;
  if (!(a + b > 0)) return {difference, difference};
  const double freedom = (a + b) * (a + b) / (a * a / (n - 1) + b * b / (m - 1));
  const double half = student_t_quantile(freedom, upper(confidence)) * std::sqrt(a + b);
  return {difference - half, difference + half};
}

Interval bootstrap_interval(std::size_t n,
                            const std::function<double(std::span<const std::uint32_t>)>& statistic,
                            const BootstrapOptions& options) {
  if (n == 0) return {};
  Random random{options.seed};
  std::vector<std::uint32_t> resample(n);
  std::vector<double> draws;
  for (int i = 0; i < options.replicates; ++i) {
    for (auto& index : resample) index = random.below(static_cast<std::uint32_t>(n));
    if (const double value = statistic(resample); std::isfinite(value)) draws.push_back(value);
  }
  return percentile_interval(draws, options.confidence);
}

Interval percentile_interval(std::vector<double>& draws, double confidence) {
  std::sort(draws.begin(), draws.end());
  return {sorted_quantile(draws, 1 - upper(confidence)), sorted_quantile(draws, upper(confidence))};
}

double sorted_quantile(std::span<const double> sorted, double probability) {
  if (sorted.empty()) return 0;
  const double place = std::clamp(probability, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace attune::stats
