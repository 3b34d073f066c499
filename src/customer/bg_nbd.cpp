#include "customer/bg_nbd.hpp"

#include <algorithm>
#include <cmath>

#include "stats/distributions.hpp"

namespace attune::customer::bg_nbd {
namespace {

using stats::digamma;
using stats::log_gamma;

// The parts of a customer's likelihood that depend on the number of orders alone; customers come sorted
// by it, so these dear functions are asked once for each number.
struct FrequencyTerms {
  double frequency = -1;
  double value = 0, by_r = 0, by_a = 0, by_b = 0;

  void update(const ParameterArray& parameters, bool may_leave_at_once, double x) {
    if (x == frequency) return;
    frequency = x;
    const auto [r, alpha, a, b] = parameters;
    const double stayed = x + (may_leave_at_once ? 1 : 0);
    value = log_gamma(r + x) - log_gamma(r) + r * std::log(alpha) + log_gamma(a + b) + log_gamma(b + stayed) -
            log_gamma(b) - log_gamma(a + b + stayed);
    by_r = digamma(r + x) - digamma(r) + std::log(alpha);
    const double shared = digamma(a + b) - digamma(a + b + stayed);
    by_a = shared;
    by_b = shared + digamma(b + stayed) - digamma(b);
  }
};

// How often the customer must have decided to stay for the last order to be possible.
double odds_denominator(double b, double x, bool may_leave_at_once) {
  return b + x - (may_leave_at_once ? 0 : 1);
}

// Gauss' hypergeometric series, summed with a common factor exp(log_factor); the factor is worked in at the
// end so that sums beyond double's range come out right. All the terms we sum fall off like a geometric
// series in z < 1.
double scaled_hypergeometric(double first, double second, double lower, double z, double log_factor) {
  double term = 1;
  double sum = 1;
  double offset = 0;
  for (int n = 0; n < 1'000'000; ++n) {
    const double ratio = (first + n) * (second + n) / ((lower + n) * (n + 1)) * z;
    term *= ratio;
    sum += term;
    if (std::abs(sum) > 1e200) {
      sum *= 1e-200;
      term *= 1e-200;
      offset += 200 * std::log(10.0);
    }
    if (std::abs(ratio) < 1 && std::abs(term) <= 1e-15 * std::abs(sum)) break;
  }
  return sum * std::exp(log_factor + offset);
}

// E[orders in t] of a customer who is one: rate ~ Gamma(shape, rate), p ~ Beta(a, stay). Two equal forms
// (Euler's transformation): the one whose terms do not cancel is taken.
double expected_while_alive(double a, double stay, double shape, double rate, double t) {
  if (std::abs(a - 1) < 1e-6) a = a < 1 ? 1 - 1e-6 : 1 + 1e-6;  // both forms are 0/0 at a = 1
  double lower = a + stay - 1;
  if (std::abs(lower) < 1e-6) lower = lower < 0 ? -1e-6 : 1e-6;
  const double z = t / (rate + t);
  const double log_rest = std::log(rate / (rate + t));
  const double sum = std::abs(lower - shape) * z < 4
                         ? scaled_hypergeometric(lower - shape, a - 1, lower, z, (a - 1) * log_rest)
                         : scaled_hypergeometric(shape, stay, lower, z, shape * log_rest);
  return lower / (a - 1) * (1 - sum);
}

}  // namespace

double add_log_likelihood(const ParameterArray& parameters, bool may_leave_at_once,
                          std::span<const ActivityGroup> groups, ParameterArray& gradient) {
  const auto [r, alpha, a, b] = parameters;
  FrequencyTerms terms;
  double sum = 0;
  ParameterArray slope{};
  for (const auto& [activity, customers] : groups) {
    const auto [x, recency, age] = activity;
    terms.update(parameters, may_leave_at_once, x);
    const double log_age = std::log(alpha + age);
    // Still a customer, or gone right after the last order: the two ways to be silent since.
    double log_sum = -(r + x) * log_age;
    double by_r = -log_age;
    double by_alpha = -(r + x) / (alpha + age);
    double by_a = 0;
    double by_b = 0;
    if (x > 0 || may_leave_at_once) {
      const double odds = odds_denominator(b, x, may_leave_at_once);
      const double log_recency = std::log(alpha + recency);
      const double difference = std::log(a / odds) + (r + x) * (log_age - log_recency);
      const double gone = 1 / (1 + std::exp(-difference));
      log_sum +=
          difference > 0 ? difference + std::log1p(std::exp(-difference)) : std::log1p(std::exp(difference));
      by_r += gone * (log_age - log_recency);
      by_alpha += gone * (r + x) * (1 / (alpha + age) - 1 / (alpha + recency));
      by_a = gone / a;
      by_b = -gone / odds;
    }
    sum += customers * (terms.value + log_sum);
    slope[0] += customers * (terms.by_r + by_r);
    slope[1] += customers * (r / alpha + by_alpha);
    slope[2] += customers * (terms.by_a + by_a);
    slope[3] += customers * (terms.by_b + by_b);
  }
  for (std::size_t i = 0; i < slope.size(); ++i) gradient[i] += slope[i] * parameters[i];
  return sum;
}

double probability_alive(const ParameterArray& parameters, bool may_leave_at_once, const Activity& activity) {
  const auto [r, alpha, a, b] = parameters;
  const auto [x, recency, age] = activity;
  if (!(x > 0) && !may_leave_at_once) return 1;  // BG/NBD: nobody leaves before a second order
  const double odds = odds_denominator(b, x, may_leave_at_once);
  return 1 / (1 + std::exp(std::log(a / odds) + (r + x) * std::log((alpha + age) / (alpha + recency))));
}

double probability_silent_alive(const ParameterArray& parameters, const Activity& activity, double horizon) {
  const double start = parameters[1] + activity.age;
  return std::exp((parameters[0] + activity.frequency) * std::log(start / (start + horizon)));
}

double expected_orders(const ParameterArray& parameters, bool may_leave_at_once, const Activity& activity,
                       double horizon) {
  if (!(horizon > 0)) return 0;
  const auto [r, alpha, a, b] = parameters;
  const double stay = b + activity.frequency + (may_leave_at_once ? 1 : 0);
  const double orders = expected_while_alive(a, stay, r + activity.frequency, alpha + activity.age, horizon);
  return std::max(0.0, orders * probability_alive(parameters, may_leave_at_once, activity));
}

}  // namespace attune::customer::bg_nbd
