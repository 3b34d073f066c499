#include "customer/pareto_nbd.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "stats/distributions.hpp"

namespace attune::customer::pareto_nbd {
namespace {

// Gauss-Legendre on [0, 1], by Newton's method on the Legendre polynomial.
template <std::size_t Nodes>
struct Quadrature {
  std::array<double, Nodes> node{};
  std::array<double, Nodes> weight{};

  Quadrature() {
    constexpr double kPi = 3.14159265358979323846;
    const auto n = static_cast<double>(Nodes);
    for (std::size_t i = 0; i < Nodes; ++i) {
      double z = std::cos(kPi * (static_cast<double>(i) + 0.75) / (n + 0.5));
      double slope = 1;
      for (int turn = 0; turn < 50; ++turn) {
        double current = 1;
        double previous = 0;
        for (std::size_t k = 1; k <= Nodes; ++k) {
          const auto degree = static_cast<double>(k);
          const double next = ((2 * degree - 1) * z * current - (degree - 1) * previous) / degree;
          previous = current;
          current = next;
        }
        slope = n * (z * current - previous) / (z * z - 1);
        const double change = current / slope;
        z -= change;
        if (std::abs(change) < 1e-15) break;
      }
      node[i] = (1 - z) / 2;
      weight[i] = 1 / ((1 - z * z) * slope * slope);
    }
  }
};

struct Rule {
  std::span<const double> node, weight;
};

// As many nodes as the integrand of departure() needs for 1e-11: it falls by exp(-fall) over a width whose
// singularities lie pi beside it, so that the error is that of exp on [0, 1] and of a Bernstein ellipse
// (Trefethen 2008, "Is Gauss quadrature better than Clenshaw-Curtis?").
Rule rule_for(double fall, double width) {
  static const Quadrature<8> few;
  static const Quadrature<12> some;
  static const Quadrature<16> more;
  static const Quadrature<32> many;
  if (fall <= 7 && width <= 2.5) return {few.node, few.weight};
  if (fall <= 14 && width <= 4) return {some.node, some.weight};
  if (fall <= 22 && width <= 6) return {more.node, more.weight};
  return {many.node, many.weight};
}

// The ways to have left since the last order, relative to still being a customer: `odds` =
// s * integral / ((alpha + T)^-(r + x) (beta + T)^-s), as a logarithm, with the derivatives of log integral.
struct Departure {
  double log_odds = -1e300;
  double by_r = 0, by_alpha = 0, by_s = 0, by_beta = 0;
};

enum class Slopes { Wanted, Unwanted };

template <Slopes slopes>
Departure departure(const ParameterArray& parameters, const Activity& activity) {
  const auto [r, alpha, s, beta] = parameters;
  const auto [x, recency, age] = activity;
  if (!(age > recency)) return {};
  // In v = log((m + u) / (m + t_x)), m the smaller of alpha and beta, the integrand is smooth, and it falls
  // at least as fast as exp(-fall v): what lies beyond 45 / fall is lost in rounding.
  const double m = std::min(alpha, beta);
  const bool is_alpha = m == alpha;  // then log((alpha + u) / (alpha + t_x)) is v itself, else beta's is
  const double other = std::max(alpha, beta) + recency;
  const double fall = (r + x) * (m + recency) / (alpha + recency) - 1;
  double width = std::log((m + age) / (m + recency));
  if (fall > 0) width = std::min(width, 45 / fall);
  const double log_alpha = std::log(alpha + recency);
  const double log_beta = std::log(beta + recency);
  const double power_of_m = is_alpha ? r + x : s + 1;
  const double power_of_other = is_alpha ? s + 1 : r + x;
  const double steepest = (power_of_m + power_of_other) * width;
  const Rule rule = rule_for(steepest, width);
  double sum = 0;
  double by_power_of_m = 0;
  double by_power_of_other = 0;
  Departure result;
  for (std::size_t i = 0; i < rule.node.size(); ++i) {
    const double v = rule.node[i] * width;
    const double grown = (m + recency) * std::expm1(v);  // u - t_x
    const double other_ratio = std::log1p(grown / other);
    const double part =
        rule.weight[i] * (m + recency + grown) * std::exp(-power_of_m * v - power_of_other * other_ratio);
    sum += part;
    if constexpr (slopes == Slopes::Wanted) {
      by_power_of_m -= part * v;
      by_power_of_other -= part * other_ratio;
      result.by_alpha -= part * (r + x) / (alpha + recency + grown);
      result.by_beta -= part * (s + 1) / (beta + recency + grown);
    }
  }
  if constexpr (slopes == Slopes::Wanted) {
    result.by_r = (is_alpha ? by_power_of_m : by_power_of_other) / sum - log_alpha;
    result.by_alpha /= sum;
    result.by_s = (is_alpha ? by_power_of_other : by_power_of_m) / sum - log_beta;
    result.by_beta /= sum;
  }
  result.log_odds = std::log(s * width * sum) - (r + x) * log_alpha - (s + 1) * log_beta +
                    (r + x) * std::log(alpha + age) + s * std::log(beta + age);
  return result;
}

}  // namespace

double add_log_likelihood(const ParameterArray& parameters, std::span<const ActivityGroup> groups,
                          ParameterArray& gradient) {
  const auto [r, alpha, s, beta] = parameters;
  double frequency = -1;
  double terms = 0;
  double terms_by_r = 0;
  double sum = 0;
  ParameterArray slope{};
  for (const auto& [activity, customers] : groups) {
    const auto [x, recency, age] = activity;
    if (x != frequency) {
      frequency = x;
      terms = stats::log_gamma(r + x) - stats::log_gamma(r);
      terms_by_r = stats::digamma(r + x) - stats::digamma(r);
    }
    const Departure gone = departure<Slopes::Wanted>(parameters, activity);
    const double log_alpha_age = std::log(alpha + age);
    const double log_beta_age = std::log(beta + age);
    const double share = 1 / (1 + std::exp(-gone.log_odds));  // of the likelihood that comes from having left
    const double log_sum = gone.log_odds > 0 ? gone.log_odds + std::log1p(std::exp(-gone.log_odds))
                                             : std::log1p(std::exp(gone.log_odds));
    sum += customers * (terms + r * std::log(alpha) + s * std::log(beta) - (r + x) * log_alpha_age -
                        s * log_beta_age + log_sum);
    slope[0] += customers * (terms_by_r + std::log(alpha) - (1 - share) * log_alpha_age + share * gone.by_r);
    slope[1] += customers * (r / alpha - (1 - share) * (r + x) / (alpha + age) + share * gone.by_alpha);
    slope[2] += customers * (std::log(beta) - (1 - share) * log_beta_age + share * (1 / s + gone.by_s));
    slope[3] += customers * (s / beta - (1 - share) * s / (beta + age) + share * gone.by_beta);
  }
  for (std::size_t i = 0; i < slope.size(); ++i) gradient[i] += slope[i] * parameters[i];
  return sum;
}

double probability_alive(const ParameterArray& parameters, const Activity& activity) {
  return 1 / (1 + std::exp(departure<Slopes::Unwanted>(parameters, activity).log_odds));
}

double probability_silent_alive(const ParameterArray& parameters, const Activity& activity, double horizon) {
  const auto [r, alpha, s, beta] = parameters;
  const double rate_start = alpha + activity.age;
  const double life_start = beta + activity.age;
  const double shape = r + activity.frequency;
  const auto silent_until = [&](double t) { return std::exp(-shape * std::log1p(t / rate_start)); };
  // The time of leaving has the density s e^(-s u) in u = ln(1 + t / life_start); the rest stays to the end.
  const double last = std::log1p(horizon / life_start);
  constexpr int kSteps = 256;  // Simpson's rule; even
  const double step = last / kSteps;
  double left = 0;
  for (int i = 0; i <= kSteps; ++i) {
    const double u = i * step;
    const double weight = i == 0 || i == kSteps ? 1 : i % 2 == 1 ? 4 : 2;
    left += weight * s * std::exp(-s * u) * silent_until(life_start * std::expm1(u));
  }
  return left * step / 3 + std::exp(-s * last) * silent_until(horizon);
}

double expected_orders(const ParameterArray& parameters, const Activity& activity, double horizon) {
  if (!(horizon > 0)) return 0;
  const auto [r, alpha, s, beta] = parameters;
  const double rate = (r + activity.frequency) / (alpha + activity.age);
  const double start = beta + activity.age;
  // (1 - (start / (start + t))^(s - 1)) / (s - 1), which at s = 1 is a logarithm.
  const double log_ratio = std::log(start / (start + horizon));
  const double power = (s - 1) * log_ratio;
  const double lifetime = std::abs(power) < 1e-12 ? -log_ratio : -std::expm1(power) / (s - 1);
  return std::max(0.0, rate * start * lifetime * probability_alive(parameters, activity));
}

}  // namespace attune::customer::pareto_nbd
