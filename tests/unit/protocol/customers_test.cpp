#include <catch_amalgamated.hpp>

#include "protocol/commands.hpp"
#include "protocol/customer_answers.hpp"
#include "protocol/events.hpp"
#include "protocol/requests.hpp"

using namespace attune;
using namespace attune::protocol;

TEST_CASE("what the canvas asks about customers is what the engine reads", "[protocol][customers]") {
  CustomersFilter filter;
  filter.search = "moreau";
  filter.segments = {"champions", "at-risk"};
  filter.clusters = {0, 2};
  filter.risks = {"high"};
  filter.user_segment = "Regulars";
  filter.least_value = 10.5, filter.most_value = 500, filter.least_worth = 20, filter.least_risk = 0.25,
  filter.most_risk = 1;
  filter.bought = "Rye loaf";
  filter.only_with_consent = true;
  filter.customers = {3, 9};
  const auto query = parse_query(write_query(
      {.id = 7,
       .body = CustomersQuery{
           .filter = filter, .by = CustomerSort::LastOrder, .descending = true, .offset = 80, .limit = 40}}));
  REQUIRE(query);
  CHECK(query->id == 7);
  const auto& read = std::get<CustomersQuery>(query->body);
  CHECK(read.filter == filter);
  CHECK(read.by == CustomerSort::LastOrder);
  CHECK(read.descending);
  CHECK(read.offset == 80);
  CHECK(read.limit == 40);

  const auto people = parse_query(write_query({.id = 8, .body = CustomerExportQuery{filter, 12}}));
  REQUIRE(people);
  CHECK(std::get<CustomerExportQuery>(people->body).filter == filter);
  CHECK(std::get<CustomerExportQuery>(people->body).cursor == 12);
  CHECK(std::get<CustomerQuery>(parse_query(write_query({.id = 1, .body = CustomerQuery{17}}))->body)
            .customer == 17);
  CHECK(std::get<RecommendForItemQuery>(
            parse_query(write_query({.id = 1, .body = RecommendForItemQuery{5}}))->body)
            .item == 5);
}

TEST_CASE("every column of customers has a name to sort by", "[protocol][customers]") {
  for (int at = 0; at <= static_cast<int>(CustomerSort::Segment); ++at) {
    const auto by = static_cast<CustomerSort>(at);
    const auto query = parse_query(write_query({.id = 1, .body = CustomersQuery{.filter = {}, .by = by}}));
    REQUIRE(query);
    CHECK(std::get<CustomersQuery>(query->body).by == by);
  }
}

TEST_CASE("settings for customers travel with a command of their own and with a start",
          "[protocol][customers]") {
  CustomerSettings settings;
  settings.separate = {"email:a@example.net"};
  settings.segments = {{"Regulars", {{"orders", 4, std::nullopt}, {"days-since-order", std::nullopt, 60}}}};
  settings.until = 19000;
  settings.horizon_days = 90;
  settings.model = "pareto-nbd";
  settings.not_offered = {"Gift card"};
  settings.label = "Churn";
  settings.top = 7, settings.recommends = true, settings.hides_last = true, settings.only_customers = true;
  std::string json = write_command(SetCustomers{settings});
  REQUIRE(json.starts_with(R"({"type":"setCustomers",)"));
  json.replace(0, std::string_view{R"({"type":"setCustomers")"}.size(), R"({"type":"customers","run":4)");
  const auto command = parse_command(json);
  REQUIRE(command);
  CHECK(std::get<CustomersCommand>(*command).run == 4);
  CHECK(std::get<CustomersCommand>(*command).settings == settings);

  const auto start = parse_command(
      R"({"type":"start","run":1,"files":[],"roles":{},"columns":{"amount":"Price"},"customers":{"horizonDays":30}})");
  REQUIRE(start);
  CHECK(std::get<StartCommand>(*start).columns.at("amount") == "Price");
  CHECK(std::get<StartCommand>(*start).customers.horizon_days == 30);
  CHECK(std::get<StartCommand>(*parse_command(R"({"type":"start","run":1,"files":[]})")).customers ==
        CustomerSettings{});
}

TEST_CASE("customer requests with values of the wrong kind are refused, with the member's name",
          "[protocol][customers]") {
  for (const char* json :
       {R"({"query":"customers","filter":{"cluster":["a"]}})",
        R"({"query":"customers","filter":{"leastValue":"much"}})", R"({"query":"customers","filter":7})",
        R"({"query":"customers","sort":{"by":"shoe"}})", R"({"query":"customers","offset":-1})",
        R"({"query":"customerExport","cursor":0.5})"}) {
    const auto query = parse_query(json);
    REQUIRE_FALSE(query);
    CHECK(query.error().code == ErrorCode::InvalidRequest);
    CHECK_FALSE(query.error().detail.empty());
  }
  for (const char* json : {R"({"type":"customers","run":1,"customers":{"until":"soon"}})",
                           R"({"type":"customers","run":1,"customers":{"model":"crystal ball"}})",
                           R"({"type":"customers","run":1,"customers":{"segments":[{"conditions":[]}]}})"})
    CHECK_FALSE(parse_command(json));
}

TEST_CASE("answers about customers are told apart by their members", "[protocol][customers]") {
  const auto list = parse_answer(
      R"({"id":1,"total":2,"offset":0,"revenue":9.5,"customers":[{"customer":4,"name":"Sara","orders":3,"pAlive":0.5,
      "lastOrder":"2024-05-01","consent":false,"segment":"at-risk"},{"customer":5}]})");
  REQUIRE(list);
  const auto& customers = std::get<CustomersAnswer>(list->body);
  CHECK(customers.revenue == 9.5);
  REQUIRE(customers.customers.size() == 2);
  CHECK(customers.customers[0].name == "Sara");
  CHECK(customers.customers[0].alive == 0.5);
  CHECK(customers.customers[0].last_order == 19844);
  CHECK(customers.customers[0].consent == false);
  CHECK_FALSE(customers.customers[1].consent.has_value());
  CHECK_FALSE(customers.customers[1].value.has_value());

  const auto story = parse_answer(
      R"({"id":2,"customer":{"customer":4},"riskReasons":[{"code":"silent","numbers":[31,96],"sentence":"Silent."}],
      "timeline":[{"date":"2024-05-01","kind":"order","text":"Rye loaf","amount":7.9}],"timelineTotal":1,
      "offers":[{"item":3,"name":"Roll","score":0.7,"method":"ease","why":{"code":"because-of","item":"Rye loaf"}}]})");
  REQUIRE(story);
  const auto& customer = std::get<CustomerAnswer>(story->body);
  CHECK(customer.risk_reasons.at(0).numbers == std::vector<double>{31, 96});
  CHECK(customer.timeline.at(0).amount == 7.9);
  CHECK(customer.offers.at(0).why.item == "Rye loaf");

  const auto item = parse_answer(R"({"id":3,"item":3,"name":"Rye loaf","offers":[]})");
  REQUIRE(item);
  CHECK(std::get<ItemOffersAnswer>(item->body).name == "Rye loaf");
}
