// The columns that a model of card version 2 fills, seen from a run: what insight reads.
#include <catch_amalgamated.hpp>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "engine/analysis_run.hpp"
#include "engine/scoring_queue.hpp"
#include "engine/understand_stage.hpp"
#include "support/rich_text_model.hpp"
#include "support/test_host.hpp"
#include "table/table.hpp"

using namespace attune;
using attune::tests::FakeTextModel;
using attune::tests::RichTextModel;

namespace {

// Reviews of one text column, understood to the end.
struct Understood {
  Understood(const std::vector<std::string>& texts, const engine::LanguageModel& model,
             const text::LanguageIdentifier* languages = nullptr) {
    for (const std::string& text : texts) column.append(text);
    feedback::Part part;
    part.texts = {&column};
    for (std::uint32_t row = 0; row < texts.size(); ++row) part.table_rows.push_back(row);
    reviews.parts.push_back(part);
    reviews.ratings.resize(texts.size());
    reviews.days.resize(texts.size(), feedback::Reviews::kNoDay);
    reviews.source_ids.resize(texts.size());
    reviews.product_ids.resize(texts.size());
    reviews.place_ids.resize(texts.size());
    readings.reset(&model.card);
    readings.resize(texts.size());
    const feedback::Corrections corrections;
    engine::UnderstandStage stage{{&model, languages}, corrections, reviews, readings};
    inference::TokenBatch batch;
    for (std::uint32_t number = 1; stage.next_batch(number, batch); ++number) {
      const auto outputs =
          model.card.tag_total > 0 ? RichTextModel::outputs(batch) : FakeTextModel::scores(batch);
      REQUIRE(stage.accept(number, outputs));
    }
    REQUIRE(stage.is_done());
  }

  table::StringColumn column;
  feedback::Reviews reviews;
  feedback::Readings readings;
};

engine::LanguageModel rich_model() {
  auto model = engine::LanguageModel::load(RichTextModel::vocabulary(), RichTextModel::card());
  REQUIRE(model);
  return std::move(*model);
}

}  // namespace

TEST_CASE("emotions, intents, embeddings, aspects and entities come into their columns",
          "[engine][readings]") {
  const auto model = rich_model();
  const std::string text = "Good bread crust, rude staff. Anna Smith of Paris";
  const Understood understood{{"bad coffee", text, "nothing at all"}, model};
  const feedback::Readings& readings = understood.readings;

  REQUIRE(readings.emotions.is_known(0));
  CHECK(readings.emotions.labels() == std::vector<std::string>{"joy", "anger"});
  CHECK(readings.emotions.is_present(0, 1));
  CHECK_FALSE(readings.emotions.is_present(0, 0));
  CHECK(readings.intents.label(0) == "complaint");
  CHECK(readings.embeddings.dimensions() == 2);
  CHECK(readings.embeddings.cosine(1, 2) > 0.99F);  // praise and complaint in balance, as in no words at all
  CHECK(readings.embeddings.cosine(0, 2) < 0.96F);

  const auto aspects = readings.aspects[1];
  REQUIRE(aspects.size() == 2);
  CHECK(aspects[0].term.of(text) == "bread crust");
  CHECK(aspects[0].sentiment == feedback::Sentiment::Positive);
  CHECK(aspects[0].opinion.of(text) == "Good");
  CHECK(aspects[1].term.of(text) == "staff");
  CHECK(aspects[1].sentiment == feedback::Sentiment::Negative);
  CHECK(aspects[1].opinion.of(text) == "rude");

  const auto entities = readings.entities[1];
  REQUIRE(entities.size() == 2);
  CHECK(readings.entity_types[entities[0].type] == "person");
  CHECK(entities[0].text.of(text) == "Anna Smith");
  CHECK(readings.entity_types[entities[1].type] == "place");
  CHECK(readings.aspects[2].empty());
}

TEST_CASE("in a long text every mention is found at its own bytes, whichever window it fell into",
          "[engine][readings]") {
  const auto model = rich_model();  // windows of 32 tokens
  std::string text;
  for (int i = 0; i < 40; ++i) text += "so it is and then Paris, ";
  text += "good bread crust";
  const Understood understood{{text}, model};
  const auto entities = understood.readings.entities[0];
  CHECK(entities.size() > 8);
  for (const feedback::Entity& entity : entities) CHECK(entity.text.of(text) == "Paris");
  REQUIRE(understood.readings.aspects[0].size() == 1);
  CHECK(understood.readings.aspects[0][0].term.of(text) == "bread crust");
  CHECK(understood.readings.aspects[0][0].term.end() == text.size());
}

TEST_CASE("a model without the new outputs leaves their columns empty", "[engine][readings]") {
  const auto model = engine::LanguageModel::load(FakeTextModel::vocabulary(), FakeTextModel::card());
  REQUIRE(model);
  const Understood understood{{"good bread for $4"}, *model};
  CHECK(understood.readings.feelings.is_known(0));
  CHECK_FALSE(understood.readings.emotions.is_known(0));
  CHECK_FALSE(understood.readings.embeddings.is_known(0));
  REQUIRE(understood.readings.entities[0].size() == 1);  // found by rule
  CHECK(understood.readings.entity_types[understood.readings.entities[0][0].type] == "money");
}

TEST_CASE("outputs of another size than the card's are refused", "[engine][readings]") {
  const auto model = rich_model();
  engine::ScoringQueue queue{model};
  queue.add(7, "good bread");
  inference::TokenBatch batch;
  REQUIRE(queue.next_batch(1, batch));
  CHECK_FALSE(queue.accept(1, FakeTextModel::scores(batch)));
  REQUIRE(queue.accept(1, RichTextModel::outputs(batch)));
  const auto scored = queue.take_scored();
  REQUIRE(scored);
  CHECK(scored->key == 7);
  CHECK(scored->spans.size() == 3);

  engine::ScoringQueue scores_only{model, engine::Wanted::ScoresOnly};
  scores_only.add(1, "good bread");
  REQUIRE(scores_only.next_batch(2, batch));
  REQUIRE(scores_only.accept(2, RichTextModel::outputs(batch)));
  CHECK(scores_only.take_scored()->spans.empty());
}

TEST_CASE("the language of each review is told when the identifier is loaded", "[engine][readings]") {
  std::ifstream file{std::string{ATTUNE_SOURCE_DIR} + "/models/language/language.bin", std::ios::binary};
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const auto identifier = text::LanguageIdentifier::load(bytes.str());
  REQUIRE(identifier);
  const auto model = rich_model();
  const Understood understood{{"The bread was good and the people were friendly",
                               "Leivän kuori oli erinomainen ja henkilökunta todella ystävällistä", "!!"},
                              model,
                              &*identifier};
  const feedback::LanguageColumn& languages = understood.readings.languages;
  CHECK(languages[0] == "en");
  CHECK_FALSE(languages.is_unsupported(0));
  CHECK(languages[1] == "fi");
  CHECK(languages.is_unsupported(1));
  CHECK(languages[2] == "und");
}

TEST_CASE("classify tells emotions, intent, entities and aspects in the bytes of the text",
          "[engine][readings]") {
  tests::TestHost host;
  REQUIRE(host.load_rich_model(4, 3));
  const std::string text = "Très good bread crust, rude staff. Anna Smith paid 5 € in Paris";
  const nlohmann::json query{{"query", "classify"}, {"id", 1}, {"texts", {"bad coffee", text, ""}}};
  REQUIRE(host.session.query(query.dump()));
  host.run();
  REQUIRE(host.answers.size() == 1);
  const auto results = nlohmann::json::parse(host.answers[0])["results"];
  REQUIRE(results.size() == 3);
  CHECK(results[0]["emotion"]["anger"].get<double>() > 0.5);
  CHECK(results[0]["emotion"]["joy"].get<double>() < 0.5);
  CHECK(results[0]["intent"]["label"] == "complaint");
  CHECK(results[0]["intent"]["p"].get<double>() > 0.9);
  CHECK(results[2]["entities"].empty());

  const auto& aspects = results[1]["aspects"];
  REQUIRE(aspects.size() == 2);
  CHECK(aspects[0]["term"] == "bread crust");
  CHECK(aspects[0]["sentiment"] == "positive");
  CHECK(aspects[0]["opinion"] == "good");
  CHECK(aspects[1]["term"] == "staff");
  std::vector<std::string> types;
  for (const auto& entity : results[1]["entities"]) {
    const std::size_t begin = entity["begin"], end = entity["end"];
    CHECK(text.substr(begin, end - begin) == entity["text"].get<std::string>());
    types.push_back(entity["type"]);
  }
  CHECK(types == std::vector<std::string>{"person", "money", "place"});
}

TEST_CASE("embed gives a vector of length 1 for each text, or says that the model has none",
          "[engine][readings]") {
  const std::string query = R"({"query":"embed","id":5,"texts":["good good","bad"]})";
  tests::TestHost rich;
  REQUIRE(rich.load_rich_model());
  REQUIRE(rich.session.query(query));
  rich.run();
  const auto results = nlohmann::json::parse(rich.answers.at(0))["results"];
  REQUIRE(results.size() == 2);
  const double x = results[0][0], y = results[0][1];
  CHECK_THAT(x * x + y * y, Catch::Matchers::WithinAbs(1, 1e-5));
  CHECK_THAT(x, Catch::Matchers::WithinAbs(3 / std::sqrt(10.0), 1e-5));

  tests::TestHost plain;
  REQUIRE(plain.load_model());
  const auto refused = plain.session.query(query);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message == "This language model gives no embeddings. Use another one.");
}

TEST_CASE("classify tells the language once the identifier is loaded", "[engine][readings]") {
  std::ifstream file{std::string{ATTUNE_SOURCE_DIR} + "/models/language/language.bin", std::ios::binary};
  std::ostringstream bytes;
  bytes << file.rdbuf();
  tests::TestHost host;
  REQUIRE(host.load_rich_model());
  const std::string query =
      R"({"query":"classify","id":1,"texts":["The bread was good and the people were friendly",)"
      R"("Leivän kuori oli erinomainen ja henkilökunta todella ystävällistä","!!"]})";
  REQUIRE(host.session.query(query));
  host.run();
  CHECK_FALSE(nlohmann::json::parse(host.answers.at(0))["results"][0].contains("language"));
  REQUIRE(host.give_asset("language/language.bin", bytes.str()));
  REQUIRE(host.session.query(query));
  host.run();
  const auto results = nlohmann::json::parse(host.answers.at(1))["results"];
  CHECK(results[0]["language"] == "en");
  CHECK_FALSE(results[0].contains("guess"));
  CHECK(results[1]["language"] == "fi");
  CHECK(results[1]["guess"] == true);
  CHECK(results[2]["language"] == "und");
  CHECK_FALSE(host.give_asset("language/language.bin", "not weights"));
}
