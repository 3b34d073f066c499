#include "ui/state/people_view.hpp"

#include <catch_amalgamated.hpp>

#include "ui/state/view_state.hpp"

using namespace attune;
using namespace attune::ui;

TEST_CASE("which people are looked at travels in a link, on every page", "[ui][people_view]") {
  ViewState view;
  view.page = PageName::Value;
  auto& filter = view.people.filter;
  filter.search = "berg & söhne";
  filter.segments = {"at-risk", "champions"};
  filter.clusters = {0, 2};
  filter.risks = {"high"};
  filter.least_value = 100;
  filter.most_worth = 250;
  filter.most_risk = 0.4;
  filter.bought = "Rye loaf";
  filter.only_with_consent = true;
  filter.customers = {3, 17, 18, 19, 20, 42};
  view.people.by = protocol::CustomerSort::LastOrder;
  view.people.descending = false;
  const std::string fragment = fragment_from_view(view);
  CHECK(fragment.find("people=3,17-20,42") != std::string::npos);
  CHECK(fragment.find("group=1,3") != std::string::npos);
  CHECK(fragment.find("order=last-order") != std::string::npos);
  const auto again = view_from_fragment(fragment);
  REQUIRE(again);
  CHECK(again->people == view.people);
}

TEST_CASE("what a link says about people and cannot mean is dropped", "[ui][people_view]") {
  const auto view = view_from_fragment(
      "customers?segment=nobody,champions,champions&risk=huge&people=5-2,x,7,7&value=a..b&worth=c..d&order=-"
      "luck&group="
      "0,99,2");
  REQUIRE(view);
  const auto& filter = view->people.filter;
  CHECK(filter.segments == std::vector<std::string>{"champions"});
  CHECK(filter.risks.empty());
  CHECK(filter.customers == std::vector<std::uint32_t>{7});
  CHECK_FALSE(filter.least_value);
  CHECK_FALSE(filter.most_value);
  CHECK_FALSE(filter.least_worth);
  CHECK(filter.clusters == std::vector<std::uint32_t>{1});
  CHECK(view->people.by == PeopleView{}.by);
}

TEST_CASE("a link never names more people than a bound, and a huge range is cut", "[ui][people_view]") {
  PeopleView people;
  for (std::uint32_t i = 0; i < 2 * kMostPeopleInLink; ++i) people.filter.customers.push_back(2 * i);
  for (const auto& [key, value] : link_entries(people)) {
    INFO(key);
    CHECK(value.empty());
  }
  PeopleView read;
  CHECK(read_link_entry("people", "0-4294967295", read));
  CHECK(read.filter.customers.size() == 100'000);
  CHECK_FALSE(read_link_entry("colour", "red", read));
}
