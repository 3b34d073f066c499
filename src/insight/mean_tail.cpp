#include "insight/mean_tail.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "stats/distributions.hpp"

namespace attune::insight {
namespace {

// The cumulant generating function of one rating less the mean, and its first two derivatives.
struct Cumulants {
  double value = 0, slope = 0, curve = 0;
};

Cumulants cumulants_at(const RatingCounts& ratings, double mean, double t) {
  double highest = 0;  // keeps exp() finite
  for (std::size_t i = 0; i < RatingCounts::kSteps; ++i) {
    if (ratings.counts[i] > 0) highest = std::max(highest, t * (RatingCounts::value(i) - mean));
  }
  double sum = 0;
  double first = 0;
  double second = 0;
  for (std::size_t i = 0; i < RatingCounts::kSteps; ++i) {
    const double at = RatingCounts::value(i) - mean;
    const double weight = ratings.counts[i] * std::exp(t * at - highest);
    sum += weight, first += weight * at, second += weight * at * at;
  }
  first /= sum, second /= sum;
  return {highest + std::log(sum / static_cast<double>(ratings.n)), first, second - first * first};
}

// The largest step of which all ratings are multiples apart: 1 where only whole stars are given.
double step_of(const RatingCounts& ratings) {
  std::size_t first = RatingCounts::kSteps;
  std::size_t step = 0;
  for (std::size_t i = 0; i < RatingCounts::kSteps; ++i) {
    if (ratings.counts[i] == 0) continue;
    first = std::min(first, i);
    step = std::gcd(step, i - first);
  }
  return RatingCounts::kStep * static_cast<double>(step);
}

}  // namespace

void RatingCounts::add(double rating) noexcept {
  const double step = std::round((std::clamp(rating, 1.0, 5.0) - 1) / kStep);
  ++counts[static_cast<std::size_t>(step)];
  ++n;
}

void RatingCounts::add(const RatingCounts& other) noexcept {
  for (std::size_t i = 0; i < kSteps; ++i) counts[i] += other.counts[i];
  n += other.n;
}

double RatingCounts::mean() const noexcept {
  double sum = 0;
  for (std::size_t i = 0; i < kSteps; ++i) sum += counts[i] * value(i);
  return n > 0 ? sum / static_cast<double>(n) : 0.0;
}

double RatingCounts::variance() const noexcept {
  if (n == 0) return 0;
  const double middle = mean();
  double sum = 0;
  for (std::size_t i = 0; i < kSteps; ++i) sum += counts[i] * (value(i) - middle) * (value(i) - middle);
  return sum / static_cast<double>(n);
}

double mean_tail(const RatingCounts& all, const RatingCounts& part) {
  if (all.n == 0 || part.n == 0) return 1;
  const double mean = all.mean();
  const auto n = static_cast<double>(part.n);
  const double gap = part.mean() - mean;
  // A lower tail is the upper tail of the mirrored ratings; half a step nearer for the steps between sums.
  const double side = gap < 0 ? -1.0 : 1.0;
  const double distance = std::abs(gap) - 0.5 * step_of(all) / n;
  if (distance <= 0 || all.variance() <= 0) return 1;
  // The slope grows with t: bisection finds where it is the distance.
  double low = 0;
  double high = 64;
  for (int i = 0; i < 60; ++i) {
    const double t = (low + high) / 2;
    (side * cumulants_at(all, mean, side * t).slope < distance ? low : high) = t;
  }
  const double t = (low + high) / 2;
  const Cumulants at = cumulants_at(all, mean, side * t);
  const double w = std::sqrt(std::max(0.0, 2 * n * (t * distance - at.value)));
  const double u = t * std::sqrt(n * at.curve);
  if (w < 1e-3 || u < 1e-3) return 0.5;
  const double density = std::exp(-w * w / 2) / std::sqrt(2 * 3.14159265358979323846);
  const double tail = stats::normal_cumulative(-w) + density * (1 / u - 1 / w);
  // Never beyond Chernoff's bound, nor below nothing where the formula runs out of steps.
  return std::clamp(tail, 0.0, std::exp(-w * w / 2));
}

}  // namespace attune::insight
