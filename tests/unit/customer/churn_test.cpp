#include "customer/churn.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "customer/cohorts.hpp"
#include "support/shared_data.hpp"

using namespace attune::customer;
using attune::test::day_of;
using Catch::Matchers::WithinAbs;

namespace {

// Forty customers who order every 31 days until the end, and customer 40 who stopped.
std::vector<Order> regular_orders() {
  std::vector<Order> orders;
  for (std::uint32_t c = 0; c <= 40; ++c) {
    const int visits = c == 40 ? 9 : 13 - static_cast<int>(c % 3);
    for (int visit = 0; visit < visits; ++visit) {
      const int start = c == 40 ? 0 : static_cast<int>(c % 11) + 31 * static_cast<int>(c % 3);
      orders.push_back({c, start + 31 * visit, 10.0 + c % 7, static_cast<std::uint32_t>(orders.size()), 0});
    }
  }
  return orders;
}

}  // namespace

TEST_CASE("a customer who fell silent is at risk, with the reason in his own rhythm", "[customer][churn]") {
  const auto orders = regular_orders();
  const ValueResult result = value_customers(orders, {.until = 8 * 31 + 96}).run();
  const ChurnRisk silent =
      churn_risk(result.histories.customers[40], result.customers[40], result.until, nullptr);
  const ChurnRisk regular =
      churn_risk(result.histories.customers[0], result.customers[0], result.until, nullptr);
  CHECK(silent.probability > regular.probability);
  CHECK(silent.reasons[0].sentence == "Usually orders every 31 days, silent for 96 days");
  CHECK(silent.reasons[1].sentence == "Never before silent for longer than 31 days");
  CHECK(regular.level == RiskLevel::Low);
  CHECK(silent.value_at_risk >= 0);
  const FeedbackSummary angry{3, 0.1, -0.8, 300, 0};
  const ChurnRisk with_feedback =
      churn_risk(result.histories.customers[40], result.customers[40], result.until, &angry);
  CHECK(with_feedback.reasons[0].sentence == "Last review negative");
}

TEST_CASE("where nobody leaves for good, who orders rarely is at risk all the same", "[customer][churn]") {
  attune::Random random{7};  // rates differ, and everybody goes on for two years
  std::vector<Order> orders;
  for (std::uint32_t c = 0; c < 600; ++c) {
    const double days_between = 60 * std::exp(2.4 * random.uniform() - 0.6);
    for (double day = 0; day < 730; day += -days_between * std::log1p(-random.uniform()) + 1)
      orders.push_back({c, static_cast<std::int32_t>(day), 20, static_cast<std::uint32_t>(orders.size()), 0});
  }
  const ValueResult result = value_customers(orders).run();
  double once = 0;
  double risk_of_once = 0;
  for (std::size_t i = 0; i < result.customers.size(); ++i) {
    if (result.histories.customers[i].visits > 1) continue;
    CHECK(result.customers[i].orders.alive == 1);
    once += 1;
    risk_of_once += risk_of_leaving(result.customers[i]);
  }
  REQUIRE(once > 5);
  CHECK(risk_of_once / once > 0.3);
  const auto often = std::ranges::max_element(
      result.customers, {}, [](const CustomerValue& value) { return value.activity.frequency; });
  CHECK(risk_of_leaving(*often) < 0.01);
  CHECK(churn_figures(*often).value_at_risk < 0.01 * often->value);
}

TEST_CASE("value is the same whatever the order of rows, and never negative", "[customer][value]") {
  auto orders = regular_orders();
  orders.push_back({41, 50, -30, 9999, 0});
  orders.push_back({40, 50, -30, 9998, 0});
  const ValueResult first = value_customers(orders).run();
  std::reverse(orders.begin(), orders.end());
  const ValueResult second = value_customers(orders).run();
  REQUIRE(first.customers.size() == 41);
  for (std::size_t i = 0; i < 41; ++i) {
    const CustomerValue& one = first.customers[i];
    CHECK(one.value == second.customers[i].value);
    CHECK(one.value_low == second.customers[i].value_low);
    CHECK(one.value >= 0);
    CHECK(one.value_low <= one.value);
    CHECK(one.value <= one.value_high);
    CHECK(std::isfinite(one.value_high));
  }
}

TEST_CASE("value of nobody, of one order and of guests only is answered", "[customer][value]") {
  CHECK(value_customers({}).run().customers.empty());
  const std::vector<Order> one{{0, 100, 25, 1, 0}};
  const ValueResult single = value_customers(one).run();
  REQUIRE(single.customers.size() == 1);
  CHECK_FALSE(single.lifetime.is_fitted);
  CHECK_FALSE(single.lifetime.remark.empty());
  CHECK(single.customers[0].order_amount == 25);
  CHECK(std::isfinite(single.customers[0].value));
  const std::vector<Order> guests{{kGuest, 100, 25, 1, 0}, {kGuest, 101, 5, 2, 0}};
  const ValueResult nobody = value_customers(guests).run();
  CHECK(nobody.customers.empty());
  CHECK(nobody.histories.guest_orders == 2);
}

TEST_CASE("months are those of the calendar", "[customer][cohorts]") {
  CHECK(month_of(0) == 12 * 1970);
  CHECK(month_of(-1) == 12 * 1969 + 11);
  CHECK(month_of(day_of(20240229)) == 12 * 2024 + 1);
  CHECK(month_of(day_of(20240301)) == 12 * 2024 + 2);
  CHECK(month_of(day_of(19991231)) == 12 * 1999 + 11);
}

TEST_CASE("retention follows each month's new customers", "[customer][cohorts]") {
  const auto order = [](std::uint32_t customer, int date) {
    return Order{customer, day_of(date), 10, static_cast<std::uint32_t>(date), 0};
  };
  const std::vector<Order> orders{order(0, 20240110),     order(0, 20240120), order(0, 20240302),
                                  order(1, 20240131),     order(1, 20240201), order(2, 20240215),
                                  order(kGuest, 20240101)};
  const Retention retention = build_retention(orders);
  REQUIRE(retention.cohorts.size() == 2);
  const Cohort& january = retention.cohorts[0];
  CHECK(january.customers == 2);
  REQUIRE(january.months.size() == 3);
  CHECK(january.months[0].active == 2);
  CHECK(january.months[0].revenue == 30);
  CHECK(january.months[1].active == 1);
  CHECK(january.months[2].share == 0.5);
  CHECK(january.months[2].interval.low < 0.5);
  CHECK(retention.cohorts[1].months.size() == 2);
  CHECK(build_retention({}).cohorts.empty());
}

TEST_CASE("contracts become lifetimes, running ones censored today", "[customer][churn]") {
  const std::vector<Contract> contracts{{0, 100, true}, {50, 0, false}, {10, 400, true}, {300, 0, false}};
  const auto lifetimes = contract_lifetimes(contracts, 200);
  REQUIRE(lifetimes.size() == 3);  // the last begins after today
  CHECK(lifetimes[0].time == 100);
  CHECK(lifetimes[0].has_ended);
  CHECK(lifetimes[1].time == 150);
  CHECK_FALSE(lifetimes[1].has_ended);
  CHECK(lifetimes[2].time == 190);  // its end is in the future
  CHECK_FALSE(lifetimes[2].has_ended);
}
