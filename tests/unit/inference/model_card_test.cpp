#include "inference/model_card.hpp"

#include <catch_amalgamated.hpp>
#include <fstream>
#include <sstream>
#include <string>

using attune::inference::Activation;
using attune::inference::parse_model_card;
using attune::inference::TagLabel;

namespace {

const std::string kSentiment =
    R"({"name":"sentiment","offset":0,"size":3,"labels":["negative","neutral","positive"],)"
    R"("activation":"softmax","temperature":1.25})";
const std::string kEmotion =
    R"({"name":"emotion","offset":3,"size":2,"labels":["joy","anger"],"activation":"sigmoid","thresholds":[0.3,0.4]})";

std::string card_with(const std::string& heads) {
  return R"({"name":"test","maxTokens":128,"languages":["en","de"],"heads":[)" + heads + "]}";
}

}  // namespace

TEST_CASE("a card tells its heads, where their scores lie and how to read them", "[inference][card]") {
  const auto card = parse_model_card(card_with(kSentiment + "," + kEmotion));
  REQUIRE(card);
  CHECK(card->total == 5);
  CHECK(card->max_tokens == 128);
  CHECK(card->supports("de"));
  CHECK_FALSE(card->supports("fr"));
  REQUIRE(card->find("sentiment") != nullptr);
  CHECK(card->find("sentiment")->temperature == 1.25F);
  REQUIRE(card->find("emotion") != nullptr);
  CHECK(card->find("emotion")->activation == Activation::Sigmoid);
  CHECK(card->find("emotion")->thresholds == std::vector<float>{0.3F, 0.4F});
  CHECK(card->find("stars") == nullptr);
}

TEST_CASE("a card of version 2 tells of embeddings and tags", "[inference][card]") {
  const std::string more =
      R"("embedding":{"name":"embedding","size":64},"tags":{"name":"tags","total":6},"tokenHeads":[)"
      R"({"name":"entity","offset":0,"size":3,"labels":["O","B-person","I-person"],"written":{"add":)"
      R"([[0,0,0],[1,0,0],[0,0,0],[-1,1.5,1],[0,0,0],[1,0,0]]}},)"
      R"({"name":"opinion","offset":3,"size":3,"labels":["O","B","I"]}],)";
  const auto with = [&](const std::string& members) {
    return R"({"name":"test","maxTokens":128,)" + members + R"("heads":[)" + kSentiment + "]}";
  };
  const auto card = parse_model_card(with(more));
  REQUIRE(card);
  CHECK(card->embedding_size == 64);
  CHECK(card->tag_total == 6);
  const auto* entity = card->find_token_head("entity");
  REQUIRE(entity != nullptr);
  CHECK(entity->types == std::vector<std::string>{"person"});
  CHECK(entity->labels[2] == TagLabel{TagLabel::Place::Inside, 0});
  REQUIRE(card->find_token_head("opinion") != nullptr);
  CHECK(card->find_token_head("opinion")->types == std::vector<std::string>{""});

  const auto plain = parse_model_card(with(""));
  REQUIRE(plain);
  CHECK(plain->embedding_size == 0);
  CHECK(plain->token_heads.empty());

  for (const auto& [from, to] :
       std::vector<std::pair<std::string, std::string>>{{"\"total\":6", "\"total\":7"},
                                                        {"\"offset\":3", "\"offset\":4"},
                                                        {"B-person", "person"},
                                                        {"[-1,1.5,1]", "[-1,1.5]"},
                                                        {"[0,0,0],", ""},
                                                        {"\"size\":64", "\"size\":0"},
                                                        {"\"tokenHeads\"", "\"others\""}}) {
    std::string broken = more;
    broken.replace(broken.find(from), from.size(), to);
    INFO(broken);
    CHECK_FALSE(parse_model_card(with(broken)));
  }
}

TEST_CASE("a card that does not add up is refused with a sentence", "[inference][card]") {
  const auto broken = GENERATE(
      std::string{}, std::string{"[]"}, std::string{"{"}, card_with(""), card_with("7"), card_with(kEmotion),
      card_with(kSentiment + "," + kSentiment),
      card_with(R"({"name":"a","offset":0,"size":3,"labels":["x"],"activation":"softmax"})"),
      card_with(R"({"name":"a","offset":0,"size":1,"labels":["x"],"activation":"tanh"})"),
      card_with(R"({"name":"a","offset":0,"size":1,"labels":["x"],"activation":"softmax","temperature":0})"),
      card_with(R"({"name":"a","offset":0,"size":1,"labels":["x"],"activation":"sigmoid"})"),
      card_with(
          R"({"name":"a","offset":0,"size":1,"labels":["x"],"activation":"sigmoid","thresholds":[1.5]})"),
      card_with(R"({"name":"a","offset":0,"size":-1,"labels":["x"],"activation":"softmax"})"));
  const auto card = parse_model_card(broken);
  INFO(broken);
  REQUIRE_FALSE(card);
  CHECK(card.error().code == attune::ErrorCode::ModelMismatch);
  CHECK(card.error().message == "The language model's description cannot be read. Reload the page.");
}

TEST_CASE("the card that ships can be read", "[inference][card]") {
  std::ifstream file{std::string{ATTUNE_SOURCE_DIR} + "/models/sentiment/card.json", std::ios::binary};
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const auto card = parse_model_card(bytes.str());
  REQUIRE(card);
  CHECK(card->find("sentiment")->size == 3);
  CHECK(card->find("stars")->size == 5);
  CHECK(card->find("emotion")->size == 28);
  CHECK(card->find("intent") != nullptr);
  CHECK(card->supports("en"));
  CHECK(card->embedding_size == 128);
  REQUIRE(card->find_token_head("entity") != nullptr);
  CHECK(card->find_token_head("entity")->types ==
        std::vector<std::string>{"person", "organisation", "product", "place", "date", "money"});
  CHECK(card->find_token_head("entity")->written.size() == 6 * 13);
  CHECK(card->find_token_head("aspect") != nullptr);
  CHECK(card->find_token_head("opinion") != nullptr);
}
