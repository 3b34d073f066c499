#include "customer/gamma_gamma.hpp"

#include <cmath>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "stats/minimiser.hpp"
#include "unit/customer/cdnow.hpp"

using namespace attune::customer;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

// Customers whose mean order is spread like 1/gamma, with orders that vary around it.
std::vector<Spending> made_up_spending(int count, std::uint64_t seed) {
  attune::Random random{seed};
  const auto gamma = [&random](int shape) {
    double sum = 0;
    for (int i = 0; i < shape; ++i) sum -= std::log1p(-random.uniform());
    return sum;
  };
  std::vector<Spending> customers;
  for (int i = 0; i < count; ++i) {
    const double rate = gamma(4) / 20;
    const int orders = 1 + static_cast<int>(random.below(6));
    double amount = 0;
    for (int j = 0; j < orders; ++j) amount += gamma(5) / rate;
    customers.push_back({static_cast<double>(orders), amount / orders});
  }
  return customers;
}

}  // namespace

TEST_CASE("Gamma-Gamma meets the published CDNOW result", "[customer][value][cdnow]") {
  const auto orders = attune::test::cdnow_orders();
  if (!orders) SKIP("needs the cdnow data set and xz");
  const int until = attune::test::day_of(attune::test::kCdnowCalibrationEnd);
  std::vector<Spending> customers;
  for (const auto& history : build_histories(*orders, {.until = until}).customers) {
    customers.push_back(repeat_spending_of(history));
  }
  const GammaGammaFit fit = fit_gamma_gamma(customers).run();
  REQUIRE(fit.is_fitted);
  CHECK(fit.customers == 946);
  CHECK_THAT(fit.parameters.p, WithinAbs(6.25, 0.01));
  CHECK_THAT(fit.parameters.q, WithinAbs(3.74, 0.01));
  CHECK_THAT(fit.parameters.gamma, WithinAbs(15.44, 0.05));
}

TEST_CASE("the gradient of the Gamma-Gamma likelihood agrees with differences", "[customer][value]") {
  const std::vector<Spending> customers{{1, 20}, {1, 7.5}, {3, 33}, {10, 25}, {10'000, 31}};
  const attune::stats::Objective objective = [&](std::span<const double> logs, std::span<double> gradient) {
    std::array<double, 3> slope{};
    const double value =
        add_log_likelihood({std::exp(logs[0]), std::exp(logs[1]), std::exp(logs[2])}, customers, slope);
    std::copy(slope.begin(), slope.end(), gradient.begin());
    return value;
  };
  CHECK(attune::stats::gradient_error(objective, std::vector{1.8, 1.3, 2.7}) < 1e-5);
  CHECK(attune::stats::gradient_error(objective, std::vector{-1.0, 0.2, 4.0}) < 1e-5);
}

TEST_CASE("the spending of made-up customers is found again", "[customer][value]") {
  const auto customers = made_up_spending(5000, 3);
  const GammaGammaFit fit = fit_gamma_gamma(customers).run();
  CHECK_THAT(fit.parameters.p, WithinRel(5.0, 0.1));
  CHECK_THAT(fit.parameters.q, WithinRel(4.0, 0.1));
  CHECK_THAT(fit.parameters.gamma, WithinRel(20.0, 0.1));
}

TEST_CASE("the fewer orders, the nearer the expected amount is to everybody's", "[customer][value]") {
  const GammaGammaFit fit = fit_gamma_gamma(made_up_spending(500, 4)).run();
  const double nobody = expected_amount(fit, {});
  const double once = expected_amount(fit, {1, 300});
  const double often = expected_amount(fit, {50, 300});
  CHECK(nobody < once);
  CHECK(once < often);
  CHECK_THAT(often, WithinRel(300.0, 0.03));
  const AmountRange range = amount_range(fit, {50, 300});
  CHECK(range.low < often);
  CHECK(often < range.high);
  CHECK(amount_range(fit, {1, 300}).low < range.low);
}

TEST_CASE("without enough spending everybody is expected to spend the average, and that is said",
          "[customer][value]") {
  const std::vector<std::vector<Spending>> examples{{},
                                                    {{3, 20}},
                                                    std::vector<Spending>(50, Spending{2, 20}),
                                                    std::vector<Spending>(50, Spending{0, 0}),
                                                    std::vector<Spending>(50, Spending{1, -5}),
                                                    std::vector<Spending>(50, Spending{NAN, INFINITY})};
  for (const auto& customers : examples) {
    const GammaGammaFit fit = fit_gamma_gamma(customers).run();
    CHECK_FALSE(fit.is_fitted);
    CHECK_FALSE(fit.remark.empty());
    const double amount = expected_amount(fit, {4, 100});
    CHECK(std::isfinite(amount));
    CHECK(amount >= 0);
  }
  CHECK(expected_amount(fit_gamma_gamma(std::vector<Spending>(50, Spending{2, 20})).run(), {1, 7}) == 20);
}

TEST_CASE("extreme spending is survived", "[customer][value]") {
  std::vector<Spending> customers = made_up_spending(30, 6);
  customers.push_back({1, 1e9});
  customers.push_back({10'000, 0.01});
  const GammaGammaFit fit = fit_gamma_gamma(customers).run();
  for (const Spending& customer : customers) {
    CHECK(std::isfinite(expected_amount(fit, customer)));
    CHECK(expected_amount(fit, customer) >= 0);
    CHECK(std::isfinite(amount_range(fit, customer).high));
  }
}
