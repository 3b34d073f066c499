// Customers from files to answers.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "base/dates.hpp"
#include "support/test_host.hpp"

using namespace attune;
using attune::tests::MemoryFile;
using attune::tests::TestHost;
using Json = nlohmann::json;

namespace {

const char* const kOrders =
    "order_id,date,customer,email,product,quantity,total,status\n"
    "1,2024-01-03,Sara Moreau,sara@example.net,Rye loaf,1,10.00,paid\n"
    "2,2024-02-03,Sara Moreau,SARA@example.net,Rye loaf,2,20.00,paid\n"
    "3,2024-03-05,Sara Moreau,sara@example.net,Lunch soup,1,8.00,paid\n"
    "4,2024-03-07,Otto Berg,otto@example.net,Rye loaf,1,10.00,paid\n"
    "5,2024-03-08,Otto Berg,otto@example.net,Rye loaf,1,10.00,cancelled\n"
    "6,2024-03-09,,,Rye loaf,1,10.00,paid\n"
    "7,2024-04-01,Otto Berg,otto@example.net,Rye loaf,1,-10.00,paid\n";
const char* const kReviews =
    "Date,Rating,Email,Review\n"
    "2024-03-06,1,sara@example.net,\"The soup was cold and the waiter was rude to us, never again.\"\n"
    "2024-02-06,5,sara@example.net,\"Wonderful bread, we will come back for more of it soon.\"\n";

Json ask(TestHost& host, const std::string& query) {
  const auto answer = host.session.query(query);
  REQUIRE(answer);
  return Json::parse(*answer);
}

std::string exported(TestHost& host, const std::string& what) {
  return ask(host, R"({"query":"export","id":1,"what":")" + what + R"("})")["text"].get<std::string>();
}

}  // namespace

TEST_CASE("orders and reviews of one person come together", "[engine][customers]") {
  TestHost host;
  REQUIRE(host.analyse({{"orders.csv", kOrders}, {"reviews.csv", kReviews}}));
  REQUIRE(host.latest().customers.has_value());
  const snapshot::Customers& customers = *host.latest().customers;
  CHECK(customers.counts.customers == 2);
  CHECK(customers.counts.with_orders == 2);
  CHECK(customers.counts.guest_orders == 1);
  CHECK(customers.counts.cancelled_orders == 1);
  CHECK(customers.counts.refunds == 1);
  CHECK(customers.counts.revenue == 38);
  CHECK(customers.counts.with_feedback == 1);
  CHECK(customers.identity.people == 2);
  CHECK(customers.value.orders.state == snapshot::FitState::Typical);
  CHECK_FALSE(customers.value.orders.remark.empty());

  const Json list = ask(host, R"({"query":"customers","id":5,"sort":{"by":"revenue","descending":true}})");
  CHECK(list["total"] == 2);
  CHECK(list["customers"][0]["name"] == "Sara Moreau");
  CHECK(list["customers"][0]["orders"] == 3);
  CHECK(list["customers"][0]["feedback"] == 2);
  CHECK(list["customers"][0]["lastSentiment"] == -1);

  const Json found = ask(host, R"({"query":"customers","id":6,"filter":{"search":"otto"}})");
  CHECK(found["total"] == 1);
  CHECK(ask(host, R"({"query":"customers","id":6,"filter":{"bought":"Lunch soup"}})")["total"] == 1);

  const Json story = ask(host, R"({"query":"customer","id":7,"customer":0})");
  CHECK(story["timelineTotal"] == 5);
  CHECK(story["timeline"][0]["kind"] == "review");
  CHECK(story["timeline"][0]["date"] == "2024-03-06");
  CHECK(story["timeline"][1]["text"] == "Lunch soup");
  CHECK(story["peak"] == -1);
  CHECK(story["end"] == -1);
  CHECK(story["products"][0]["name"] == "Rye loaf");
  CHECK(story["riskReasons"][0]["code"].is_string());
  CHECK_FALSE(host.session.query(R"({"query":"customer","id":7,"customer":99})"));
}

TEST_CASE("the list holds exactly the people of a quarter of the map", "[engine][customers]") {
  std::string orders = "order_id,date,email,total\n";
  int number = 0;
  for (int customer = 0; customer < 40; ++customer) {
    // Every fourth stopped long ago; all came often before.
    for (int day = customer % 9; day < (customer % 4 == 0 ? 250 : 600); day += 20 + customer % 7) {
      orders += std::to_string(++number) + "," + iso_from_days(19'000 + day) + ",c" +
                std::to_string(customer) + "@example.net," + std::to_string(10 + customer) + ".00\n";
    }
  }
  TestHost host;
  REQUIRE(host.analyse({{"orders.csv", orders}}));
  const snapshot::Customers& customers = *host.latest().customers;
  const snapshot::RiskSummary& risk = customers.value.risk;
  REQUIRE(risk.points.size() == 40);
  const auto leaving = std::ranges::count_if(risk.points, [&](const snapshot::RiskPoint& point) {
    return point.risk >= risk.risk_line && point.value >= risk.value_line;
  });
  CHECK(leaving > 0);
  const Json filter{{"leastRisk", risk.risk_line}, {"leastWorth", risk.value_line}};
  CHECK(ask(host, Json{{"query", "customers"}, {"id", 5}, {"filter", filter}}.dump())["total"] == leaving);
  CHECK(customers.counts.order_amount.n == static_cast<std::uint64_t>(number));
  CHECK(customers.counts.order_amount.value == Catch::Approx(customers.counts.revenue / number));
}

TEST_CASE("a join can be undone, and segments of one's own are counted", "[engine][customers]") {
  TestHost host;
  REQUIRE(host.analyse({{"orders.csv", kOrders}}));
  CHECK(host.latest().customers->identity.joins.empty());
  const std::string people =
      "customer id,email,name,accepts marketing\n7,sara@example.net,S. Moreau,no\n8,otto@example.net,Otto "
      "Berg,yes\n";
  REQUIRE(host.analyse({{"orders.csv", kOrders}, {"people.csv", people}}));
  REQUIRE(host.latest().customers->identity.joins.size() == 2);
  CHECK(host.latest().customers->counts.without_consent == 1);
  const Json mailing = ask(host, R"({"query":"customerExport","id":9})");
  CHECK(mailing["withheld"] == 1);
  CHECK(mailing["text"].get<std::string>().find("sara@example.net") == std::string::npos);
  CHECK(mailing["text"].get<std::string>().find("otto@example.net") != std::string::npos);

  REQUIRE(host.session.command(
      R"({"type":"customers","run":2,"customers":{"separate":["email:sara@example.net"],"segments":[{"name":"Regulars","conditions":[{"feature":"orders","above":2}]}]}})"));
  host.run();
  CHECK(host.latest().customers->identity.separated == 1);
  CHECK(host.latest().customers->counts.customers == 3);
  CHECK(host.latest().customers->segments.user_made.at(0).profile.n == 1);
  CHECK(ask(host, R"({"query":"customers","id":6,"filter":{"userSegment":"Regulars"}})")["total"] == 1);
}

TEST_CASE("the files that leave begin with what was learned and hold every customer", "[engine][customers]") {
  TestHost host;
  REQUIRE(host.analyse({{"orders.csv", kOrders}}));
  const std::string lines = exported(host, "value.jsonl");
  const Json first = Json::parse(lines.substr(0, lines.find('\n')));
  CHECK(first["parameters"]["model"] == "BG/NBD");
  CHECK(first["parameters"]["fitted"] == false);
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 3);
  const std::string second = lines.substr(lines.find('\n') + 1);
  const Json sara = Json::parse(second.substr(0, second.find('\n')));
  CHECK(sara["id"] == "sara@example.net");
  CHECK(sara["x"] == 2);
  for (const char* key : {"tx", "T", "pAlive", "expectedOrders", "low", "high", "value"}) {
    INFO(key);
    CHECK(sara[key].is_number());
    CHECK(sara[key] >= 0);
  }
  CHECK(Json::parse(exported(host, "value.json"))["customers"].size() == 2);
  const std::string csv = exported(host, "customers.csv");
  CHECK(csv.starts_with("id,name,email,orders"));
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 3);
  CHECK(std::count(csv.begin(), csv.begin() + static_cast<std::ptrdiff_t>(csv.find('\n')), ',') == 25);
  CHECK(exported(host, "segments.csv").find("rfm,champions,") != std::string::npos);
}

TEST_CASE("columns named for a role are taken in every table that has them", "[engine][customers]") {
  TestHost host;
  const std::string file = "a,b,c\nx1,2024-01-01,5\nx1,2024-02-01,6\nx2,2024-02-02,7\n";
  REQUIRE(host.start({{"t.csv", file}}));
  REQUIRE(host.session.command(R"({"type":"start","run":2,"files":[{"name":"t.csv","size":)" +
                               std::to_string(file.size()) +
                               R"(}],"columns":{"customer-id":"a","date":"2","amount":"c"}})"));
  host.run();
  REQUIRE_FALSE(host.failure);
  REQUIRE(host.latest().customers.has_value());
  CHECK(host.latest().customers->counts.with_orders == 2);
  CHECK(host.latest().customers->counts.revenue == 18);
}

TEST_CASE("files that name nobody have no customers, and say so when asked", "[engine][customers]") {
  TestHost host;
  REQUIRE(host.analyse({{"r.csv", "Review\nThe soup was cold and we waited very long for it.\n"}}));
  CHECK_FALSE(host.latest().customers.has_value());
  const auto answer = host.session.query(R"({"query":"customers","id":1})");
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::NotEnoughData);
}

TEST_CASE("of two things that suit alike, the one that earns more comes first if the user wants that",
          "[engine][customers]") {
  // Everybody has bread; half of them jam beside it, the other half honey. Whoever has bread alone may want
  // either.
  std::string orders = "order_id,date,email,product,quantity,total\n";
  for (int customer = 0; customer < 60; ++customer) {
    const std::string head = std::to_string(customer) + "," + iso_from_days(19'000 + customer) + ",c" +
                             std::to_string(customer) + "@example.net,";
    orders += head + "Bread,1,4.00\n";
    if (customer < 55) orders += head + (customer % 2 == 0 ? "Jam" : "Honey") + ",1,5.00\n";
  }
  const std::string products =
      "product,price,cost per item,in stock\nBread,4.00,3.00,80\nJam,5.00,4.80,12\nHoney,5.00,1.00,12\n";
  TestHost host;
  REQUIRE(host.analyse({{"orders.csv", orders}, {"products.csv", products}}));
  CHECK(host.latest().customers->recommendations.known_margins == 3);
  const auto offered = [&host] {
    const Json found = ask(host, R"({"query":"customers","id":3,"filter":{"search":"c59@example.net"}})");
    REQUIRE(found["total"] == 1);
    const std::string customer = found["customers"][0]["customer"].dump();
    const Json story = ask(host, R"({"query":"customer","id":4,"customer":)" + customer + "}");
    std::string names;
    for (const Json& offer : story["offers"]) names += offer["name"].get<std::string>() + " ";
    return names;
  };
  CHECK(offered() == "Jam Honey ");
  REQUIRE(host.session.command(R"({"type":"customers","run":2,"customers":{"prefersMargin":true}})"));
  host.run();
  CHECK(offered() == "Honey Jam ");
}

TEST_CASE("what is said is compared by the writer's segment, and with whether they ordered again",
          "[engine][customers]") {
  std::string orders = "order_id,date,email,total,City\n";
  std::string reviews = "Date,Rating,Email,Review\n";
  const auto day = [](int number) { return iso_from_days(days_from_civil({2023, 1, 1}) + number); };
  int order = 0;
  for (int i = 0; i < 120; ++i) {
    const std::string email = "c" + std::to_string(i) + "@example.net";
    const std::string city = i % 2 == 0 ? "Bergen" : "Oslo";
    const bool waited = i % 3 == 0;
    const auto buy = [&](int at) {
      orders += std::to_string(++order) + "," + day(at) + "," + email + ",20.00," + city + "\n";
    };
    buy(i % 50);
    reviews += day(i % 50 + 5) + "," + (waited ? "2" : "5") + "," + email +
               (waited ? ",The delivery took far too long\n" : ",The bread is lovely and fresh\n");
    if (!waited) buy(i % 50 + 40);
    if (i == 1) buy(360);  // so that everybody's 90 days are over
  }
  TestHost host;
  REQUIRE(host.analyse({{"orders.csv", orders}, {"reviews.csv", reviews}}));
  const auto& insight = host.latest().insight;
  REQUIRE(insight.return_drivers.state == snapshot::DriversState::Known);
  CHECK(insight.return_drivers.n == 120);
  const auto slow = std::ranges::find_if(insight.return_drivers.drivers, [](const snapshot::Driver& driver) {
    return driver.name.find("deliver") != std::string::npos || driver.name.find("long") != std::string::npos;
  });
  REQUIRE(slow != insight.return_drivers.drivers.end());
  CHECK(slow->effect.value < -90);  // none of them came back, all others did

  const auto group_of = [&](snapshot::MetricId id, std::string_view by) {
    const auto metric = std::ranges::find(insight.metrics, id, &snapshot::Metric::id);
    return std::ranges::count(metric->groups, by, &snapshot::MetricGroup::by);
  };
  CHECK(group_of(snapshot::MetricId::Revenue, "place") == 2);
  CHECK(group_of(snapshot::MetricId::Rating, "segment") > 1);
  CHECK(exported(host, "return_drivers.json").find("\"effect\"") != std::string::npos);
}
