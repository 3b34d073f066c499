#include "feedback/sentiment.hpp"

#include <catch_amalgamated.hpp>

#include "support/sample_reviews.hpp"

using namespace attune::feedback;
using attune::tests::feeling_of;

TEST_CASE("the likeliest class is the answer, of equals the more negative", "[feedback][sentiment]") {
  CHECK(sentiment_of(feeling_of(0.7F, 0.1F)) == Sentiment::Negative);
  CHECK(sentiment_of(feeling_of(0.1F, 0.7F)) == Sentiment::Positive);
  CHECK(sentiment_of(feeling_of(0.1F, 0.1F)) == Sentiment::Neutral);
  CHECK(sentiment_of({.p = {0.5F, 0.5F, 0.0F}}) == Sentiment::Negative);
  CHECK(sentiment_of({.p = {0.5F, 0.0F, 0.5F}}) == Sentiment::Negative);
}

TEST_CASE("praise and complaint together are mixed, hesitation is not sure, never both",
          "[feedback][sentiment]") {
  CHECK(is_mixed(feeling_of(0.45F, 0.4F)));
  CHECK_FALSE(is_unsure(feeling_of(0.45F, 0.4F)));
  CHECK(is_unsure(feeling_of(0.45F, 0.1F)));
  CHECK_FALSE(is_mixed(feeling_of(0.45F, 0.1F)));
  CHECK_FALSE(is_unsure(feeling_of(0.9F, 0.05F)));
}

TEST_CASE("a feeling is unknown until it is set", "[feedback][sentiment]") {
  FeelingColumn column;
  column.resize(2);
  column.set(1, feeling_of(0.1F, 0.8F));
  CHECK_FALSE(column.is_known(0));
  CHECK(column.is_known(1));
}
