#include "ui/state/view_state.hpp"

#include <catch_amalgamated.hpp>

#include "base/random.hpp"

using namespace attune;
using namespace attune::ui;
using protocol::SentimentFilter;
using protocol::SortKey;

TEST_CASE("a view reads as a sentence in the address bar", "[ui][view_state]") {
  ViewState view;
  CHECK(fragment_from_view(view) == "overview");
  view.page = PageName::Reviews;
  view.filter.sentiments = {SentimentFilter::Negative, SentimentFilter::Mixed};
  view.filter.ratings = {1, 2};
  view.filter.from = 19783;
  view.filter.search = "late delivery";
  view.filter.sources = {"Google", "Café & Co"};
  view.sort = {SortKey::Date, true};
  view.open_row = 17;
  CHECK(fragment_from_view(view) ==
        "reviews?feeling=negative,mixed&stars=1,2&from=2024-03-01&sort=-date&row=17&search=late+delivery"
        "&source=Google&source=Caf%C3%A9+%26+Co");
}

TEST_CASE("a view comes back from its fragment as it was", "[ui][view_state]") {
  ViewState view;
  view.page = PageName::Reviews;
  view.filter.sentiments = {SentimentFilter::Pending};
  view.filter.to = -1;
  view.filter.search = "100% \"söt\" = a+b & #1?";
  view.filter.products = {"Mug, large", "日本"};
  view.sort = {SortKey::Score, false};
  view.trend = TrendMeasure::Feeling;
  const auto again = view_from_fragment(fragment_from_view(view));
  REQUIRE(again);
  CHECK(*again == view);
}

TEST_CASE("a page's own values travel in its link, and stay while one looks elsewhere", "[ui][view_state]") {
  ViewState view;
  view.page = PageName::Customers;
  view.own().set("by", "product");
  view.own().set("note", "Zoë & co");
  view.own().set(kOpenKey, std::uint64_t{17});
  CHECK(fragment_from_view(view) == "customers?by=product&note=Zo%C3%AB+%26+co&open=17");
  const auto again = view_from_fragment(fragment_from_view(view));
  REQUIRE(again);
  CHECK(*again == view);
  CHECK(again->of(PageName::Customers)->number(kOpenKey) == std::uint64_t{17});
  view.page = PageName::Reviews;
  CHECK(fragment_from_view(view) == "reviews");
  view.page = PageName::Customers;
  CHECK(view.own().text("by") == "product");
  view.own().set("by", "");
  CHECK_FALSE(view.own().has("by"));
}

TEST_CASE("a page's own values are bounded in number and size", "[ui][view_state]") {
  std::string fragment = "topics?long=" + std::string(kMaxParameterBytes + 1, 'a');
  for (char letter = 'a'; letter <= 'z'; ++letter) fragment += std::string{"&k-"} + letter + "=1";
  const auto view = view_from_fragment(fragment + "&UPPER=1");
  REQUIRE(view);
  CHECK(view->of(PageName::Topics)->size() == kMaxParameters);
  CHECK_FALSE(view->of(PageName::Topics)->has("long"));
}

TEST_CASE("what a fragment does not know or may not say is passed over", "[ui][view_state]") {
  const auto view = view_from_fragment(
      "reviews?stars=0,3,3,9,x&feeling=angry,neutral&from=yesterday&future=1&sort=-wrong&row=-2&search=%FF&"
      "trend&=&&");
  REQUIRE(view);
  CHECK(view->page == PageName::Reviews);
  CHECK(view->filter.ratings == std::vector{3});
  CHECK(view->filter.sentiments == std::vector{SentimentFilter::Neutral});
  CHECK_FALSE(view->filter.from);
  CHECK(view->filter.search.empty());
  CHECK(view->sort == protocol::RowsSort{});
  CHECK_FALSE(view->open_row);
  CHECK(view_from_fragment("")->page == PageName::Overview);
}

TEST_CASE("a fragment of something else is refused with a sentence", "[ui][view_state]") {
  CHECK_FALSE(view_from_fragment("access_token"));
  CHECK_FALSE(view_from_fragment("overview?v=2"));
  CHECK_FALSE(view_from_fragment(std::string(kMaxFragmentBytes + 1, 'a')));
  CHECK(view_from_fragment("x").error().code == ErrorCode::CorruptData);
}

TEST_CASE("a fragment never grows beyond its bound and still reads", "[ui][view_state]") {
  ViewState view;
  view.page = PageName::Reviews;
  view.filter.ratings = {5};
  for (int i = 0; i < 200; ++i) view.filter.products.push_back(std::string(100, 'p') + std::to_string(i));
  const std::string fragment = fragment_from_view(view);
  CHECK(fragment.size() <= kMaxFragmentBytes);
  const auto again = view_from_fragment(fragment);
  REQUIRE(again);
  CHECK(again->filter.ratings == std::vector{5});
  CHECK(again->filter.products.size() <= kMaxFilterValues);
}

TEST_CASE("no bytes after the page's name make a fragment crash", "[ui][view_state]") {
  Random random{20261123};
  for (int round = 0; round < 2000; ++round) {
    std::string fragment = "reviews?";
    const auto size = random.below(60);
    for (std::uint64_t i = 0; i < size; ++i) {
      constexpr std::string_view kAlphabet = "=&%+,-?#0F\xC3\xA9stars=feeling=row=";
      fragment += kAlphabet[random.below(static_cast<std::uint32_t>(kAlphabet.size()))];
    }
    const auto view = view_from_fragment(fragment);
    if (view) CHECK(*view_from_fragment(fragment_from_view(*view)) == *view);
  }
}

TEST_CASE("topics, details, names and chosen rows travel in the link", "[ui][view_state]") {
  ViewState view;
  view.page = PageName::Reviews;
  view.filter.topics = {"waiting time", "staff"};
  view.filter.aspects = {"coffee"};
  view.filter.entities = {"Anna"};
  view.filter.places = {"Bad Tölz"};
  view.filter.segments = {"champions"};
  view.filter.rows = {17, 3};
  const std::string fragment = fragment_from_view(view);
  CHECK(fragment ==
        "reviews?place=Bad+T%C3%B6lz&writer=champions&topic=waiting+time&topic=staff&aspect=coffee&name=Anna&"
        "rows=17,3");
  const auto again = view_from_fragment(fragment);
  REQUIRE(again);
  CHECK(*again == view);
}
