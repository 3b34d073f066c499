// The pages about what reviews mean: what they say, what they ask for, and that every statement leads to the
// reviews behind it.
#include <string>

#include <catch_amalgamated.hpp>

#include "support/insight_snapshot.hpp"
#include "support/page_layout.hpp"
#include "support/ui_page.hpp"

using namespace attune;
using namespace attune::ui;
using attune::test::check_that_all_fits;
using attune::test::check_that_no_more_is_drawn;
using attune::test::full_insight;
using attune::test::full_snapshot;
using attune::test::items_of_pages;
using attune::test::kSizes;
using attune::test::kWordings;
using attune::test::Page;
using attune::test::Size;
using attune::test::wear;

namespace {

constexpr std::string_view kPages[] = {"overview",
                                       "topics",
                                       "topics?open=waiting",
                                       "topics?show=details&open=coffee",
                                       "topics?show=names",
                                       "drivers",
                                       "trends",
                                       "metrics",
                                       "metrics?open=rating",
                                       "ask"};

snapshot::Snapshot bakery(std::uint64_t reviews = 1204) {
  auto snapshot = full_snapshot(reviews);
  snapshot.insight = full_insight();
  return snapshot;
}

}  // namespace

TEST_CASE("the overview begins with what to fix, praise, answer and know", "[ui][insight]") {
  Page page(1280, 1200);
  page.load(bakery());
  CHECK(page.says("Where to begin"));
  CHECK(page.says("Waiting time"));
  CHECK(page.says("With half as many complaints the mean rating would rise by about 0.2 stars (0.1 to 0.3)"));
  CHECK(page.says("80% (75% to 85%) of the reviews that mention it praise it"));
  CHECK(page.says("Gave 1 of 5 stars, and nothing better since"));
  CHECK(page.says("New in the last 30 days: in 9% (6% to 12%) of reviews"));
  REQUIRE(page.press(Role::Link, "88 reviews"));
  CHECK(page.asked("reviews?feeling=negative&topic=waiting"));
  CHECK(page.asked(R"("topic":["waiting"])"));
}

TEST_CASE("a filter by topic, rows or name is seen and can be taken away", "[ui][insight]") {
  Page page;
  page.load(bakery());
  page.go_to("reviews?topic=waiting&name=Anna&rows=3,4");
  CHECK(page.asked(R"("rows":[3,4])"));
  CHECK(page.says("waiting time"));
  CHECK(page.says("2 chosen reviews"));
  REQUIRE(page.press(Role::Button, "waiting time"));
  CHECK_FALSE(page.asked(R"("topic":["waiting"])"));
  CHECK(page.asked("name=Anna"));
}

TEST_CASE("pages of meaning take every shape of data without complaint", "[ui][insight]") {
  const int shape = GENERATE(0, 1, 2, 3);
  auto snapshot = bakery();
  if (shape == 0) snapshot.insight = {};
  if (shape == 1) snapshot.overview = {}, snapshot.insight = {};
  if (shape == 2) {
    auto& topics = snapshot.insight.topics.topics;
    topics.resize(1);
    topics.front().trend.clear(), topics.front().quotes.clear(), topics.front().terms.clear();
    topics.front().net = topics.front().rating = topics.front().share = {};
    snapshot.insight.drivers.drivers.resize(1);
    snapshot.insight.trends.series.resize(1);
    snapshot.insight.trends.series.front().points.clear();
    snapshot.insight.trends.series.front().changes.clear();
    snapshot.insight.metrics.resize(1);
  }
  if (shape == 3) {
    for (int i = 0; i < 300; ++i) {
      const std::string id = "t" + std::to_string(i);
      snapshot.insight.topics.topics.push_back(test::topic(id, "topic " + id, 5, 0));
      snapshot.insight.drivers.drivers.push_back(test::driver(id, "topic " + id, 0.01 * i));
      snapshot.insight.aspects.push_back(test::aspect());
      snapshot.insight.alerts.push_back(snapshot.insight.alerts.front());
    }
  }
  for (const bool is_finished : {false, true}) {
    for (const std::string_view path : kPages) {
      INFO(path << " shape " << shape << (is_finished ? "" : " while it runs"));
      Page page(1280, 2000);
      page.start();
      page.adopt(snapshot);
      if (is_finished) page.finish();
      page.go_to(path);
      CHECK(page.shows(Role::Link, "Topics"));
    }
  }
}

TEST_CASE("too little data is said, with what would help", "[ui][insight]") {
  auto snapshot = full_snapshot(12);
  snapshot.insight.topics.texts = 12;
  snapshot.insight.drivers.state = snapshot::DriversState::TooFew;
  snapshot.insight.drivers.n = 12;
  Page page;
  page.load(snapshot);
  page.go_to("topics");
  CHECK(page.says("Too little to tell topics apart in 12 reviews"));
  page.go_to("drivers");
  CHECK(page.says("30 reviews with stars and words are needed; there are 12"));
  REQUIRE(page.press(Role::Button, "Add files"));
  CHECK(page.asked(R"({"type":"pickFiles","add":true})"));
}

TEST_CASE("what moves the net promoter score is told beside the rating", "[ui][insight]") {
  auto snapshot = full_snapshot();
  snapshot.insight = test::full_insight();
  snapshot.insight.recommendation_drivers = snapshot.insight.drivers;
  snapshot.insight.recommendation_drivers.n = 77;
  Page page(1280, 2000);
  page.load(snapshot);
  page.go_to("drivers");
  CHECK(page.says("Effect on the rating"));
  REQUIRE(page.press(Role::Radio, "Recommendation (NPS)"));
  CHECK(page.says("Effect on the net promoter score"));
  CHECK(page.says("From 77 reviews with words and an answer from 0 to 10"));
  CHECK(page.says("The net promoter score would be about"));
}

TEST_CASE("without ratings, what moves the net promoter score is told alone", "[ui][insight]") {
  auto snapshot = full_snapshot();
  snapshot.insight.recommendation_drivers = test::full_insight().drivers;
  snapshot.insight.drivers = {};
  Page page(1280, 2000);
  page.load(snapshot);
  page.go_to("drivers");
  CHECK(page.says("Effect on the net promoter score"));
  CHECK_FALSE(page.shows(Role::Radio, "Rating"));
}

TEST_CASE("topics say how often and how they are felt, each with its range", "[ui][insight]") {
  Page page(1280, 1400);
  page.load(bakery());
  page.go_to("topics");
  CHECK(page.says("1,013 of 1,204 reviews belong to a topic"));
  CHECK(page.says("144 (12%)"));
  CHECK(page.says("−42 (−50 to −34)"));
  CHECK(page.says("Growing"));
  CHECK(page.says("Anything else"));
  page.go_to("topics?open=waiting");
  CHECK(page.says("The queue reached the street"));
  REQUIRE(page.press(Role::Button, "Show 144 reviews"));
  CHECK(page.asked("reviews?topic=waiting"));
}

TEST_CASE("edits of topics are commands, and the last one can be undone", "[ui][insight]") {
  Page page(1280, 2600);
  page.load(bakery());
  page.go_to("topics?open=waiting");
  REQUIRE(page.asked(R"("query":"export")"));
  page.answer(
      R"("query":"export")",
      R"("name":"topic_rules.json","mime":"application/json","text":"{\"version\":1}","cursor":null)");
  REQUIRE(page.press(Role::Button, "Merge"));
  CHECK(page.asked(R"("type":"topics","edit":"merge","topic":"waiting","into":"bread")"));
  page.go_to("topics?open=waiting");
  REQUIRE(page.press(Role::Button, "Pin"));
  CHECK(page.asked(R"("edit":"pin","topic":"waiting")"));
  REQUIRE(page.press(Role::Button, "Undo"));
  CHECK(page.asked(R"("edit":"rules")"));
  CHECK(page.asked(R"("rules":"{\"version\":1}")"));
  REQUIRE(page.press(Role::Button, "Delete"));
  CHECK(page.asked(R"("edit":"delete","topic":"waiting")"));
  page.go_to("topics");
  REQUIRE(page.press(Role::Combobox, "Starting list for your trade"));
  REQUIRE(page.press(Role::Option, "Restaurant, café, bakery"));
  CHECK(page.asked(R"("edit":"taxonomy")"));
  CHECK(page.asked(R"("name":"restaurant")"));
  REQUIRE(page.press(Role::Button, "Save these topics"));
  CHECK(page.asked(R"({"type":"saveExport","what":"topic_rules.json"})"));
  REQUIRE(page.press(Role::Button, "Use saved topics"));
  CHECK(page.asked(R"({"type":"pickTopicRules"})"));
}

TEST_CASE("details and names lead to the reviews that say them", "[ui][insight]") {
  Page page(1280, 1800);
  page.load(bakery());
  page.go_to("topics?show=details&open=coffee");
  CHECK(page.says("Praised 60 times, criticised 20 times, mentioned without a judgement 10 times"));
  REQUIRE(page.press(Role::Button, "Show 90 reviews"));
  CHECK(page.asked("reviews?aspect=coffee"));
  page.go_to("topics?show=names");
  CHECK(page.says("Anna"));
  CHECK(page.says("Person"));
}

TEST_CASE("what matters comes with its range, and with what it cannot say", "[ui][insight]") {
  Page page(1280, 2000);
  page.load(bakery());
  page.go_to("drivers");
  CHECK(page.says("From 1,100 reviews with stars and words; topics explain 34% of the differences"));
  CHECK(page.says("The mean rating would be about 0.2 stars higher (0.1 to 0.3)"));
  CHECK(page.says("That one thing causes the other"));
  REQUIRE(page.press(Role::Link, "88 reviews"));
  CHECK(page.asked("reviews?feeling=negative&topic=waiting"));
}

TEST_CASE("trends tell where the level changed, and alerts open their reviews", "[ui][insight]") {
  Page page(1280, 2000);
  page.load(bakery());
  page.go_to("trends");
  CHECK(page.says("From 1 Jul 2024 on: 4.10 instead of 4.50 before"));
  CHECK(page.says("More complaints than usual: 50% of 64 reviews instead of 12%"));
  CHECK(page.says("The days differ no more than chance would bring"));
  REQUIRE(page.press(Role::Link, "32 reviews"));
  CHECK(page.asked("reviews?from=2024-07-01&to=2024-07-07"));
  page.go_to("trends");
  REQUIRE(page.press(Role::Combobox, "What is measured"));
  REQUIRE(page.press(Role::Option, "Share that mentions “waiting time”"));
  CHECK(page.asked("trends?measure=topic:waiting"));
}

TEST_CASE("key figures say how they are computed, and what the missing ones need", "[ui][insight]") {
  Page page(1280, 1600);
  page.load(bakery());
  page.go_to("metrics");
  CHECK(page.says("3 from your files; 1 more with other files"));
  CHECK(page.says("€12,346"));
  CHECK(page.says("Too few to say: 3 cases"));
  CHECK(page.says("To see it, add: "));
  page.go_to("metrics?open=rating");
  CHECK(page.says("The sum of all ratings on 1 to 5, divided by their number"));
  CHECK(page.says("reviews.csv: Stars"));
}

TEST_CASE("a question is answered with counts and quotes that open their reviews", "[ui][insight]") {
  Page page(1280, 1800);
  page.load(bakery());
  page.go_to("ask");
  REQUIRE(page.press(Role::Link, "How many mention waiting time?"));
  CHECK(page.asked("ask?question=How+many+mention+waiting+time%3F"));
  REQUIRE(page.asked(R"("query":"ask","question":"How many mention waiting time?")"));
  page.answer(
      R"("query":"ask")",
      R"("ask":{"question":"How many mention waiting time?","answer":["144 of 1,204 reviews mention waiting."],
      "intent":"how-many","about":["waiting"],"filter":{"search":"waiting","rating":[1]},"understood":"",
      "counts":[{"label":"Google","n":100,"of":700,"share":{"value":0.14,"low":0.12,"high":0.17,"n":700},
                 "rating":{"value":3.1,"low":2.9,"high":3.3,"n":100},"filter":{"search":"waiting","source":["Google"]}}],
      "quotes":[{"row":31,"text":"The queue reached the street","highlights":[],"rating":2,"sentiment":"negative"}],
      "confidence":0.9,"unknown":false,"suggestions":["Why?"]})");
  CHECK(page.says("144 of 1,204 reviews mention waiting."));
  CHECK(page.says("100 of 700 reviews: 14% (12% to 17%)"));
  CHECK(page.says("The queue reached the street"));
  REQUIRE(page.press(Role::Link, "Google"));
  CHECK(page.asked("source=Google"));
}

TEST_CASE("a question the reviews do not answer gets no answer, but other questions", "[ui][insight]") {
  Page page(1280, 1200);
  page.load(bakery());
  page.go_to("ask?question=Who+am+I");
  page.answer(
      R"("query":"ask")",
      R"("ask":{"question":"Who am I","answer":[],"intent":"unknown","about":[],"filter":{},"counts":[],"quotes":[],"confidence":0,"unknown":true,"suggestions":["Why are people unhappy?"]})");
  CHECK(page.says("I do not know"));
  REQUIRE(page.press(Role::Link, "Why are people unhappy?"));
  CHECK(page.asked("ask?question=Why"));
}

TEST_CASE("no page of meaning is cut off, in any size, language or with longer words", "[ui][insight]") {
  const Size size = GENERATE(from_range(kSizes));
  for (const std::string_view wording : kWordings) {
    Page page(size.width, size.height, size.scale);
    wear(page, wording);
    page.load(bakery());
    for (const std::string_view path : kPages) {
      page.go_to(path);
      INFO(wording << " " << path);
      check_that_all_fits(page, size);
    }
  }
}

TEST_CASE("a page holds as much for a million reviews as for a thousand", "[ui][insight]") {
  check_that_no_more_is_drawn(items_of_pages(bakery(1'000), kPages),
                              items_of_pages(bakery(1'000'000), kPages));
}
