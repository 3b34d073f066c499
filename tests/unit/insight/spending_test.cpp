#include "insight/spending.hpp"

#include <algorithm>
#include <string>

#include <catch_amalgamated.hpp>

using namespace attune;
using insight::Spending;
using snapshot::MetricState;

namespace {

constexpr Days kMarch = 19'783;  // 2024-03-01
constexpr Days kApril = 19'814;

std::uint32_t name(Spending& spending, const std::string& campaign) {
  const std::uint32_t id = spending.campaigns.id_of(campaign);
  spending.campaign_names.resize(spending.campaigns.size());
  spending.campaign_names[id] = campaign;
  return id;
}

double group(const snapshot::Metric& metric, const std::string& by, const std::string& of) {
  const auto found = std::find_if(metric.groups.begin(), metric.groups.end(), [&](const auto& candidate) {
    return candidate.by == by && candidate.group == of;
  });
  REQUIRE(found != metric.groups.end());
  return found->figure.value;
}

}  // namespace

TEST_CASE("the return on marketing is revenue less cost by cost, of all, each month and each campaign",
          "[insight][metrics]") {
  Spending spending;
  const auto spring = name(spending, "spring");
  const auto brand = name(spending, "brand");
  spending.campaign_costs = {{kMarch, spring, 100, 250}, {kApril, spring, 100, 50}, {kMarch, brand, 50, 0}};
  spending.tells_revenue = true;
  const snapshot::Metric metric = insight::marketing_return(spending);
  CHECK(metric.state == MetricState::Known);
  CHECK(metric.figure.value == Catch::Approx(0.2));  // 300 for 250
  CHECK(metric.figure.low == metric.figure.high);    // counted, not estimated
  CHECK(metric.figure.n == 3);
  CHECK(group(metric, "campaign", "spring") == Catch::Approx(0.5));
  CHECK(group(metric, "campaign", "brand") == Catch::Approx(-1));
}

TEST_CASE("where the list of campaigns tells no revenue, the orders that name them do",
          "[insight][metrics]") {
  Spending spending;
  const auto spring = name(spending, "spring");
  const auto unpaid = name(spending, "newsletter");
  spending.campaign_costs = {{kMarch, spring, 100, 0}};
  CHECK(insight::marketing_return(spending).state == MetricState::Missing);
  spending.campaign_orders = {{kMarch, spring, 0, 80}, {kApril, spring, 0, 70}, {kMarch, unpaid, 0, 1000}};
  const snapshot::Metric metric = insight::marketing_return(spending);
  CHECK(metric.figure.value == Catch::Approx(0.5));  // what came by no paid campaign is no return
}

TEST_CASE("cost to serve is the mean cost of a ticket, with its interval", "[insight][metrics]") {
  Spending spending;
  for (int i = 0; i < 20; ++i) spending.ticket_costs.push_back({kMarch + i, i % 2 == 0 ? 4.0 : 8.0});
  spending.service_currency = "EUR";
  const snapshot::Metric metric = insight::cost_to_serve(spending);
  CHECK(metric.figure.value == Catch::Approx(6));
  CHECK(metric.figure.low == Catch::Approx(5.04).margin(0.01));  // 6 - 2.093 * 2.052 / sqrt(20)
  CHECK(metric.currency == "EUR");
}

TEST_CASE("costs of service are divided by the tickets of the months that have both", "[insight][metrics]") {
  Spending spending;
  spending.service_costs = {{kMarch, 300}, {kMarch, 100}, {kApril, 500}};
  spending.tickets = {kMarch + 1, kMarch + 2, kMarch + 20, kMarch - 5, kMarch + 3};  // none in April
  const snapshot::Metric metric = insight::cost_to_serve(spending);
  CHECK(metric.figure.value == Catch::Approx(100));  // 400 for four
  CHECK(metric.figure.n == 4);
  CHECK(group(metric, "period", "2024-03-01") == Catch::Approx(100));

  spending.tickets.clear();
  const snapshot::Metric missing = insight::cost_to_serve(spending);
  CHECK(missing.state == MetricState::Missing);
  CHECK(missing.needs == std::vector<std::string>{"cost"});
}
