#include "feedback/readings.hpp"

#include <catch_amalgamated.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "feedback/aspects.hpp"

using namespace attune;
using namespace attune::feedback;
using Catch::Matchers::WithinAbs;

namespace {

inference::TagSpan span_of(std::string_view text, std::string_view words, std::uint8_t type = 0) {
  const std::size_t begin = text.find(words);
  return {.bytes = {begin, begin + words.size()}, .type = type, .p = 1};
}

const std::vector<std::string> kPolarities{"positive", "negative", "neutral"};

}  // namespace

TEST_CASE("an emotion stays on its side of one half", "[feedback][readings]") {
  EmotionColumn emotions;
  emotions.reset({"joy", "anger"});
  emotions.resize(2);
  emotions.set(1, std::vector<float>{0.5F, std::nextafter(0.5F, 0.0F)});
  CHECK_FALSE(emotions.is_known(0));
  REQUIRE(emotions.is_known(1));
  CHECK(emotions.is_present(1, 0));
  CHECK(emotions.value(1, 0) == 0.5F);
  CHECK_FALSE(emotions.is_present(1, 1));
  emotions.set(0, {});
  CHECK_FALSE(emotions.is_known(0));
}

TEST_CASE("an intent is the likeliest one", "[feedback][readings]") {
  IntentColumn intents;
  intents.reset({"complaint", "praise", "question"});
  intents.resize(2);
  intents.set(0, std::vector<float>{0.1F, 0.2F, 0.7F});
  REQUIRE(intents.is_known(0));
  CHECK(intents.label(0) == "question");
  CHECK_THAT(intents[0].p, WithinAbs(0.7, 0.003));
  CHECK_FALSE(intents.is_known(1));
}

TEST_CASE("a language the model has not learned is told, a text too short to tell is not",
          "[feedback][readings]") {
  LanguageColumn languages;
  languages.reset({"en", "de"});
  languages.resize(4);
  languages.set(0, "de");
  languages.set(1, "fi");
  languages.set(2, "und");
  CHECK(languages[0] == "de");
  CHECK_FALSE(languages.is_unsupported(0));
  CHECK(languages[1] == "fi");
  CHECK(languages.is_unsupported(1));
  CHECK(languages[2] == "und");
  CHECK_FALSE(languages.is_unsupported(2));
  CHECK_FALSE(languages.is_known(3));
}

TEST_CASE("embeddings in bytes keep their length and nearly their angles", "[feedback][readings]") {
  constexpr std::size_t kDimensions = 128;
  std::vector<std::vector<float>> given(2, std::vector<float>(kDimensions));
  for (std::size_t i = 0; i < kDimensions; ++i) {
    given[0][i] = std::sin(static_cast<float>(i * i));
    given[1][i] = given[0][i] + std::cos(static_cast<float>(3 * i));
  }
  double expected = 0;
  for (auto& values : given) {
    float squares = 0;
    for (const float value : values) squares += value * value;
    for (float& value : values) value /= std::sqrt(squares);
  }
  for (std::size_t i = 0; i < kDimensions; ++i) expected += double{given[0][i]} * given[1][i];

  EmbeddingColumn embeddings;
  embeddings.reset(kDimensions);
  embeddings.resize(3);
  embeddings.set(0, given[0]);
  embeddings.set(1, given[1]);
  embeddings.set(2, std::vector<float>(kDimensions));
  CHECK_FALSE(embeddings.is_known(2));
  CHECK_THAT(embeddings.cosine(0, 1), WithinAbs(expected, 0.01));
  CHECK_THAT(embeddings.cosine(0, 0), WithinAbs(1, 1e-5));
  std::vector<float> back(kDimensions);
  embeddings.read(0, back);
  for (std::size_t i = 0; i < kDimensions; ++i) CHECK_THAT(back[i], WithinAbs(given[0][i], 0.002));
}

TEST_CASE("lists of any length are kept by row, in whatever order they come", "[feedback][readings]") {
  EntityColumn entities;
  entities.resize(3);
  entities.set(2, std::vector<Entity>{{{5, 2}, 1}, {{9, 3}, 0}});
  entities.set(0, std::vector<Entity>{{{1, 1}, 2}});
  CHECK(entities[0].size() == 1);
  CHECK(entities[1].empty());
  REQUIRE(entities[2].size() == 2);
  CHECK(entities[2][1].text.of("0123456789abcdef") == "9ab");
  CHECK(entities[77].empty());
}

TEST_CASE("without a model every column is there and empty", "[feedback][readings]") {
  Readings readings;
  readings.reset(nullptr);
  readings.resize(5);
  CHECK_FALSE(readings.feelings.is_known(4));
  CHECK_FALSE(readings.emotions.is_known(4));
  CHECK_FALSE(readings.intents.is_known(4));
  CHECK_FALSE(readings.languages.is_known(4));
  CHECK_FALSE(readings.embeddings.is_known(4));
  CHECK(readings.aspects[4].empty());
}

TEST_CASE("an aspect takes the nearest opinion of its sentence", "[feedback][aspects]") {
  const std::string text = "Great bread, but the staff was rude. Slow too, and the coffee";
  const std::vector<inference::TagSpan> terms{span_of(text, "bread"), span_of(text, "staff", 1),
                                              span_of(text, "coffee", 2)};
  const std::vector<inference::TagSpan> opinions{span_of(text, "Great"), span_of(text, "rude"),
                                                 span_of(text, "Slow")};
  const auto aspects = pair_aspects(text, terms, kPolarities, opinions);
  REQUIRE(aspects.size() == 3);
  CHECK(aspects[0].opinion.of(text) == "Great");
  CHECK(aspects[0].sentiment == Sentiment::Positive);
  CHECK(aspects[1].opinion.of(text) == "rude");
  CHECK(aspects[1].sentiment == Sentiment::Negative);
  CHECK(aspects[2].opinion.of(text) == "Slow");  // a sentence end is nearer than it looks
  CHECK(pair_aspects(text, terms, kPolarities, {})[0].opinion.size == 0);
}

TEST_CASE("a comma parts an aspect from an opinion that is as near", "[feedback][aspects]") {
  const std::string text = "The room was clean, breakfast was really good";
  const auto aspects = pair_aspects(text, std::vector{span_of(text, "breakfast")}, kPolarities,
                                    std::vector{span_of(text, "clean"), span_of(text, "good")});
  REQUIRE(aspects.size() == 1);
  CHECK(aspects[0].opinion.of(text) == "good");
}
