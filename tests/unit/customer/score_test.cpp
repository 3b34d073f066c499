#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "customer/hazard_factors.hpp"
#include "customer/holdout.hpp"
#include "customer/lead_score.hpp"
#include "customer/next_order.hpp"

using namespace attune::customer;

namespace {

// Customers with a rhythm of their own who come at any day; half of them stop.
std::vector<Order> rhythmic_orders(std::uint32_t customers, std::uint64_t seed) {
  attune::Random random{seed};
  std::vector<Order> orders;
  std::uint32_t number = 0;
  for (std::uint32_t customer = 0; customer < customers; ++customer) {
    const double gap = 10 + 60 * random.uniform();
    const double begin = 300 * random.uniform();
    const double end = random.below(2) == 0 ? 400 : std::min(400.0, begin + 200 * random.uniform());
    for (double day = begin; day < end; day += gap * (0.8 + 0.4 * random.uniform()))
      orders.push_back({customer, static_cast<std::int32_t>(day), 10 + 20 * random.uniform(), number++, 0});
  }
  return orders;
}

}  // namespace

TEST_CASE("who orders next is learned from the past and beats who ordered last", "[customer][score]") {
  const auto orders = rhythmic_orders(400, 4);
  const NextOrderResult result =
      score_next_order(orders, {}, {.first_day = 0, .last_day = 399, .customers = 400}).run();
  REQUIRE(result.is_made);
  CHECK(result.horizon_days == 90);
  CHECK(result.test.n > 300);
  CHECK(result.test.model.auc > 0.7);
  CHECK(result.test.model.auc >= result.test.model.auc_low);
  CHECK(result.uses_naive_rule == (result.test.model.auc <= result.test.naive.auc));
  CHECK(result.test.calibration_error < 0.15);
  for (const double chance : result.chance) {
    CHECK(chance >= 0);
    CHECK(chance <= 1);
  }
}

TEST_CASE("nothing to learn from is told: no orders, too short a time, nobody who came back",
          "[customer][score]") {
  CHECK_FALSE(score_next_order({}, {}, {}).run().is_made);
  const auto orders = rhythmic_orders(400, 4);
  const NextOrderResult brief =
      score_next_order(orders, {}, {.first_day = 0, .last_day = 20, .customers = 400}).run();
  CHECK_FALSE(brief.is_made);
  CHECK_FALSE(brief.remark.empty());
  std::vector<Order> once;
  for (std::uint32_t i = 0; i < 100; ++i) once.push_back({i, static_cast<std::int32_t>(3 * i), 10, i, 0});
  CHECK_FALSE(score_next_order(once, {}, {.first_day = 0, .last_day = 300, .customers = 100}).run().is_made);
}

TEST_CASE("leads are scored by folds that have not seen them, with reasons that can be read",
          "[customer][score]") {
  attune::Random random{9};
  std::vector<std::string> plans;
  std::vector<std::string> months;
  LeadTable table;
  for (int i = 0; i < 600; ++i) {
    const bool is_monthly = random.below(2) == 0;
    const double age = 60 * random.uniform();
    plans.push_back(is_monthly ? "Monthly" : "Yearly");
    months.push_back(std::to_string(static_cast<int>(age)));
    table.labels.push_back(random.uniform() < 1 / (1 + std::exp(-(is_monthly ? 1.5 : -1.5) + age / 20)) ? 1
                                                                                                        : 0);
  }
  table.columns = {{"Plan", {plans.begin(), plans.end()}}, {"Months", {months.begin(), months.end()}}};
  const LeadResult result = score_leads(table).run();
  REQUIRE(result.is_made);
  CHECK(result.folds == 5);
  CHECK(result.test.model.auc > 0.8);
  CHECK(result.test.model.auc > result.test.naive.auc);
  const auto plan = std::find_if(result.reasons.begin(), result.reasons.end(),
                                 [](const ScoreReason& r) { return r.what == "Plan"; });
  REQUIRE(plan != result.reasons.end());
  CHECK(std::abs(plan->weight) > 2);
  CHECK((plan->value == "Yearly") == (plan->weight < 0));

  std::reverse(table.labels.begin(), table.labels.end());
  for (LeadColumn& column : table.columns) std::reverse(column.cells.begin(), column.cells.end());
  CHECK(std::abs(score_leads(table).run().test.model.auc - result.test.model.auc) < 1e-9);
}

TEST_CASE("a labelled column is found by its name and its yes by its word", "[customer][score]") {
  const std::vector<std::string_view> churn{"No", "Yes", "No"};
  const std::vector<std::string_view> color{"red", "green", "red"};
  const std::vector<LeadColumn> columns{{"Color", color}, {"Churn", churn}};
  CHECK(find_label(columns, "").name == "Churn");
  CHECK(find_label(columns, "").yes == "Yes");
  CHECK(find_label(columns, "color").name == "Color");
  CHECK(find_label(std::vector<LeadColumn>{{"Color", color}}, "").name.empty());
}

TEST_CASE("the odds ratio of a group is that of Mantel and Haenszel", "[customer][score]") {
  // One period: 10 of 20 with A end, 5 of 20 with B.
  std::vector<attune::stats::Lifetime> lifetimes;
  HazardColumn plan{"Plan", {}};
  for (int i = 0; i < 40; ++i) {
    const bool is_a = i < 20;
    const bool has_ended = is_a ? i < 10 : i < 25;
    lifetimes.push_back({0.5, has_ended});
    plan.cells.push_back(is_a ? "A" : "B");
  }
  const auto factors = hazard_factors(lifetimes, std::vector{plan});
  for (const HazardFactor& factor : factors) {
    CHECK_THAT(factor.ratio, Catch::Matchers::WithinRel(factor.value == "A" ? 3.0 : 1.0 / 3, 1e-9));
    CHECK(factor.low < factor.ratio);
    CHECK(factor.ratio < factor.high);
  }
  // 3.0 with a 95 % interval from 0.79 to 11.4 is no finding: it is left out.
  CHECK(factors.empty());
}

TEST_CASE("the model is held against the second half of the orders, or not at all", "[customer][score]") {
  const auto orders = rhythmic_orders(400, 5);
  const HoldoutResult result = try_on_holdout(orders, 0, 399, LifetimeModel::BgNbd).run();
  REQUIRE(result.is_made);
  CHECK(result.customers > 250);  // those who had ordered by the middle
  CHECK(result.correlation > 0.4);
  CHECK(result.mean_error >= 0);
  CHECK(result.tracking_error < 0.5);
  CHECK_FALSE(try_on_holdout({}, 0, 0, LifetimeModel::BgNbd).run().is_made);
}
