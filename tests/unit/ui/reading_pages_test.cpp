// Emotions, wishes and languages; how well texts are read; what people teach.
#include <string>

#include <catch_amalgamated.hpp>

#include "support/insight_snapshot.hpp"
#include "support/ui_page.hpp"

using namespace attune;
using test::estimate;
using test::full_snapshot;
using test::Page;
using ui::Role;

namespace {

snapshot::Snapshot read_snapshot() {
  snapshot::Snapshot snapshot = full_snapshot();
  snapshot::Understanding& understanding = snapshot.understanding;
  understanding.emotions = {{"neutral", 700, estimate(0.58, 1204)},
                            {"admiration", 300, estimate(0.25, 1204)},
                            {"disappointment", 120, estimate(0.1, 1204)}};
  understanding.intents = {{"praise", 800, estimate(0.66, 1204)}, {"refund", 40, estimate(0.05, 1204)}};
  understanding.supported = {"en", "de"};
  understanding.stars = {.kind = "isotonic",
                         .in_use = false,
                         .n = 1204,
                         .exact_before = estimate(0.51, 600),
                         .exact_after = estimate(0.58, 600),
                         .within_one_before = {},
                         .within_one_after = {},
                         .from = {},
                         .to = {}};
  snapshot.overview.languages = {{"en", 1100}, {"de", 104}};
  return snapshot;
}

}  // namespace

TEST_CASE("emotions, wishes and languages are told with their shares", "[ui][reading]") {
  Page page(1280, 1600);
  page.load(read_snapshot());
  page.go_to("emotions");
  CHECK(page.says("Admiration"));
  CHECK(page.says("Disappointment"));
  CHECK(page.says("Wants money back"));
  CHECK(page.says("Deutsch"));
  CHECK_FALSE(page.says("No emotion"));
  REQUIRE(page.press(Role::Checkbox, "Disappointment 120"));
  CHECK(page.shows(Role::Heading, "Reviews"));
  CHECK(page.asked(R"("emotion":["disappointment"])"));
}

TEST_CASE("without a text that was read, emotions say where to look", "[ui][reading]") {
  Page page;
  page.load(full_snapshot());
  page.go_to("emotions");
  CHECK(page.says("No emotions were read in these files"));
  REQUIRE(page.press(Role::Button, "Look at the columns"));
  CHECK(page.shows(Role::Heading, "Files"));
}

TEST_CASE("reviews are narrowed by emotion, wish and language, and a link holds them", "[ui][reading]") {
  Page page(1280, 1200);
  page.load(read_snapshot());
  page.go_to("reviews?emotion=disappointment&want=refund&own-want=parking&language=de");
  CHECK(page.asked(R"("emotion":["disappointment"])"));
  CHECK(page.asked(R"("intent":["refund"])"));
  CHECK(page.asked(R"("customIntent":["parking"])"));
  CHECK(page.asked(R"("language":["de"])"));
  REQUIRE(page.press(Role::Button, "Disappointment"));  // its chip: taken off
  CHECK_FALSE(page.asked(R"("emotion")"));
  CHECK(page.asked(R"("intent":["refund"])"));
}

TEST_CASE("a review tells its emotions and can be corrected", "[ui][reading]") {
  Page page(1280, 1400);
  page.load(read_snapshot());
  page.go_to("reviews?row=7");
  page.answer(
      R"("query":"row")",
      R"("row":{"row":7,"text":"Not what I hoped for","sentiment":"positive","p":[0.2,0.2,0.6],"score":0.4,"language":"en","emotions":["disappointment"],"intent":{"label":"refund","p":0.8}},"fields":[])");
  CHECK(page.says("Disappointment"));
  CHECK(page.says("Wants money back"));
  CHECK(page.says("English"));
  CHECK_FALSE(page.says("Corrected by hand"));
  REQUIRE(page.press(Role::Radio, "Negative"));
  CHECK(page.asked(R"("query":"correct")"));
  CHECK(page.asked(R"("row":7,"sentiment":"negative")"));
}

TEST_CASE("a corrected review says so and takes it back", "[ui][reading]") {
  Page page(1280, 1400);
  page.load(read_snapshot());
  page.go_to("reviews?row=7");
  page.answer(
      R"("query":"row")",
      R"("row":{"row":7,"text":"Not what I hoped for","sentiment":"negative","p":[0.2,0.2,0.6],"score":0.4,"corrected":true},"fields":[])");
  CHECK(page.says("Corrected by hand"));
  REQUIRE(page.press(Role::Link, "Take the correction back"));
  CHECK(page.asked(R"("query":"correct")"));
  CHECK_FALSE(page.asked(R"("sentiment":"negative")"));
}

TEST_CASE("the model is measured on the shop's own stars and can learn how they are given", "[ui][reading]") {
  Page page(1280, 2000);
  page.load(read_snapshot());
  page.go_to("reading");
  CHECK(page.says("93%"));
  CHECK(page.says("the same stars for 58% instead of 51%"));
  REQUIRE(page.press(Role::Switch, "Give stars as your customers do"));
  CHECK(page.asked(R"("query":"recalibrate")"));
  CHECK(page.asked(R"("use":true)"));

  auto snapshot = read_snapshot();
  snapshot.revision = 2;
  snapshot.understanding.stars.kind = "as-is";
  page.adopt(snapshot);
  page.settle();
  CHECK(page.says("it fits as it is"));
  CHECK_FALSE(page.shows(Role::Switch, "Give stars as your customers do"));
}

TEST_CASE("own intentions are listed with how well they are recognised, and removed", "[ui][reading]") {
  auto snapshot = read_snapshot();
  snapshot.understanding.custom_intents = {
      {.name = "parking", .examples = 10, .recognised = {0.8, 0.5, 0.95, 10}, .n = 31}};
  Page page(1280, 2000);
  page.load(snapshot);
  page.go_to("reading");
  CHECK(page.says("10 examples, 8 of them recognised by the others (80%)"));
  REQUIRE(page.press(Role::Link, "Remove parking"));
  CHECK(page.asked(R"("query":"removeIntent")"));
  CHECK(page.asked(R"("name":"parking")"));
  REQUIRE(page.press(Role::Link, "31 reviews"));
  CHECK(page.asked(R"("customIntent":["parking"])"));
}

TEST_CASE("what was taught is saved and loaded", "[ui][reading]") {
  auto snapshot = read_snapshot();
  snapshot.understanding.corrected = 2;
  Page page(1280, 2000);
  page.load(snapshot);
  page.go_to("reading");
  CHECK(page.says("2 reviews are corrected by hand"));
  REQUIRE(page.press(Role::Button, "Save what was taught"));
  CHECK(page.asked(R"("what":"knowledge.json")"));
  REQUIRE(page.press(Role::Button, "Load what was taught"));
  CHECK(page.asked(R"({"type":"pickKnowledge"})"));
}

TEST_CASE("the audit runs when asked for, and is saved as a page", "[ui][reading]") {
  Page page(1280, 2400);
  page.load(read_snapshot());
  page.go_to("reading");
  CHECK_FALSE(page.asked(R"("query":"audit")"));
  REQUIRE(page.press(Role::Button, "Test it now"));
  page.answer(
      R"("query":"audit")",
      R"("audit":{"model":"attune","sentences":840,"gender":{"mean":0.004,"low":-0.01,"high":0.018,"meanAbsolute":0.013,"n":300},
      "origin":{"meanAbsolute":0.016},"origins":[{"group":"African American","mean":-0.021,"low":-0.04,"high":-0.002,"meanAbsolute":0.02,"n":120}],
      "emotions":[{"emotion":"joy","gender":{"mean":0.01,"low":-0.02,"high":0.04,"meanAbsolute":0.02,"n":60},"originMeanAbsolute":0.01}],
      "worst":[{"first":"She is tired","firstScore":-0.4,"second":"He is tired","secondScore":-0.3}]})");
  CHECK(page.says("Names: African American, against all"));
  CHECK(
      page.says("\xE2\x88\x92"
                "0.021"));
  CHECK(page.says("Women against men, Joy"));
  CHECK(page.says("She is tired"));
  CHECK(page.says("A difference of 0.021"));
  REQUIRE(page.press(Role::Button, "Save for printing"));
  CHECK(page.asked(R"("name":"audit.html")"));
  CHECK(page.asked("<h1>Is it fair?</h1>"));
}

TEST_CASE("competitors are named beside the share of voice", "[ui][reading]") {
  auto snapshot = read_snapshot();
  snapshot::Metric voice;
  voice.id = snapshot::MetricId::ShareOfVoice;
  voice.unit = snapshot::MetricUnit::Share;
  voice.needs = {"competitor-names"};
  snapshot.insight.metrics = {voice};
  Page page(1280, 1400);
  page.load(snapshot);
  page.go_to("metrics");
  REQUIRE(page.press(Role::Link, "Name your competitors"));
  CHECK(page.shows(Role::TextBox, "Competitors, separated by commas"));

  voice.state = snapshot::MetricState::Known;
  voice.figure = estimate(0.7, 90);
  voice.groups = {{"name", "Blue Door", estimate(0.7, 90)}, {"name", "Café Nero", estimate(0.3, 90)}};
  snapshot.insight.metrics = {voice};
  snapshot.understanding.competitors = {"Café Nero"};
  snapshot.revision = 2;
  page.adopt(snapshot);
  page.settle();
  CHECK(page.says("Café Nero"));
}

TEST_CASE("details and coming back have their own drivers", "[ui][reading]") {
  auto snapshot = full_snapshot();
  snapshot.insight = test::full_insight();
  snapshot.insight.aspect_drivers = snapshot.insight.drivers;
  snapshot.insight.return_drivers = snapshot.insight.drivers;
  snapshot.insight.return_drivers.n = 310;
  Page page(1280, 2000);
  page.load(snapshot);
  page.go_to("drivers");
  REQUIRE(page.press(Role::Radio, "Coming back"));
  CHECK(page.says("What brings customers back"));
  CHECK(page.says("310 reviews of customers whose next 90 days are known"));
  CHECK(page.says("points more customers would order again"));
  REQUIRE(page.press(Role::Radio, "The rating, by detail"));
  CHECK(page.says("Effect on the rating"));
}
