// The pages about customers: what they say, what they ask for, and that a choice made on one is seen on the
// others.
#include <string>

#include <catch_amalgamated.hpp>

#include "support/customer_snapshot.hpp"
#include "support/page_layout.hpp"
#include "support/ui_page.hpp"

using namespace attune;
using namespace attune::ui;
using attune::test::check_that_all_fits;
using attune::test::check_that_no_more_is_drawn;
using attune::test::full_customers;
using attune::test::full_snapshot;
using attune::test::items_of_pages;
using attune::test::kSizes;
using attune::test::kWordings;
using attune::test::Page;
using attune::test::Size;
using attune::test::wear;

namespace {

constexpr std::string_view kPages[] = {"customers", "segments", "value", "recommendations"};

snapshot::Snapshot shop(std::uint64_t customers = 500) {
  auto snapshot = full_snapshot();
  snapshot.customers = full_customers(customers);
  return snapshot;
}

constexpr std::string_view kTwoCustomers =
    R"("total":2,"offset":0,"revenue":1900.5,"value":640,"valueAtRisk":210,"customers":[
      {"customer":17,"id":"c-17","name":"Anna Berg","email":"anna@example.net","orders":9,"revenue":1200,"lastOrder":"2024-03-01",
       "alive":0.35,"expectedOrders":2.1,"expectedOrdersLow":0.6,"expectedOrdersHigh":4.2,"value":240,"valueLow":90,"valueHigh":520,
       "risk":0.65,"riskLevel":"high","valueAtRisk":156,"segment":"at-risk","lastSentiment":-0.7,"feedback":2,"consent":true},
      {"customer":4,"id":"c-4","name":"","email":"","orders":1,"revenue":20,"segment":"new-customers","risk":0.2,"riskLevel":"low"}])";

constexpr std::string_view kAnna =
    R"("customer":{"customer":17,"id":"c-17","name":"Anna Berg","email":"anna@example.net","orders":9,"revenue":1200,"lastOrder":"2024-03-01",
       "alive":0.35,"expectedOrders":2.1,"expectedOrdersLow":0.6,"expectedOrdersHigh":4.2,"value":240,"valueLow":90,"valueHigh":520,
       "risk":0.65,"riskLevel":"high","segment":"at-risk","consent":false},
      "usualGapDays":31,"meanOrder":133.3,"knownAs":["email:anna@example.net","name:A. Berg"],
      "riskReasons":[{"code":"silent","sentence":"","numbers":[31,96]},{"code":"last-negative","sentence":""}],
      "timeline":[{"day":"2024-03-01","kind":"order","text":"Rye loaf","amount":34.5},
                  {"day":"2024-02-10","kind":"review","text":"Stale bread, twice","sentiment":-0.8,"row":7}],"timelineTotal":2,
      "offers":[{"item":3,"name":"Salted butter","score":0.4,"method":"ease","why":{"code":"because-of","item":"Rye loaf","sentence":""}}])";

}  // namespace

TEST_CASE("with orders alone the overview is about the customers, also while it works on",
          "[ui][customers]") {
  snapshot::Snapshot snapshot = shop();
  snapshot.overview = {};
  Page page(1280, 1400);
  page.start();
  page.adopt(snapshot);
  page.settle();
  CHECK(page.says("Orders, but no reviews"));
  CHECK(page.says("Came back"));
  CHECK_FALSE(page.says("The model has begun to read"));
  CHECK(page.press(Role::Button, "See the customers"));
}

TEST_CASE("without orders the pages say what to add and where shops keep it", "[ui][customers]") {
  for (const std::string_view path : {"segments", "value", "recommendations", "customers"}) {
    Page page(1280, 1400);
    page.load(full_snapshot());
    page.go_to(path);
    INFO(path);
    CHECK(page.says("Shopify"));
    CHECK(page.press(Role::Button, "Add files"));
    CHECK(page.asked(R"({"type":"pickFiles","add":true})"));
  }
}

TEST_CASE("pages about people take every shape of data without complaint", "[ui][customers]") {
  auto snapshot = shop(GENERATE(1U, 500U));
  const int shape = GENERATE(0, 1, 2, 3);
  auto& customers = *snapshot.customers;
  if (shape == 1) customers = {};
  if (shape == 2) {
    customers.segments = {}, customers.value = {}, customers.survival = {}, customers.retention = {};
    customers.recommendations = {}, customers.next_order = {};
  }
  if (shape == 3) customers.counts.currency = "", customers.counts.with_feedback = 0;
  for (const std::string_view path : kPages) {
    INFO(path << " shape " << shape);
    Page page;
    page.load(snapshot);
    page.go_to(path);
    CHECK_FALSE(page.canvas.semantics().items().empty());
    CHECK(page.shows(Role::Link, "Customers"));
  }
}

TEST_CASE("an overview of orders alone leads to the customers", "[ui][customers]") {
  Page page;
  auto snapshot = shop();
  snapshot.overview = {};
  page.load(snapshot);
  CHECK(page.says("Orders, but no reviews"));
  REQUIRE(page.press(Role::Button, "See the customers"));
  CHECK(page.shows(Role::Main, "Customers"));
}

TEST_CASE("the list says who, how likely to leave, and what they add up to", "[ui][customers]") {
  Page page(1600, 1000);
  page.load(shop());
  page.go_to("customers");
  CHECK(page.says("500 customers"));
  REQUIRE(page.asked(R"("query":"customers")"));
  page.answer(R"("query":"customers")", kTwoCustomers);
  CHECK(page.says("2 of 500 customers"));
  CHECK(page.says("Anna Berg"));
  CHECK(page.says("Customer c-4"));
  CHECK(page.says("High, 65%"));
  CHECK(page.says("€240 (€90 to €520)"));
  CHECK(page.says("2 customers, revenue €1,9"));
}

TEST_CASE("an open customer is told in words, with the reasons and the dates", "[ui][customers]") {
  Page page(1600, 2600);
  page.load(shop());
  page.go_to("customers?open=17");
  REQUIRE(page.asked(R"("query":"customer","customer":17)"));
  page.answer(R"("query":"customer","customer":17)", kAnna);
  CHECK(page.says("Usually orders every 31 days, silent for 96"));
  CHECK(page.says("The last review is negative"));
  CHECK(page.says("2.1 (0.6 to 4.2) orders"));
  CHECK(page.says("Because of Rye loaf"));
  CHECK(page.says("Stale bread, twice"));
  CHECK(page.says("Do not write to"));
  REQUIRE(page.press(Role::Link, "Read the review"));
  CHECK(page.asked("reviews?row=7"));
}

TEST_CASE("the export is of exactly those the list shows", "[ui][customers]") {
  Page page;
  page.load(shop());
  page.go_to("customers?segment=at-risk&risk=high&people=3,17-19");
  REQUIRE(page.press(Role::Button, "Export for mailing"));
  CHECK(page.asked(R"("type":"saveCustomers")"));
  CHECK(page.asked(R"("segment":["at-risk"])"));
  CHECK(page.asked(R"("customers":[3,17,18,19])"));
}

TEST_CASE("a segment leads to its people", "[ui][customers]") {
  Page page(1280, 3000);
  page.load(shop());
  page.go_to("segments");
  CHECK(page.says("Bought often, but not for a long time"));
  REQUIRE(page.press(Role::Link, "Show: At risk"));
  CHECK(page.asked("customers?segment=at-risk"));
  CHECK(page.shows(Role::Main, "Customers"));
}

TEST_CASE("a segment of one's own is a rule that the engine is told", "[ui][customers]") {
  Page page(1280, 3600);
  page.load(shop());
  page.go_to("segments");
  REQUIRE(page.press(Role::Button, "New segment"));
  CHECK_FALSE(page.press(Role::Link, "Remove Regulars"));
  page.canvas.semantics().set_text_from_page(page.canvas.find(Role::TextBox, "Name")->id, "Regulars");
  page.settle();
  page.canvas.semantics().set_text_from_page(page.canvas.find(Role::TextBox, "How much")->id, "3");
  page.settle();
  REQUIRE(page.press(Role::Button, "Add the segment"));
  CHECK(page.asked(R"("type":"setCustomers")"));
  CHECK(page.asked(R"("name":"Regulars")"));
  CHECK(page.asked(R"("feature":"orders")"));
  CHECK(page.asked(R"("above":3)"));
}

TEST_CASE("people who were joined can be taken apart, and joined again", "[ui][customers]") {
  Page page(1280, 2400);
  page.load(shop());
  page.go_to("files");
  CHECK(page.says("520 records are 500 people"));
  CHECK(page.says("Sara Moreau = S. Moreau"));
  REQUIRE(page.press(Role::Button, "Keep apart"));
  CHECK(page.asked(R"("separate":["join-1"])"));
  REQUIRE(page.press(Role::Button, "Join again"));
  CHECK(page.asked(R"("type":"setCustomers")"));
  CHECK_FALSE(page.asked("join-1"));
}

TEST_CASE("groups of the data say their rule and how often it is right", "[ui][customers]") {
  Page page(1280, 4000);
  page.load(shop());
  page.go_to("segments");
  CHECK(page.says("orders: more than 3.5. Right for 93% of those it names"));
  CHECK(page.says("Group 1: more orders"));
}

TEST_CASE("a quarter of the map chooses people for the list", "[ui][customers]") {
  Page page(1280, 1200);
  page.load(shop());
  page.go_to("value");
  REQUIRE(page.press(Role::Checkbox, "About to leave, worth keeping: 202"));
  CHECK(page.asked("worth=82..&chance=0.5.."));
  REQUIRE(page.press(Role::Button, "Show these customers"));
  CHECK(page.asked("customers?worth=82..&chance=0.5.."));
}

TEST_CASE("a loop around points chooses exactly those people", "[ui][customers]") {
  Page page(1280, 1200);
  page.load(shop(40));
  page.go_to("value");
  const MirrorItem* figure = nullptr;
  for (const MirrorItem& item : page.canvas.semantics().items()) {
    if (item.role == Role::Figure && page.canvas.semantics().text(item.name).starts_with("Who is about"))
      figure = &item;
  }
  REQUIRE(figure != nullptr);
  const float left = figure->x + 80;
  const float right = figure->x + figure->width * 0.5F;
  const float top = figure->y + 20;
  const float bottom = figure->y + figure->height - 60;
  page.commands.clear();
  auto& canvas = page.canvas;
  const auto move = [&](float x, float y) {
    canvas.canvas.move_pointer(x, y, false);
    canvas.frame(page.draw);
  };
  move(left, top);
  canvas.canvas.press_button(0, true);
  canvas.frame(page.draw);
  for (int step = 0; step <= 10; ++step) move(left + (right - left) * static_cast<float>(step) / 10, top);
  for (int step = 0; step <= 10; ++step) move(right, top + (bottom - top) * static_cast<float>(step) / 10);
  for (int step = 0; step <= 10; ++step) move(right - (right - left) * static_cast<float>(step) / 10, bottom);
  canvas.canvas.press_button(0, false);
  canvas.frame(page.draw);
  page.settle();
  CHECK(page.asked("people="));
  CHECK(page.shows(Role::Button, "Show these customers"));
  REQUIRE(page.press(Role::Button, "Show these customers"));
  CHECK(page.says("chosen people"));
}

TEST_CASE("models say how they did on data they had not seen", "[ui][customers]") {
  Page page(1280, 5000);
  page.load(shop());
  page.go_to("value");
  CHECK(page.says("412 orders were expected, 401 came"));
  CHECK(page.says("Gamma-Gamma could not be learned from"));
  CHECK_FALSE(page.says("alpha = 4.414"));
  REQUIRE(page.press(Role::Switch, "Show parameters"));
  CHECK(page.says("alpha = 4.414 (3.900 to 5.000)"));
}

TEST_CASE("recommendations are tried on the past and explained by product", "[ui][customers]") {
  Page page(1280, 1600);
  page.load(shop());
  page.go_to("recommendations");
  CHECK(page.says("All purchases together"));
  CHECK(page.says("36.0% (34.0% to 38.0%)"));
  page.go_to("recommendations?by=product&item=1");
  REQUIRE(page.asked(R"("query":"recommendForItem","item":1)"));
  page.answer(
      R"("query":"recommendForItem","item":1)",
      R"("item":1,"name":"Rye loaf","offers":[{"item":2,"name":"Cinnamon bun","why":{"code":"bought-together","item":"Rye loaf","numbers":[14]}}])");
  CHECK(page.says("Bought together with Rye loaf by 14 customers"));
  REQUIRE(page.press(Role::Link, "Show who bought it"));
  CHECK(page.asked("bought=Rye+loaf"));
  page.go_to("recommendations?by=rules");
  CHECK(page.says("Rye loaf + Cinnamon bun"));
}

TEST_CASE("no page about people is cut off, in any size, language or with longer words", "[ui][customers]") {
  const Size size = GENERATE(from_range(kSizes));
  for (const std::string_view wording : kWordings) {
    Page page(size.width, size.height, size.scale);
    wear(page, wording);
    page.load(shop());
    for (const std::string_view path : kPages) {
      page.go_to(path);
      INFO(wording << " " << path);
      check_that_all_fits(page, size);
    }
  }
}

TEST_CASE("a page holds as much for a million people as for a thousand", "[ui][customers]") {
  check_that_no_more_is_drawn(items_of_pages(shop(1'000), kPages), items_of_pages(shop(1'000'000), kPages));
}
