#include "stats/minimiser.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace attune::stats {
namespace {

constexpr std::size_t kMemory = 10;
constexpr int kLineTrials = 60;
constexpr double kEnoughDecrease = 1e-4;
constexpr double kEnoughFlattening = 0.9;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

double dot(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

double largest(std::span<const double> values) {
  double most = 0;
  for (const double value : values) most = std::max(most, std::abs(value));
  return most;
}

bool all_finite(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

}  // namespace

Minimiser::Minimiser(std::vector<double> start, const MinimiserOptions& options)
    : options_{options},
      point_{start},
      gradient_(start.size()),
      direction_(start.size()),
      trial_{std::move(start)} {}

void Minimiser::tell(double value, std::span<const double> gradient) {
  assert(!done_ && gradient.size() == trial_.size());
  ++evaluations_;
  const bool finite = std::isfinite(value) && all_finite(gradient);
  if (evaluations_ == 1) {
    if (!finite) return finish(Convergence::NoStart);
    return accept(value, gradient);
  }
  if (!finite || value > value_ + kEnoughDecrease * length_ * slope_) {
    too_long_ = length_;
  } else if (dot(gradient, direction_) < kEnoughFlattening * slope_) {
    too_short_ = length_;
  } else {
    return accept(value, gradient);
  }
  if (++line_trials_ > kLineTrials) {
    if (memory_.empty()) return finish(Convergence::Stalled);
    memory_.clear();  // once more along the steepest descent
    return choose_direction();
  }
  try_step(too_long_ < kInfinity ? 0.5 * (too_short_ + too_long_) : 2 * too_short_);
}

void Minimiser::accept(double value, std::span<const double> gradient) {
  if (evaluations_ > 1) {
    ++iterations_;
    Pair pair{trial_, {gradient.begin(), gradient.end()}, 0};
    for (std::size_t i = 0; i < trial_.size(); ++i) {
      pair.step[i] -= point_[i];
      pair.change[i] -= gradient_[i];
    }
    const double curvature = dot(pair.step, pair.change);
    if (curvature > 1e-14 * dot(pair.change, pair.change)) {
      pair.inverse_curvature = 1 / curvature;
      memory_.push_back(std::move(pair));
      if (memory_.size() > kMemory) memory_.pop_front();
    }
    idle_ = value_ - value <= options_.value_tolerance * std::max(1.0, std::abs(value)) ? idle_ + 1 : 0;
  }
  point_ = trial_;
  value_ = value;
  gradient_.assign(gradient.begin(), gradient.end());
  if (largest(gradient_) <= options_.gradient_tolerance * std::max(1.0, std::abs(value_))) {
    return finish(Convergence::Gradient);
  }
  if (idle_ >= 2) return finish(Convergence::Value);
  if (iterations_ >= options_.iterations) return finish(Convergence::Exhausted);
  choose_direction();
}

void Minimiser::choose_direction() {
  direction_ = gradient_;
  std::vector<double> weight(memory_.size());
  for (std::size_t i = memory_.size(); i-- > 0;) {
    const Pair& pair = memory_[i];
    weight[i] = pair.inverse_curvature * dot(pair.step, direction_);
    for (std::size_t j = 0; j < direction_.size(); ++j) direction_[j] -= weight[i] * pair.change[j];
  }
  double scale = 1 / std::max(1.0, largest(gradient_));
  if (!memory_.empty()) {
    const Pair& last = memory_.back();
    scale = 1 / (last.inverse_curvature * dot(last.change, last.change));
  }
  for (double& component : direction_) component *= scale;
  for (std::size_t i = 0; i < memory_.size(); ++i) {
    const Pair& pair = memory_[i];
    const double back = weight[i] - pair.inverse_curvature * dot(pair.change, direction_);
    for (std::size_t j = 0; j < direction_.size(); ++j) direction_[j] += back * pair.step[j];
  }
  for (double& component : direction_) component = -component;
  slope_ = dot(gradient_, direction_);
  if (!(slope_ < 0)) {
    if (memory_.empty()) return finish(Convergence::Stalled);
    memory_.clear();
    return choose_direction();
  }
  line_trials_ = 0;
  too_short_ = 0;
  too_long_ = kInfinity;
  try_step(1);
}

void Minimiser::try_step(double length) {
  length_ = length;
  for (std::size_t i = 0; i < point_.size(); ++i) trial_[i] = point_[i] + length * direction_[i];
}

void Minimiser::finish(Convergence how) noexcept {
  convergence_ = how;
  done_ = true;
}

Minimum Minimiser::result() const {
  Minimum minimum{point_, value_, largest(gradient_), iterations_, evaluations_, convergence_};
  // At the limit of rounding the line search cannot see the last decrease; that is an end, not a failure.
  if (convergence_ == Convergence::Stalled &&
      minimum.largest_gradient <= 1e-4 * std::max(1.0, std::abs(value_))) {
    minimum.convergence = Convergence::Value;
  }
  return minimum;
}

Minimum minimise(const Objective& objective, std::span<const std::vector<double>> starts,
                 const MinimiserOptions& options) {
  assert(!starts.empty());
  Minimum best;
  best.convergence = Convergence::NoStart;
  best.point = starts.front();
  for (const auto& start : starts) {
    Minimiser minimiser{start, options};
    std::vector<double> gradient(start.size());
    while (!minimiser.is_done()) {
      const double value = objective(minimiser.point(), gradient);
      minimiser.tell(value, gradient);
    }
    Minimum found = minimiser.result();
    if (found.value < best.value) best = std::move(found);
  }
  return best;
}

double gradient_error(const Objective& objective, std::span<const double> point) {
  std::vector<double> at{point.begin(), point.end()};
  std::vector<double> gradient(at.size());
  std::vector<double> unused(at.size());
  objective(at, gradient);
  double worst = 0;
  for (std::size_t i = 0; i < at.size(); ++i) {
    const double step = 1e-5 * std::max(1.0, std::abs(at[i]));
    at[i] = point[i] + step;
    const double above = objective(at, unused);
    at[i] = point[i] - step;
    const double below = objective(at, unused);
    at[i] = point[i];
    const double slope = (above - below) / (2 * step);
    worst = std::max(worst, std::abs(slope - gradient[i]) / std::max(1.0, std::abs(gradient[i])));
  }
  return worst;
}

}  // namespace attune::stats
