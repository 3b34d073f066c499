// Quantiles, tails and special functions, in double precision on every platform.
//
// A thin door to Boost.Math that never throws: outside a function's domain the result is NaN, which our
// callers guard against.
#pragma once

#include <cstdint>

namespace attune::stats {

[[nodiscard]] double normal_cumulative(double z);
[[nodiscard]] double normal_quantile(double probability);
[[nodiscard]] double student_t_quantile(double degrees_of_freedom, double probability);
[[nodiscard]] double chi_squared_quantile(double degrees_of_freedom, double probability);
[[nodiscard]] double chi_squared_upper_tail(double degrees_of_freedom, double value);
[[nodiscard]] double beta_quantile(double a, double b, double probability);
[[nodiscard]] double gamma_quantile(double shape, double rate, double probability);

// P(X >= overlap) when `draws` of `population` are taken and `marked` of them are marked: Fisher's exact
// test, one-sided.
[[nodiscard]] double hypergeometric_upper_tail(std::uint64_t overlap, std::uint64_t draws,
                                               std::uint64_t marked, std::uint64_t population);

[[nodiscard]] double log_gamma(double x);  // x > 0
[[nodiscard]] double digamma(double x);    // x > 0
[[nodiscard]] double log_beta(double a, double b);

}  // namespace attune::stats
