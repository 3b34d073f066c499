#include "customer/pareto_nbd.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "stats/distributions.hpp"

namespace attune::customer::pareto_nbd {
namespace {

constexpr std::size_t kNodes = 32;

// Gauss-Legendre on [0, 1], by Newton's method on the Legendre polynomial.
struct Quadrature {
  std::array<double, kNodes> node{};
  std::array<double, kNodes> weight{};

  Quadrature() {
    constexpr double kPi = 3.14159265358979323846;
    const auto n = static_cast<double>(kNodes);
    for (std::size_t i = 0; i < kNodes; ++i) {
      double z = std::cos(kPi * (static_cast<double>(i) + 0.75) / (n + 0.5));
      double slope = 1;
      for (int turn = 0; turn < 50; ++turn) {
        double current = 1;
        double previous = 0;
        for (std::size_t k = 1; k <= kNodes; ++k) {
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

// The ways to have left since the last order, relative to still being a customer: `odds` =
// s * integral / ((alpha + T)^-(r + x) (beta + T)^-s), as a logarithm, with the derivatives of log integral.
struct Departure {
  double log_odds = -1e300;
  double by_r = 0, by_alpha = 0, by_s = 0, by_beta = 0;
};

Departure departure(const Quadrature& quadrature, const ParameterArray& parameters,
                    const Activity& activity) {
  const auto [r, alpha, s, beta] = parameters;
  const auto [x, recency, age] = activity;
  if (!(age > recency)) return {};
  // In v = log((m + u) / (m + t_x)), m the smaller of alpha and beta, the integrand is smooth, and it falls
  // at least as fast as exp(-fall v): what lies beyond 45 / fall is lost in rounding.
  const double m = std::min(alpha, beta);
  const double fall = (r + x) * (m + recency) / (alpha + recency) - 1;
  double width = std::log((m + age) / (m + recency));
  if (fall > 0) width = std::min(width, 45 / fall);
  const double log_start = -(r + x) * std::log(alpha + recency) - (s + 1) * std::log(beta + recency);
  double sum = 0;
  Departure result;
  for (std::size_t i = 0; i < kNodes; ++i) {
    const double grown = (m + recency) * std::expm1(quadrature.node[i] * width);  // u - t_x
    const double alpha_ratio = std::log1p(grown / (alpha + recency));
    const double beta_ratio = std::log1p(grown / (beta + recency));
    const double part = quadrature.weight[i] * (m + recency + grown) *
                        std::exp(-(r + x) * alpha_ratio - (s + 1) * beta_ratio);
    sum += part;
    result.by_r -= part * alpha_ratio;
    result.by_alpha -= part * (r + x) / (alpha + recency + grown);
    result.by_s -= part * beta_ratio;
    result.by_beta -= part * (s + 1) / (beta + recency + grown);
  }
  result.by_r = result.by_r / sum - std::log(alpha + recency);
  result.by_alpha /= sum;
  result.by_s = result.by_s / sum - std::log(beta + recency);
  result.by_beta /= sum;
  result.log_odds =
      std::log(s * width * sum) + log_start + (r + x) * std::log(alpha + age) + s * std::log(beta + age);
  return result;
}

const Quadrature& quadrature() {
  static const Quadrature rule;
  return rule;
}

}  // namespace

double add_log_likelihood(const ParameterArray& parameters, std::span<const ActivityGroup> groups,
                          ParameterArray& gradient) {
  const auto [r, alpha, s, beta] = parameters;
  const Quadrature& rule = quadrature();
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
    const Departure gone = departure(rule, parameters, activity);
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
  return 1 / (1 + std::exp(departure(quadrature(), parameters, activity).log_odds));
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
