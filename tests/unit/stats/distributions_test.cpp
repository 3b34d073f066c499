#include "stats/distributions.hpp"

#include <cmath>

#include <catch_amalgamated.hpp>

using namespace attune::stats;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("quantiles agree with printed tables", "[stats][distributions]") {
  CHECK_THAT(normal_quantile(0.975), WithinAbs(1.959964, 1e-6));
  CHECK_THAT(student_t_quantile(10, 0.975), WithinAbs(2.228139, 1e-6));
  CHECK_THAT(chi_squared_quantile(5, 0.95), WithinAbs(11.070498, 1e-6));
  CHECK_THAT(chi_squared_upper_tail(1, 3.841459), WithinAbs(0.05, 1e-7));
  CHECK_THAT(beta_quantile(2, 3, 0.5), WithinAbs(0.385728, 1e-6));
  CHECK_THAT(gamma_quantile(1, 2, 0.5), WithinAbs(std::log(2.0) / 2, 1e-12));
  CHECK_THAT(normal_cumulative(normal_quantile(0.01)), WithinRel(0.01, 1e-12));
}

TEST_CASE("special functions keep their defining relations", "[stats][distributions]") {
  for (const double x : {0.05, 0.7, 3.2, 41.0, 1e4}) {
    CHECK_THAT(log_gamma(x + 1) - log_gamma(x), WithinAbs(std::log(x), 1e-9 * (1 + log_gamma(x + 1))));
    CHECK_THAT(digamma(x + 1) - digamma(x), WithinRel(1 / x, 1e-9));
  }
  CHECK_THAT(digamma(1), WithinAbs(-0.5772156649, 1e-10));
  CHECK_THAT(log_beta(2, 3), WithinAbs(std::log(1.0 / 12), 1e-12));
}

TEST_CASE("Fisher's lady tasting tea: all eight cups right has chance 1/70", "[stats][distributions]") {
  CHECK_THAT(hypergeometric_upper_tail(4, 4, 4, 8), WithinRel(1.0 / 70, 1e-12));
  CHECK_THAT(hypergeometric_upper_tail(3, 4, 4, 8), WithinRel(17.0 / 70, 1e-12));
  CHECK(hypergeometric_upper_tail(0, 4, 4, 8) == 1.0);
  CHECK(hypergeometric_upper_tail(5, 4, 4, 8) == 0.0);
}
