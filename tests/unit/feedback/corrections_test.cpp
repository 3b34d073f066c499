#include "feedback/corrections.hpp"

#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

#include "table/string_column.hpp"

using namespace attune;
using namespace attune::feedback;

namespace {

struct Shop {
  explicit Shop(const std::vector<std::string>& texts) {
    Part part;
    part.texts = {&column};
    for (std::uint32_t row = 0; row < texts.size(); ++row) {
      column.append(texts[row]);
      part.table_rows.push_back(row);
    }
    reviews.parts.push_back(part);
    reviews.ratings.resize(texts.size());
    reviews.days.resize(texts.size(), Reviews::kNoDay);
    reviews.source_ids.resize(texts.size());
    reviews.product_ids.resize(texts.size());
    reviews.place_ids.resize(texts.size());
    readings.intents.reset({"complaint", "praise"});
    readings.resize(texts.size());
    for (Row row = 0; row < texts.size(); ++row) {
      readings.feelings.set(row, {.p = {0.1F, 0.2F, 0.7F}, .score = 0.6F, .stars = 4.2F});
      readings.intents.set(row, std::vector<float>{0.25F, 0.75F});
    }
  }
  table::StringColumn column;
  Reviews reviews;
  Readings readings;
};

}  // namespace

TEST_CASE("a correction counts for every review with the same words", "[feedback][corrections]") {
  Shop shop{{"great, just great", "fine", "great, just great"}};
  Corrections corrections;
  const TextKey key = text_key("great, just great");
  corrections.set(key, {.sentiment = Sentiment::Negative, .intent = "complaint"});
  CHECK(apply_to_text(corrections, key, shop.reviews, shop.readings) == 2);
  for (const Row row : {0U, 2U}) {
    CHECK(sentiment_of(shop.readings.feelings[row]) == Sentiment::Negative);
    CHECK(shop.readings.feelings[row].score == -1);
    CHECK(shop.readings.feelings[row].stars == 4.2F);  // goes on to measure the model
    CHECK(shop.readings.intents.label(row) == "complaint");
  }
  CHECK(sentiment_of(shop.readings.feelings[1]) == Sentiment::Positive);
}

TEST_CASE("a correction taken back leaves what the model said", "[feedback][corrections]") {
  Shop shop{{"meh"}};
  Corrections corrections;
  const TextKey key = text_key("meh");
  corrections.set(key, {.sentiment = Sentiment::Neutral, .intent = ""});
  apply_to_text(corrections, key, shop.reviews, shop.readings);
  corrections.set(key, {.sentiment = Sentiment::Negative, .intent = ""});  // changed once more
  apply_to_text(corrections, key, shop.reviews, shop.readings);
  CHECK(shop.readings.feelings[0].p[0] == 1);
  corrections.set(key, {});
  CHECK(corrections.is_empty());
  apply_to_text(corrections, key, shop.reviews, shop.readings);
  CHECK(shop.readings.feelings[0].p[2] == 0.7F);
  CHECK(shop.readings.feelings[0].score == 0.6F);
  CHECK(shop.readings.intents[0].p == Catch::Approx(0.75).margin(0.003));
  CHECK(shop.readings.uncorrected.empty());
}

TEST_CASE("an intent that the model does not know changes nothing", "[feedback][corrections]") {
  Shop shop{{"hello"}};
  Corrections corrections;
  corrections.set(text_key("hello"), {.sentiment = std::nullopt, .intent = "no such"});
  apply_to_text(corrections, text_key("hello"), shop.reviews, shop.readings);
  CHECK(shop.readings.intents.label(0) == "praise");
  CHECK(sentiment_of(shop.readings.feelings[0]) == Sentiment::Positive);
}

TEST_CASE("the key of a text is the same everywhere", "[feedback][corrections]") {
  CHECK(text_key("") == 14695981039346656037ULL);
  CHECK(text_key("a") == 0xaf63dc4c8601ec8cULL);  // FNV-1a's published test value
  CHECK(text_key("a") != text_key("A"));
}
