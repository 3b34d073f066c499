// What the shop spends, from files to figures.
#include <algorithm>
#include <string>

#include <catch_amalgamated.hpp>

#include "support/test_host.hpp"

using namespace attune;
using attune::tests::TestHost;
using snapshot::MetricId;
using snapshot::MetricState;

namespace {

const snapshot::Metric& metric_of(const TestHost& host, MetricId id) {
  const auto& metrics = host.latest().insight.metrics;
  const auto found = std::ranges::find(metrics, id, &snapshot::Metric::id);
  REQUIRE(found != metrics.end());
  return *found;
}

}  // namespace

TEST_CASE("a list of campaigns gives the return on marketing and is nobody's order", "[engine][spending]") {
  TestHost host;
  REQUIRE(
      host.analyse({{"ads.csv",
                     "Campaign,Day,Cost (EUR),Conv. value\nSpring sale,2024-03-01,50,150\nBrand,2024-03-02,"
                     "50,50\nSpring sale,2024-03-03,100,250\n--,,200,450\nTotal: Account,,200,450\n"},
                    {"reviews.csv",
                     "Review,Rating,Date\nThe bread was fresh and warm,5,2024-03-01\nWe waited far too "
                     "long,2,2024-03-02\n"}}));
  const snapshot::Metric& metric = metric_of(host, MetricId::MarketingReturn);
  CHECK(metric.figure.value == Catch::Approx(1.25));  // the tool's own totals are not counted again
  REQUIRE(metric.figure.n == 3);
  CHECK(metric.columns.front() == "ads.csv: Campaign");
  CHECK(metric_of(host, MetricId::Revenue).state == MetricState::Missing);
  CHECK_FALSE(host.latest().customers.has_value());
}

TEST_CASE("orders that name their campaign tell what it brought", "[engine][spending]") {
  TestHost host;
  REQUIRE(
      host.analyse({{"spend.csv", "campaign,month,spend\nspring sale,2024-03-01,40\nbrand,2024-03-01,60\n"},
                    {"orders.csv",
                     "order_id,date,email,total,utm_campaign\n1,2024-03-03,a@example.net,120,Spring Sale\n"
                     "2,2024-03-04,b@example.net,30,brand\n3,2024-03-05,c@example.net,500,\n"}}));
  const snapshot::Metric& metric = metric_of(host, MetricId::MarketingReturn);
  CHECK(metric.figure.value == Catch::Approx(0.5));
  const auto spring = std::ranges::find(metric.groups, "spring sale", &snapshot::MetricGroup::group);
  REQUIRE(spring != metric.groups.end());
  CHECK(spring->figure.value == Catch::Approx(2));
  CHECK(metric_of(host, MetricId::Revenue).figure.value == Catch::Approx(650));
}

TEST_CASE("support costs of a month are shared by its tickets", "[engine][spending]") {
  TestHost host;
  REQUIRE(host.analyse(
      {{"costs.csv", "Month,Support costs\n2024-03-01,$30.00\n2024-04-01,$50.00\n"},
       {"tickets.csv",
        "Ticket ID,Message,Status,Assignee,Created at,Solved at\n1,Where is my parcel? It is "
        "late.,solved,Ann,2024-03-01,2024-03-02\n2,The cup came broken in two.,open,Bob,2024-03-03,\n"
        "3,Can I change my address?,solved,Bob,2024-03-09,2024-03-09\n"}}));
  const snapshot::Metric& metric = metric_of(host, MetricId::CostToServe);
  CHECK(metric.figure.value == Catch::Approx(10));
  CHECK(metric.currency == "$");
}
