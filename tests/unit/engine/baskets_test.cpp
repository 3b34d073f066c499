// Baskets and subscriptions from files to what leaves as files.
#include <algorithm>
#include <array>
#include <catch_amalgamated.hpp>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "base/dates.hpp"
#include "base/random.hpp"
#include "support/test_host.hpp"

using namespace attune;
using attune::tests::TestHost;
using Json = nlohmann::json;

namespace {

std::string exported(TestHost& host, const std::string& what) {
  const auto answer = host.session.query(R"({"query":"export","id":1,"what":")" + what + R"("})");
  REQUIRE(answer);
  return Json::parse(*answer)["text"].get<std::string>();
}

std::vector<Json> lines_of(const std::string& text) {
  std::vector<Json> lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) lines.push_back(Json::parse(line));
  return lines;
}

// Bread is bought with butter and tea with milk; everything else by lot.
std::string baskets(std::size_t count) {
  constexpr std::array kOthers{"soap", "eggs", "rice", "salt", "jam", "oil", "flour", "beans"};
  Random lots{21};
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<std::string> things;
    if (i % 4 == 0) things = {"bread", "butter"};
    if (i % 4 == 1) things = {"milk", "tea"};
    for (std::uint32_t more = lots.below(3) + (things.empty() ? 1 : 0); more > 0; --more)
      things.insert(things.begin() + lots.below(static_cast<std::uint32_t>(things.size() + 1)),
                    kOthers[lots.below(8)]);
    for (std::size_t k = 0; k < things.size(); ++k) text += (k > 0 ? "," : "") + things[k];
    text += '\n';
  }
  return text;
}

const snapshot::Metric& metric_of(const snapshot::Snapshot& snapshot, snapshot::MetricId id) {
  const auto found = std::ranges::find(snapshot.insight.metrics, id, &snapshot::Metric::id);
  REQUIRE(found != snapshot.insight.metrics.end());
  return *found;
}

}  // namespace

TEST_CASE("baskets of nobody give rules and what goes together, and claim no customers",
          "[engine][baskets]") {
  TestHost host;
  REQUIRE(host.analyse({{"baskets.csv", baskets(400)}}));
  REQUIRE(host.latest().customers.has_value());
  const snapshot::Customers& customers = *host.latest().customers;
  CHECK(customers.counts.customers == 0);
  CHECK(customers.counts.unusable_rows == 0);
  const snapshot::Recommendations& offers = customers.recommendations;
  REQUIRE(offers.is_made);
  CHECK(offers.customers == 0);
  CHECK(offers.baskets == 400);  // those of one thing as well
  CHECK(offers.items == 12);
  REQUIRE_FALSE(offers.rules.empty());
  const auto bread = std::ranges::find_if(offers.rules, [](const snapshot::BasketRule& rule) {
    return rule.if_items == std::vector<std::string>{"bread"} && rule.then_item == "butter";
  });
  REQUIRE(bread != offers.rules.end());
  CHECK(bread->together == 100);
  CHECK(bread->support == 0.25);
  CHECK(bread->confidence == 1);
  CHECK(bread->lift == 4);
  REQUIRE(offers.back_test.size() == 3);
  CHECK(offers.back_test[1].ndcg > offers.back_test[0].ndcg);  // item-to-item against popularity
  CHECK(offers.best != snapshot::Method::Popularity);

  CHECK(metric_of(host.latest(), snapshot::MetricId::Orders).figure.value == 400);
  CHECK(metric_of(host.latest(), snapshot::MetricId::ItemsPerOrder).figure.n == 400);
  CHECK(metric_of(host.latest(), snapshot::MetricId::Revenue).state == snapshot::MetricState::Missing);

  const auto lines = lines_of(exported(host, "recommendations.jsonl"));
  CHECK(lines[0]["parameters"]["learnedFrom"] == "baskets");
  CHECK(lines[0]["parameters"]["customers"] == 0);
  CHECK(std::ranges::count_if(lines, [](const Json& one) { return one.value("kind", "") == "item"; }) == 12);
  const auto tea =
      std::ranges::find_if(lines, [](const Json& one) { return one.value("item", "") == "tea"; });
  REQUIRE(tea != lines.end());
  CHECK((*tea)["items"][0] == "milk");
  CHECK((*tea)["baskets"] == 100);
  CHECK(lines.back()["kind"] == "rule");
}

TEST_CASE("lines of orders that another file tells of are no baskets", "[engine][baskets]") {
  TestHost host;
  REQUIRE(host.analyse(
      {{"orders.csv",
        "order_id,date,email,total\n1,2024-01-03,a@example.net,10\n2,2024-02-03,a@example.net,4\n"},
       {"items.csv", "order_id,product,quantity\n1,Rye loaf,1\n1,Butter,2\n9,Jam,1\n"}}));
  const snapshot::Customers& customers = *host.latest().customers;
  CHECK(customers.counts.customers == 1);
  CHECK(customers.counts.unusable_rows == 1);  // of order 9
  CHECK(customers.recommendations.interactions == 2);
}

TEST_CASE("payments that come back are told as subscriptions, with what they bring a month",
          "[engine][subscriptions]") {
  std::string payments = "id,date,email,amount,currency\n";
  int number = 0;
  for (int customer = 0; customer < 24; ++customer) {
    for (int month = 0; month < (customer % 6 == 0 ? 4 : 12); ++month)
      payments += std::to_string(++number) + "," + iso_from_days(19'000 + customer % 5 + month * 30) + ",c" +
                  std::to_string(customer) + "@example.net,12.00,EUR\n";
  }
  TestHost host;
  REQUIRE(host.analyse({{"payments.csv", payments}}));
  const snapshot::Snapshot& latest = host.latest();
  CHECK(metric_of(latest, snapshot::MetricId::ActiveSubscriptions).figure.value == 20);
  CHECK(metric_of(latest, snapshot::MetricId::MonthlyRecurringRevenue).figure.value == Catch::Approx(240));
  const snapshot::Metric& lost = metric_of(latest, snapshot::MetricId::SubscriptionChurn);
  CHECK(lost.figure.n == 24);
  CHECK(lost.figure.low < lost.figure.value);
  CHECK(latest.customers->survival.of == snapshot::SurvivalOf::Contract);
  CHECK(latest.customers->survival.ended == 4);
  const Json value = Json::parse(exported(host, "value.json"));
  CHECK(value["parameters"]["subscriptions"]["active"] == 20);
  CHECK(value["parameters"]["subscriptions"]["intervals"][0]["interval"] == "monthly");
  CHECK(value["customers"][0]["subscription"]["active"] == false);
}

TEST_CASE("a list of subscriptions tells how many run and how long they last", "[engine][subscriptions]") {
  std::string list = "email,subscription start date,canceled at,status\n";
  for (int i = 0; i < 20; ++i) {
    const bool is_over = i % 4 == 0;
    list += "c" + std::to_string(i) + "@example.net," + iso_from_days(19'000 + i) + "," +
            (is_over ? iso_from_days(19'100 + i) : std::string{}) + "," + (is_over ? "canceled" : "active") +
            "\n";
  }
  TestHost host;
  REQUIRE(host.analyse({{"subscriptions.csv", list}}));
  CHECK(metric_of(host.latest(), snapshot::MetricId::ActiveSubscriptions).figure.value == 15);
  CHECK(host.latest().customers->survival.of == snapshot::SurvivalOf::Contract);
  CHECK(host.latest().customers->survival.n == 20);
  CHECK(host.latest().customers->survival.ended == 5);
  CHECK(host.latest().customers->survival.median.has_value() == false);
}
