#include "inference/text_scores.hpp"

#include <catch_amalgamated.hpp>
#include <cmath>
#include <limits>
#include <vector>

using namespace attune::inference;
using Catch::Matchers::WithinAbs;

namespace {

ModelCard card() {
  ModelCard card;
  card.name = "test";
  card.max_tokens = 8;
  card.heads.push_back(
      {"sentiment", 0, 3, {"negative", "neutral", "positive"}, Activation::Softmax, 2.0F, {}});
  card.heads.push_back({"stars", 3, 5, {"1", "2", "3", "4", "5"}, Activation::Softmax, 1.0F, {}});
  card.heads.push_back({"emotion", 8, 2, {"joy", "anger"}, Activation::Sigmoid, 1.0F, {0.25F, 0.5F}});
  card.total = 10;
  return card;
}

}  // namespace

TEST_CASE("scores become probabilities, softened by the temperature", "[inference][scores]") {
  const std::vector<float> row{0, 0, 2, /* stars */ 0, 0, 0, 0, 1000, /* emotion */ 0, 0};
  const auto scores = read_scores(row, card());
  REQUIRE(scores);
  const float e = std::exp(1.0F);
  CHECK_THAT(scores->sentiment[2], WithinAbs(e / (2 + e), 1e-6));
  CHECK_THAT(scores->score(), WithinAbs((e - 1) / (2 + e), 1e-6));
  CHECK(scores->label() == Sentiment::Positive);
  CHECK_THAT(scores->expected_stars(), WithinAbs(5, 1e-6));  // no overflow
}

TEST_CASE("an emotion reaches one half exactly at its threshold", "[inference][scores]") {
  const float logit_of_quarter = std::log(1.0F / 3.0F);
  const std::vector<float> row{0, 0, 0, 0, 0, 0, 0, 0, logit_of_quarter, logit_of_quarter};
  const auto scores = read_scores(row, card());
  REQUIRE(scores);
  CHECK_THAT(scores->emotion[0], WithinAbs(0.5, 1e-6));
  CHECK_THAT(scores->emotion[1], WithinAbs(0.25, 1e-6));
  CHECK_THAT(scores->expected_stars(), WithinAbs(3, 1e-6));
}

TEST_CASE("scores that do not fit the card are refused", "[inference][scores]") {
  std::vector<float> row(10, 0.0F);
  CHECK_FALSE(read_scores(std::vector<float>(9), card()));
  row[4] = std::numeric_limits<float>::quiet_NaN();
  CHECK_FALSE(read_scores(row, card()));
  row[4] = 0;
  ModelCard without_stars = card();
  without_stars.heads.erase(without_stars.heads.begin() + 1);
  CHECK_FALSE(read_scores(row, without_stars));
}

TEST_CASE("windows of a long text count by their length", "[inference][scores]") {
  TextScores bad{{1, 0, 0}, {1, 0, 0, 0, 0}, {0.9F, 0.1F}, {}};
  TextScores good{{0, 0, 1}, {0, 0, 0, 0, 1}, {0.2F, 0.3F}, {}};
  const std::vector<TextScores> windows{bad, good};

  const TextScores same_length = combine_windows(windows, std::vector<std::size_t>{100, 100});
  CHECK_THAT(same_length.sentiment[2], WithinAbs(0.5, 1e-6));
  CHECK_THAT(same_length.expected_stars(), WithinAbs(3, 1e-5));
  CHECK(same_length.emotion == std::vector<float>{0.9F, 0.3F});

  const TextScores short_end = combine_windows(windows, std::vector<std::size_t>{128, 10});
  CHECK(short_end.label() == Sentiment::Negative);
}
