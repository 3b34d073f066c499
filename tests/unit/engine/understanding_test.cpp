// The part of a session that needs the model: reviews, explanations and classification, with a fake model.
#include <catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include "engine/session.hpp"
#include "snapshot/codec.hpp"
#include "support/test_host.hpp"

using namespace attune;
using attune::tests::FakeTextModel;
using attune::tests::MemoryFile;
using attune::tests::TestHost;
using Catch::Matchers::WithinAbs;
using Json = nlohmann::json;

namespace {

const MemoryFile kReviews{"reviews.csv",
                          "Date,Stars,Title,Review\n"
                          "2024-03-01,5,Lovely,The bread is wonderful and the people are friendly\n"
                          "2024-03-02,1,,\"Dry and burnt, and the staff was rude\"\n"
                          "2024-03-03,3,,We came on a Tuesday and sat by the window\n"
                          "2024-03-04,4,,\n"};

Json ask(TestHost& host, const Json& query) {
  const auto answer = host.session.query(query.dump());
  if (!answer) return {{"error", answer.error().message}};
  return Json::parse(*answer);
}

std::string many_reviews(int rows) {
  static constexpr const char* kWords[] = {"good", "wonderful", "bad", "late", "bread", "table"};
  std::string csv = "Date,Stars,Source,Review\n";
  Random random{7};
  for (int i = 0; i < rows; ++i) {
    std::string text = "Visit " + std::to_string(i);
    for (std::uint32_t word = 0, words = random.below(40); word < words; ++word) {
      text += " ";
      text += kWords[random.below(6)];
    }
    csv += iso_from_days(19000 + i % 700) + "," + std::to_string(1 + i % 5) +
           (i % 3 == 0 ? ",Google," : ",Yelp,") + text + "\n";
  }
  return csv;
}

}  // namespace

TEST_CASE("reviews are understood by the model", "[engine][understanding]") {
  TestHost host;
  REQUIRE(host.load_model());
  REQUIRE(host.analyse({kReviews}));
  const auto& overview = host.latest().overview;
  CHECK(host.latest().model_loaded);
  CHECK(host.latest().stage == snapshot::Stage::Finished);
  CHECK(overview.sentiment.positive == 1);
  CHECK(overview.sentiment.negative == 1);
  CHECK(overview.sentiment.neutral == 1);
  CHECK(overview.sentiment.pending == 0);  // the review without words waits for nobody
  CHECK(overview.agreement.within_one.n == 3);
  CHECK(overview.agreement.within_one.value == 1.0);
  CHECK(overview.score.n == 3);

  const Json rows = ask(host, {{"query", "rows"}, {"id", 1}, {"sort", {{"by", "score"}}}});
  CHECK(rows["rows"][0]["row"] == 1);
  CHECK(rows["rows"][0]["sentiment"] == "negative");
  CHECK(rows["rows"][2]["row"] == 0);
  CHECK(rows["rows"][3]["row"] == 3);  // no feeling: last
  CHECK(ask(host, {{"query", "rows"}, {"id", 2}, {"filter", {{"sentiment", {"positive"}}}}})["total"] == 1);
}

TEST_CASE("the first snapshot of a run does not wait for the model", "[engine][understanding]") {
  TestHost host;
  REQUIRE(host.load_model());
  REQUIRE(host.start({kReviews}));
  while (host.snapshots.empty()) REQUIRE(host.step());
  CHECK(host.batches_run == 0);
  CHECK(host.latest().overview.rated == 4);
  CHECK(host.latest().overview.sentiment.pending == 3);
}

TEST_CASE("the last snapshot does not depend on the order in which batches come back",
          "[engine][understanding]") {
  const MemoryFile file{"many.csv", many_reviews(1500)};
  TestHost plain;
  REQUIRE(plain.load_model(1, 1));
  REQUIRE(plain.analyse({file}));
  const auto expected = snapshot::encode(plain.latest());
  CHECK(plain.snapshots.size() > 3);

  const auto [in_flight, seed, slice] =
      GENERATE(Catch::Generators::table<std::size_t, std::uint64_t, std::uint32_t>(
          {{2, 1, 1U << 20U}, {8, 2, 5000}, {8, 3, 1U << 20U}, {64, 4, 333}}));
  TestHost mixed{{.slice_bytes = slice}};
  REQUIRE(mixed.load_model(in_flight, seed));
  REQUIRE(mixed.analyse({file}));
  CHECK(snapshot::encode(mixed.latest()) == expected);
}

TEST_CASE("what is known part of the way is a fair sample, not the head of the file",
          "[engine][understanding]") {
  std::string csv = "Stars,Review\n";
  for (int i = 0; i < 1000; ++i)
    csv += "5,All good on visit " + std::to_string(i) + (i % 2 == 0 ? " today\n" : "\n");
  for (int i = 0; i < 1000; ++i)
    csv += "1,All bad on visit " + std::to_string(i) + (i % 2 == 0 ? " today\n" : "\n");
  TestHost host;
  REQUIRE(host.load_model());
  REQUIRE(host.analyse({{"half.csv", csv}}));
  for (const auto& snapshot : host.snapshots) {
    const auto& feelings = snapshot->overview.sentiment;
    if (feelings.negative + feelings.positive < 200 || snapshot->stage == snapshot::Stage::Finished) continue;
    CHECK(feelings.pending > 0);
    CHECK_THAT(snapshot->overview.negative_share.value, WithinAbs(0.5, 0.12));
  }
}

TEST_CASE("a text longer than the model's rows is read in windows and still is one review",
          "[engine][understanding]") {
  std::string text = "good";
  for (int i = 0; i < 200; ++i) text += " and good";
  TestHost host;
  REQUIRE(host.load_model());
  REQUIRE(host.analyse({{"long.csv", "Stars,Review\n5," + text + "\n1,bad and late\n2,so it is here\n"}}));
  CHECK(host.latest().overview.sentiment.positive == 1);
  CHECK(host.latest().overview.sentiment.negative == 1);
}

TEST_CASE("an explanation marks the words that carry the feeling, in the bytes of the text",
          "[engine][understanding]") {
  TestHost host;
  REQUIRE(host.load_model());
  REQUIRE(host.analyse({{"r.csv",
                         "Stars,Title,Review\n5,Lovely,Très wonderful bread. But the coffee was late\n1,,bad "
                         "and rude here\n"}}));
  CHECK(ask(host, {{"query", "explain"}, {"id", 9}, {"row", 0}})["pending"] == true);
  host.run();
  REQUIRE(host.answers.size() == 1);
  const Json answer = Json::parse(host.answers[0]);
  CHECK(answer["id"] == 9);
  const std::string text = "Très wonderful bread. But the coffee was late";
  REQUIRE(answer["sentences"].size() == 2);
  CHECK(answer["sentences"][0]["sentiment"] == "positive");
  CHECK(answer["sentences"][1]["sentiment"] == "negative");
  CHECK(answer["sentences"][1]["end"] == text.size());
  for (const Json& word : answer["words"]) {
    const std::string marked =
        text.substr(word["begin"], word["end"].get<std::size_t>() - word["begin"].get<std::size_t>());
    const double weight = word["weight"];
    CAPTURE(marked, weight);
    if (marked == "wonderful")
      CHECK(weight > 0);
    else if (marked == "late")
      CHECK(weight < 0);
    else
      CHECK(weight == 0);
  }
  CHECK(answer["words"].size() == 8);
}

TEST_CASE("classify answers every text in its order", "[engine][understanding]") {
  TestHost host;
  REQUIRE(host.load_model(4, 3));
  CHECK(ask(host, {{"query", "classify"},
                   {"id", 1},
                   {"texts", {"good and lovely", "", "bad", "late late late late"}}})["pending"] == true);
  CHECK(ask(host, {{"query", "classify"}, {"id", 2}, {"texts", Json::array()}})["pending"] == true);
  host.run();
  REQUIRE(host.answers.size() == 2);
  Json results;
  for (const std::string& answer : host.answers) {
    if (Json::parse(answer)["id"] == 1) results = Json::parse(answer)["results"];
  }
  REQUIRE(results.size() == 4);
  CHECK(results[0]["sentiment"] == "positive");
  CHECK(results[1]["sentiment"] == "neutral");
  CHECK(results[2]["sentiment"] == "negative");
  CHECK(results[3]["stars"].get<double>() < 1.1);
  CHECK(results[0]["p"].size() == 3);
  CHECK(results[0]["starsP"].size() == 5);
}

TEST_CASE("without a model the questions that need it are answered with a sentence",
          "[engine][understanding]") {
  TestHost host;
  REQUIRE(host.analyse({kReviews}));
  const std::string sentence =
      "The language model is not loaded, so texts cannot be understood. Reload the page.";
  CHECK(ask(host, {{"query", "explain"}, {"id", 1}, {"row", 0}})["error"] == sentence);
  CHECK(ask(host, {{"query", "classify"}, {"id", 1}, {"texts", {"a"}}})["error"] == sentence);
}

TEST_CASE("scores of the wrong size, of no batch and of a dropped batch", "[engine][understanding]") {
  TestHost host;
  REQUIRE(host.load_model());
  REQUIRE(host.start({kReviews}));
  engine::Step step = host.session.step(std::chrono::milliseconds{4});
  const std::string& bytes = kReviews.bytes;
  while (!std::holds_alternative<engine::NeedsInference>(step)) {
    if (std::holds_alternative<engine::NeedsInput>(step)) {
      REQUIRE(host.session.feed(std::as_bytes(std::span{bytes.data(), bytes.size()})));
    }
    step = host.session.step(std::chrono::milliseconds{4});
  }
  const auto& needs = std::get<engine::NeedsInference>(step);
  CHECK_FALSE(host.session.provide(needs.number + 1, {}));
  const auto wrong = host.session.provide(needs.number, std::vector<float>(3));
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().code == ErrorCode::ModelMismatch);
  REQUIRE(host.session.command(R"({"type":"cancel","run":1})"));
  CHECK(host.session.provide(needs.number, FakeTextModel::scores(needs.batch)));  // late, and no fault
}

TEST_CASE("other ratings keep the feelings: no text is read again", "[engine][understanding]") {
  TestHost host;
  REQUIRE(host.load_model());
  REQUIRE(host.analyse({kReviews}));
  const auto batches = host.batches_run;
  REQUIRE(host.session.command(R"({"type":"roles","run":2,"file":0,"table":0,"roles":{"Date":"ignored"}})"));
  host.run();
  CHECK(host.latest().run == 2);
  CHECK(host.latest().overview.dated == 0);
  CHECK(host.latest().overview.sentiment.positive == 1);
  CHECK(host.batches_run == batches);
}

TEST_CASE("model files that do not belong are refused and the rest still works", "[engine][understanding]") {
  TestHost host;
  REQUIRE(host.give_asset("sentiment/vocabulary.txt", "no vocabulary"));
  const auto given = host.give_asset("sentiment/card.json", FakeTextModel::card());
  REQUIRE_FALSE(given);
  CHECK(given.error().code == ErrorCode::ModelMismatch);
  REQUIRE(host.analyse({kReviews}));
  CHECK_FALSE(host.latest().model_loaded);
}
