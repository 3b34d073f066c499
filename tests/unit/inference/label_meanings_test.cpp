#include "inference/label_meanings.hpp"

#include <catch_amalgamated.hpp>
#include <cmath>
#include <vector>

#include "inference/text_scores.hpp"

using namespace attune::inference;
using Catch::Matchers::WithinAbs;

namespace {

std::vector<LabelMeaning> meanings_of(std::string_view json) {
  const auto classifier = parse_classifier_card(json);
  return classifier ? classifier->meanings : std::vector<LabelMeaning>{};
}

}  // namespace

TEST_CASE("labels tell by their names what they mean", "[inference][labels]") {
  CHECK(meanings_of(R"({"id2label":{"0":"NEGATIVE","1":"POSITIVE"}})") ==
        std::vector<LabelMeaning>{{0, 0}, {2, 0}});
  CHECK(meanings_of(R"({"labels":["pos","neu","neg"]})") ==
        std::vector<LabelMeaning>{{2, 0}, {1, 0}, {0, 0}});
  CHECK(
      meanings_of(R"({"id2label":{"0":"1 star","1":"2 stars","2":"3 stars","3":"4 stars","4":"5 stars"}})") ==
      std::vector<LabelMeaning>{{-1, 1}, {-1, 2}, {-1, 3}, {-1, 4}, {-1, 5}});
  CHECK(meanings_of(R"({"id2label":{"0":"LABEL_0","1":"LABEL_1","2":"LABEL_2"}})") ==
        std::vector<LabelMeaning>{{0, 0}, {1, 0}, {2, 0}});
}

TEST_CASE("labels that tell neither feeling nor stars are refused", "[inference][labels]") {
  for (const char* json :
       {"", "{}", R"({"labels":["joy","anger"]})", R"({"labels":["negative"]})",
        R"({"labels":["negative","5 stars"]})", R"({"id2label":{"0":"LABEL_0","2":"LABEL_2"}})",
        R"({"labels":["LABEL_0","LABEL_1","LABEL_2","LABEL_3"]})"}) {
    const auto classifier = parse_classifier_card(json);
    INFO(json);
    REQUIRE_FALSE(classifier);
    CHECK(
        classifier.error().message ==
        "What the model's labels mean is not clear. Name them negative, neutral, positive or 1 to 5 stars.");
  }
}

TEST_CASE("logits become probabilities of sentiment and stars", "[inference][labels]") {
  const auto classifier =
      parse_classifier_card(R"({"labels":["negative","positive"],"max_position_embeddings":512})");
  REQUIRE(classifier);
  CHECK(classifier->card.max_tokens == 256);
  const float even = std::log(4.0F);
  const auto scores = scores_from_logits(std::vector<float>{0, even, even, 0}, classifier->meanings);
  REQUIRE(scores.size() == 16);
  const auto first = read_scores(std::span{scores}.first(8), classifier->card);
  REQUIRE(first);
  CHECK_THAT(first->sentiment[2], WithinAbs(0.8, 1e-4));
  CHECK_THAT(first->sentiment[0], WithinAbs(0.2, 1e-4));
  CHECK_THAT(first->expected_stars(), WithinAbs(0.2 * 1 + 0.8 * 5, 1e-3));
  const auto second = read_scores(std::span{scores}.subspan(8), classifier->card);
  REQUIRE(second);
  CHECK(second->label() == Sentiment::Negative);
}

TEST_CASE("stars alone tell the sentiment", "[inference][labels]") {
  const auto classifier = parse_classifier_card(R"({"labels":["1","2","3","4","5"]})");
  REQUIRE(classifier);
  const auto scores =
      scores_from_logits(std::vector<float>{0, 0, 0, 0, std::log(6.0F)}, classifier->meanings);
  const auto read = read_scores(scores, classifier->card);
  REQUIRE(read);
  CHECK_THAT(read->sentiment[0], WithinAbs(0.2, 1e-4));
  CHECK_THAT(read->sentiment[1], WithinAbs(0.1, 1e-4));
  CHECK_THAT(read->sentiment[2], WithinAbs(0.7, 1e-4));
  CHECK_THAT(read->stars[4], WithinAbs(0.6, 1e-4));
}
