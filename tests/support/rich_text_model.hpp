// The fake model with everything a card of version 2 may offer: emotions, intents, embeddings and tags, each
// as plain as its vocabulary, so that tests can work them out by hand.
//
//   terms of a shop ("bread") are aspects, as good or bad as the last word of praise or complaint before
//   them, or else the first one after; words of praise and complaint are opinions; "anna smith" is a person
//   and "paris" a place.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "inference/token_batch.hpp"
#include "support/fake_text_model.hpp"

namespace attune::tests {

class RichTextModel {
 public:
  static constexpr std::size_t kTags = 14;

  // FakeTextModel's, with the terms and names after it and each letter as a piece that continues a word.
  static std::string vocabulary() {
    std::string lines = FakeTextModel::vocabulary();
    for (const std::string_view word : kTerms) lines += std::string{word} + "\n";
    for (const std::string_view word : kNames) lines += std::string{word} + "\n";
    for (char letter = 'a'; letter <= 'z'; ++letter) lines += std::string{letter} + "\n";
    for (char letter = 'a'; letter <= 'z'; ++letter) lines += std::string{"##"} + letter + "\n";
    return lines + ".\n,\n";
  }

  static std::string card() {
    return R"({"name":"rich","version":2,"maxTokens":32,"total":12,"languages":["en"],"heads":[
      {"name":"sentiment","offset":0,"size":3,"labels":["negative","neutral","positive"],"activation":"softmax","temperature":1},
      {"name":"stars","offset":3,"size":5,"labels":["1","2","3","4","5"],"activation":"softmax","temperature":1},
      {"name":"emotion","offset":8,"size":2,"labels":["joy","anger"],"activation":"sigmoid","thresholds":[0.3,0.3]},
      {"name":"intent","offset":10,"size":2,"labels":["complaint","praise"],"activation":"softmax","temperature":1}],
      "embedding":{"name":"embedding","size":2},"tags":{"name":"tags","total":14},"tokenHeads":[
      {"name":"entity","offset":0,"size":4,"labels":["O","B-person","I-person","B-place"]},
      {"name":"aspect","offset":4,"size":7,"labels":["O","B-positive","I-positive","B-negative","I-negative","B-neutral","I-neutral"]},
      {"name":"opinion","offset":11,"size":3,"labels":["O","B","I"]}]})";
  }

  static std::vector<float> outputs(const inference::TokenBatch& batch) {
    const std::vector<float> plain = FakeTextModel::scores(batch);
    std::vector<float> scores, embeddings, tags;
    for (std::size_t row = 0; row < batch.rows; ++row) {
      const std::int32_t* ids = batch.ids.data() + row * batch.width;
      float praise = 0, complaint = 0;
      for (std::size_t at = 0; at < batch.width; ++at) {
        const float value = FakeTextModel::value_of(ids[at]);
        praise += value > 0 ? 1.0F : 0.0F;
        complaint += value < 0 ? 1.0F : 0.0F;
      }
      scores.insert(scores.end(), plain.begin() + static_cast<std::ptrdiff_t>(row * FakeTextModel::kTotal),
                    plain.begin() + static_cast<std::ptrdiff_t>((row + 1) * FakeTextModel::kTotal));
      const float balance = praise - complaint;
      for (const float logit : {4 * balance - 2, -4 * balance - 2, -2 * balance, 2 * balance})
        scores.push_back(logit);
      const float length = std::hypot(1 + praise, 1 + complaint);
      embeddings.push_back((1 + praise) / length);
      embeddings.push_back((1 + complaint) / length);
      add_tags(ids, batch.width, tags);
    }
    scores.insert(scores.end(), embeddings.begin(), embeddings.end());
    scores.insert(scores.end(), tags.begin(), tags.end());
    return scores;
  }

 private:
  static constexpr std::array<std::string_view, 4> kTerms{"bread", "coffee", "staff", "crust"};
  static constexpr std::array<std::string_view, 3> kNames{"anna", "smith", "paris"};
  static constexpr std::int32_t kFirstTerm = 38, kFirstName = 42, kCrust = 41;

  static void add_tags(const std::int32_t* ids, std::size_t width, std::vector<float>& tags) {
    for (std::size_t at = 0; at < width; ++at) {
      std::array<float, kTags> logits{};
      const std::int32_t id = ids[at];
      const float value = FakeTextModel::value_of(id);
      std::size_t entity = 0, aspect = 0;
      if (id >= kFirstName && id < kFirstName + 3) entity = static_cast<std::size_t>(id - kFirstName) + 1;
      if (id >= kFirstTerm && id < kFirstName) {
        float said = 0;
        for (std::size_t before = at; before-- > 0 && said == 0;) said = FakeTextModel::value_of(ids[before]);
        for (std::size_t after = at; after < width && said == 0; ++after)
          said = FakeTextModel::value_of(ids[after]);
        aspect = said > 0 ? 1 : said < 0 ? 3 : 5;
        if (id == kCrust) ++aspect;  // inside: "bread crust" is one term
      }
      logits[entity] = 9;
      logits[4 + aspect] = 9;
      logits[11 + (value != 0 ? 1U : 0U)] = 9;
      tags.insert(tags.end(), logits.begin(), logits.end());
    }
  }
};

}  // namespace attune::tests
