#include "feedback/custom_intents.hpp"

#include <catch_amalgamated.hpp>
#include <cmath>
#include <vector>

#include "base/random.hpp"

using namespace attune;
using namespace attune::feedback;

namespace {

constexpr std::size_t kDimensions = 16;

// A direction near `towards` (one of the axes) with some noise, and a part that all texts share.
std::vector<float> text_about(std::size_t towards, Random& random, float noise = 0.3F) {
  std::vector<float> values(kDimensions);
  for (float& value : values) value = noise * (static_cast<float>(random.uniform()) - 0.5F) + 0.2F;
  values[towards] += 1;
  float squares = 0;
  for (const float value : values) squares += value * value;
  for (float& value : values) value /= std::sqrt(squares);
  return values;
}

std::vector<std::vector<float>> texts_about(std::size_t towards, std::size_t count, Random& random) {
  std::vector<std::vector<float>> texts;
  for (std::size_t i = 0; i < count; ++i) texts.push_back(text_about(towards, random));
  return texts;
}

std::vector<std::vector<float>> shop_reviews(Random& random) {
  std::vector<std::vector<float>> reviews;
  for (std::size_t i = 0; i < 200; ++i) reviews.push_back(text_about(4 + i % 12, random));
  return reviews;
}

}  // namespace

TEST_CASE("ten examples teach an intent that finds its like and leaves the rest",
          "[feedback][custom_intents]") {
  Random random{3};
  const auto background = shop_reviews(random);
  const CustomIntent intent{"catering", texts_about(0, 10, random), background};
  CHECK(intent.name() == "catering");
  CHECK(intent.leave_one_out().n == 10);
  CHECK(intent.leave_one_out().recognised >= 9);
  for (int i = 0; i < 50; ++i) CHECK(intent.membership(text_about(0, random)) >= 0.5F);
  std::size_t wrong = 0;
  for (int i = 0; i < 200; ++i)
    wrong += intent.membership(text_about(4 + static_cast<std::size_t>(i) % 12, random)) >= 0.5F ? 1U : 0U;
  CHECK(wrong <= 10);
}

TEST_CASE("examples that have nothing in common are told apart from a good definition",
          "[feedback][custom_intents]") {
  Random random{4};
  const auto background = shop_reviews(random);
  std::vector<std::vector<float>> mixed;
  for (std::size_t i = 0; i < 10; ++i) mixed.push_back(text_about(4 + i, random));
  const CustomIntent intent{"anything", mixed, background};
  CHECK(intent.leave_one_out().recognised <= 5);
}

TEST_CASE("without any reviews the examples alone draw the border", "[feedback][custom_intents]") {
  Random random{5};
  const CustomIntent intent{"early", texts_about(1, 5, random), {}};
  CHECK(intent.leave_one_out().recognised >= 4);
  CHECK(intent.membership(text_about(1, random)) > 0.5F);
}

TEST_CASE("each review gets the intent it fits best, or none", "[feedback][custom_intents]") {
  Random random{6};
  const auto background = shop_reviews(random);
  const std::vector<CustomIntent> intents{{"first", texts_about(0, 10, random), background},
                                          {"second", texts_about(1, 10, random), background}};
  EmbeddingColumn embeddings;
  embeddings.reset(kDimensions);
  embeddings.resize(4);
  embeddings.set(0, text_about(1, random));
  embeddings.set(1, text_about(0, random));
  embeddings.set(2, text_about(9, random));
  CustomIntentColumn column;
  column.assign(intents, embeddings);
  CHECK(column[0] == 1U);
  CHECK(column.membership(0) >= 0.5F);
  CHECK(column[1] == 0U);
  CHECK_FALSE(column[2]);
  CHECK_FALSE(column[3]);  // nothing known
  CHECK(column.count(0) == 1);
  CHECK_FALSE(column[99]);
}
