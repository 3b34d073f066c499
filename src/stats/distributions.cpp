#include "stats/distributions.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/digamma.hpp>

namespace attune::stats {
namespace {

namespace policies = boost::math::policies;

// Nothing throws, and nothing is computed in long double, which is 80 bits here and 128 there.
using Policy = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>, policies::underflow_error<policies::ignore_error>,
    policies::denorm_error<policies::ignore_error>, policies::evaluation_error<policies::ignore_error>,
    policies::rounding_error<policies::ignore_error>,
    policies::indeterminate_result_error<policies::ignore_error>, policies::promote_float<false>,
    policies::promote_double<false>>;

double log_choose(double n, double k) { return log_gamma(n + 1) - log_gamma(k + 1) - log_gamma(n - k + 1); }

}  // namespace

double normal_cumulative(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

double normal_quantile(double probability) {
  return boost::math::quantile(boost::math::normal_distribution<double, Policy>{}, probability);
}

double student_t_quantile(double degrees_of_freedom, double probability) {
  return boost::math::quantile(boost::math::students_t_distribution<double, Policy>{degrees_of_freedom},
                               probability);
}

double chi_squared_quantile(double degrees_of_freedom, double probability) {
  return boost::math::quantile(boost::math::chi_squared_distribution<double, Policy>{degrees_of_freedom},
                               probability);
}

double chi_squared_upper_tail(double degrees_of_freedom, double value) {
  const boost::math::chi_squared_distribution<double, Policy> distribution{degrees_of_freedom};
  return boost::math::cdf(boost::math::complement(distribution, value));
}

double beta_quantile(double a, double b, double probability) {
  return boost::math::quantile(boost::math::beta_distribution<double, Policy>{a, b}, probability);
}

double gamma_quantile(double shape, double rate, double probability) {
  return boost::math::quantile(boost::math::gamma_distribution<double, Policy>{shape, 1.0 / rate},
                               probability);
}

double hypergeometric_upper_tail(std::uint64_t overlap, std::uint64_t draws, std::uint64_t marked,
                                 std::uint64_t population) {
  if (draws > population || marked > population) return 1.0;
  const std::uint64_t most = std::min(draws, marked);
  const std::uint64_t least = draws + marked > population ? draws + marked - population : 0;
  if (overlap <= least) return 1.0;
  if (overlap > most) return 0.0;
  const auto all = static_cast<double>(population);
  const auto taken = static_cast<double>(draws);
  const auto good = static_cast<double>(marked);
  auto k = static_cast<double>(overlap);
  double term = std::exp(log_choose(good, k) + log_choose(all - good, taken - k) - log_choose(all, taken));
  double sum = 0;
  for (; k <= static_cast<double>(most); k += 1) {
    sum += term;
    if (term < sum * 1e-16 && k > taken * good / all) break;  // past the mode the terms only shrink
    term *= (good - k) * (taken - k) / ((k + 1) * (all - good - taken + k + 1));
  }
  return std::min(sum, 1.0);
}

double log_gamma(double x) {
  // The C library's lgamma() writes the global signgam; this one does not.
  return boost::math::lgamma(x, Policy{});
}

double digamma(double x) { return boost::math::digamma(x, Policy{}); }

double log_beta(double a, double b) { return log_gamma(a) + log_gamma(b) - log_gamma(a + b); }

}  // namespace attune::stats
