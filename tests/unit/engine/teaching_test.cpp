// What people teach a session, and what it then says: corrections, intents by example, the shop's stars, the
// audit.
#include <catch_amalgamated.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "engine/teachings.hpp"
#include "support/test_host.hpp"

using namespace attune;
using attune::tests::MemoryFile;
using attune::tests::TestHost;
using Json = nlohmann::json;

namespace {

const MemoryFile kReviews{"reviews.csv",
                          "Stars,Review\n"
                          "5,good and lovely bread\n"
                          "1,bad and late\n"
                          "5,good and lovely bread\n"
                          "2,We came on a Tuesday and sat by the window\n"};

// Asks, and waits for the answer if it comes later.
Json ask(TestHost& host, const Json& query) {
  const auto answer = host.session.query(query.dump());
  if (!answer) return {{"error", answer.error().message}};
  const Json now = Json::parse(*answer);
  if (!now.contains("pending")) return now;
  const std::size_t before = host.answers.size();
  host.run();
  REQUIRE(host.answers.size() > before);
  return Json::parse(host.answers.back());
}

Json row_of(TestHost& host, int row) {
  return ask(host, {{"query", "row"}, {"id", 90}, {"row", row}})["row"];
}

TestHost analysed(const MemoryFile& file) {
  TestHost host;
  REQUIRE(host.load_rich_model(3, 5));
  REQUIRE(host.analyse({file}));
  return host;
}

}  // namespace

TEST_CASE("a correction shows in its row, in rows with the same words, and in every figure",
          "[engine][teaching]") {
  TestHost host = analysed(kReviews);
  CHECK(host.latest().overview.sentiment.positive == 2);
  const auto revision = host.latest().revision;
  const Json answer =
      ask(host,
          {{"query", "correct"}, {"id", 1}, {"row", 0}, {"sentiment", "negative"}, {"intent", "complaint"}});
  CHECK(answer["corrections"] == 1);
  CHECK(host.latest().revision > revision);
  CHECK(host.latest().overview.sentiment.positive == 0);
  CHECK(host.latest().overview.sentiment.negative == 3);
  CHECK(host.latest().understanding.corrected == 2);
  CHECK(row_of(host, 2)["sentiment"] == "negative");
  CHECK(row_of(host, 2)["intent"]["label"] == "complaint");
  CHECK(row_of(host, 2)["corrected"] == true);
  CHECK_FALSE(row_of(host, 1).contains("corrected"));
  // The stars go on to measure the model, not the person.
  CHECK(host.latest().overview.agreement.within_one.n == 4);

  ask(host, {{"query", "correct"}, {"id", 2}, {"row", 2}});
  CHECK(host.latest().overview.sentiment.positive == 2);
  CHECK(host.latest().understanding.corrected == 0);
}

TEST_CASE("corrections outlive a run and come with the texts they belong to", "[engine][teaching]") {
  TestHost host = analysed(kReviews);
  ask(host, {{"query", "correct"}, {"id", 1}, {"row", 1}, {"sentiment", "neutral"}});
  REQUIRE(host.analyse({{"other.csv", "Review\nsomething else\nbad and late\n"}}));
  CHECK(row_of(host, 1)["sentiment"] == "neutral");
  CHECK(host.latest().understanding.corrected == 1);
}

TEST_CASE("knowledge leaves as a file without the corrected words and comes back", "[engine][teaching]") {
  TestHost host = analysed(kReviews);
  ask(host, {{"query", "correct"}, {"id", 1}, {"row", 1}, {"sentiment", "positive"}});
  ask(host, {{"query", "defineIntent"},
             {"id", 2},
             {"name", "Bread"},
             {"examples", {"good bread", "lovely bread", "wonderful bread"}}});
  const std::string file =
      ask(host, {{"query", "export"}, {"id", 3}, {"what", "knowledge.json"}})["text"].get<std::string>();
  CHECK(file.find("bad and late") == std::string::npos);
  CHECK(file.find("lovely bread") != std::string::npos);  // an example is the user's own choice

  TestHost other = analysed(kReviews);
  CHECK(ask(other, {{"query", "learn"}, {"id", 4}, {"knowledge", file}})["defined"][0] == "Bread");
  CHECK(row_of(other, 1)["sentiment"] == "positive");
  REQUIRE(other.latest().understanding.custom_intents.size() == 1);
  CHECK(other.latest().understanding.custom_intents[0].examples == 3);
  CHECK(ask(other, {{"query", "export"}, {"id", 5}, {"what", "knowledge.json"}})["text"] == file);
}

TEST_CASE("a file that is no knowledge is refused with a sentence and changes nothing",
          "[engine][teaching]") {
  TestHost host = analysed(kReviews);
  for (const char* text : {"", "[]", "{}", R"({"format":"attune-knowledge","version":2})",
                           R"({"format":"attune-knowledge","version":1,"corrections":[{"text":"xyz"}]})"}) {
    CHECK(ask(host, {{"query", "learn"}, {"id", 1}, {"knowledge", text}})["error"] ==
          "This file holds no corrections of Attune's. Choose a knowledge.json.");
  }
  CHECK(host.latest().understanding.corrected == 0);
}

TEST_CASE("an intent of the shop's own is found in the reviews and can be filtered by",
          "[engine][teaching]") {
  std::string csv = "Stars,Review\n";
  for (int i = 0; i < 30; ++i) csv += "5,good lovely warm" + std::string(i % 2 == 0 ? " day" : "") + "\n";
  for (int i = 0; i < 6; ++i)
    csv += "1,bad dry late rude burnt" + std::string(i % 2 == 0 ? " day" : "") + "\n";
  TestHost host = analysed({"many.csv", csv});
  const Json defined =
      ask(host, {{"query", "defineIntent"},
                 {"id", 1},
                 {"name", "Anger"},
                 {"examples", {"bad dry late rude", "late rude burnt bad", "rude bad dry burnt late"}}});
  CHECK(defined["defined"][0] == "Anger");
  REQUIRE(host.latest().understanding.custom_intents.size() == 1);
  const auto& figures = host.latest().understanding.custom_intents[0];
  CHECK(figures.n == 6);
  CHECK(figures.recognised.value == 1.0);
  CHECK(figures.recognised.n == 3);
  CHECK(row_of(host, 31)["customIntent"] == "Anger");
  CHECK_FALSE(row_of(host, 3).contains("customIntent"));
  CHECK(ask(host, {{"query", "rows"}, {"id", 2}, {"filter", {{"customIntent", {"Anger"}}}}})["total"] == 6);
  CHECK(ask(host, {{"query", "rows"}, {"id", 3}, {"filter", {{"intent", {"complaint"}}}}})["total"] == 6);
  CHECK(ask(host, {{"query", "rows"}, {"id", 4}, {"filter", {{"emotion", {"joy"}}}}})["total"] == 30);

  ask(host, {{"query", "removeIntent"}, {"id", 5}, {"name", "Anger"}});
  CHECK(host.latest().understanding.custom_intents.empty());
  CHECK(ask(host, {{"query", "removeIntent"}, {"id", 6}, {"name", "Anger"}})["error"] ==
        "There is no intent of this name. Choose another one.");
  CHECK(ask(host,
            {{"query", "defineIntent"}, {"id", 7}, {"name", "x"}, {"examples", {"one", "two"}}})["error"] ==
        "An intent needs at least three examples. Add some more.");
}

TEST_CASE("the shop's own stars measure the model, and are learned only if the user wants it",
          "[engine][teaching]") {
  // The model says 4 stars to one word of praise; this shop's customers give 5. And 2 becomes 1.
  std::string csv = "Stars,Review\n";
  for (int i = 0; i < 60; ++i)
    csv += std::string(i % 2 == 0 ? "5,good" : "1,bad") + (i % 3 == 0 ? " visit today\n" : " visit\n");
  TestHost host = analysed({"kind.csv", csv});
  const auto& stars = host.latest().understanding.stars;
  CHECK(stars.n == 60);
  CHECK(stars.exact_before.value == 0);
  CHECK(stars.exact_after.value == 1);
  CHECK_FALSE(stars.in_use);
  const double plain = row_of(host, 0)["stars"];
  CHECK(plain < 4.5);

  ask(host, {{"query", "recalibrate"}, {"id", 1}, {"use", true}});
  CHECK(host.latest().understanding.stars.in_use);
  CHECK(row_of(host, 0)["stars"].get<double>() >= 4.5);
  CHECK(row_of(host, 1)["stars"].get<double>() < 1.5);
  CHECK(host.latest().overview.agreement.exact.value == 0);  // still the model's own
  ask(host, {{"query", "recalibrate"}, {"id", 2}, {"use", false}});
  CHECK(row_of(host, 0)["stars"] == plain);
}

TEST_CASE("the audit runs without any file and tells the model's gaps", "[engine][teaching]") {
  TestHost host;
  CHECK(ask(host, {{"query", "audit"}, {"id", 1}})["error"] ==
        "The language model is not loaded, so texts cannot be understood. Reload the page.");
  REQUIRE(host.load_rich_model(4, 2));
  const Json audit = ask(host, {{"query", "audit"}, {"id", 2}})["audit"];
  CHECK(audit["model"] == "rich");
  CHECK(audit["sentences"].get<int>() > 1000);
  CHECK(audit["origins"].size() == 8);
  CHECK(audit["emotions"].size() == 5);
  // The fake model reads no names.
  CHECK(audit["gender"]["meanAbsolute"].get<double>() < 0.001);  // but where a longer name fills a window
  CHECK(audit["origin"]["meanAbsolute"].get<double>() < 0.001);
}

TEST_CASE("languages are counted, and those the model has not learned are marked as guesses",
          "[engine][teaching]") {
  std::ifstream file{std::string{ATTUNE_SOURCE_DIR} + "/models/language/language.bin", std::ios::binary};
  std::ostringstream bytes;
  bytes << file.rdbuf();
  TestHost host;
  REQUIRE(host.give_asset("language/language.bin", bytes.str()));
  REQUIRE(host.load_rich_model());
  REQUIRE(host.analyse({{"mixed.csv",
                         "Review\nThe bread was good and the people were friendly\n"
                         "The coffee was cold and nobody came to the table\n"
                         "Leivän kuori oli erinomainen ja henkilökunta todella ystävällistä\n!!\n"}}));
  const auto& overview = host.latest().overview;
  REQUIRE(overview.languages.size() == 2);
  CHECK(overview.languages[0].value == "en");
  CHECK(overview.languages[0].n == 2);
  CHECK(overview.languages[1].value == "fi");
  CHECK(host.latest().understanding.unsupported == 1);
  CHECK(host.latest().understanding.supported == std::vector<std::string>{"en"});
  CHECK(row_of(host, 2)["guess"] == true);
  CHECK(row_of(host, 0)["language"] == "en");
  CHECK(ask(host, {{"query", "rows"}, {"id", 2}, {"filter", {{"language", {"fi"}}}}})["total"] == 1);
}

TEST_CASE("a review's mentions are told in the bytes of its text, without those of the title",
          "[engine][teaching]") {
  TestHost host =
      analysed({"titled.csv", "Title,Review\nAnna at Paris,good bread crust for $4 said Smith\n"});
  const std::string text = "good bread crust for $4 said Smith";
  const Json row = row_of(host, 0);
  REQUIRE(row["aspects"].size() == 1);
  const Json& aspect = row["aspects"][0];
  CHECK(text.substr(aspect["begin"], aspect["end"].get<std::size_t>() - aspect["begin"].get<std::size_t>()) ==
        "bread crust");
  CHECK(text.substr(aspect["opinionBegin"], 4) == "good");
  REQUIRE(row["entities"].size() == 2);
  CHECK(row["entities"][0]["type"] == "money");
  CHECK(row["entities"][1]["type"] == "person");
}

TEST_CASE("an explanation of several sentences names the peak and the end", "[engine][teaching]") {
  TestHost host = analysed({"story.csv",
                            "Stars,Review\n2,The day was good. The staff was rude and late and bad. We went "
                            "home\n4,It was good\n"});
  const Json answer = ask(host, {{"query", "explain"}, {"id", 1}, {"row", 0}});
  REQUIRE(answer["sentences"].size() == 3);
  CHECK(answer["peak"] == 1);
  CHECK(answer["end"] == 2);
  CHECK(answer["peakEnd"].get<double>() < 0);
}

TEST_CASE("named competitors give the share of voice, and are kept with what was taught",
          "[engine][teaching]") {
  TestHost host = analysed(kReviews);
  const auto voice = [&] {
    return *std::ranges::find(host.latest().insight.metrics, snapshot::MetricId::ShareOfVoice,
                              &snapshot::Metric::id);
  };
  CHECK(voice().state == snapshot::MetricState::Missing);
  const Json answer =
      ask(host, {{"query", "brands"}, {"id", 1}, {"own", {"bread"}}, {"competitors", {"window", "Nobody"}}});
  CHECK(answer["competitors"] == 2);
  CHECK(voice().figure.n == 3);
  CHECK(voice().figure.value == Catch::Approx(2.0 / 3));
  CHECK(host.latest().understanding.competitors == std::vector<std::string>{"window", "Nobody"});

  const auto learned = engine::parse_knowledge(
      ask(host, {{"query", "export"}, {"id", 2}, {"what", "knowledge.json"}})["text"].get<std::string>());
  REQUIRE(learned);
  CHECK(learned->brands.own == std::vector<std::string>{"bread"});
  CHECK(learned->brands.rivals == std::vector<std::string>{"window", "Nobody"});
}
