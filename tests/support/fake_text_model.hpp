// A language model that counts: words of praise against words of complaint. Its feelings are as plain as its
// vocabulary, and tests can work them out by hand.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "inference/token_batch.hpp"

namespace attune::tests {

class FakeTextModel {
 public:
  static constexpr std::size_t kTotal = 8;  // three of sentiment, five of stars
  static constexpr std::size_t kMaxTokens = 32;

  static std::string vocabulary() {
    std::string lines = "[pad]\n[unk]\n[mask]\n[caps]\n[long]\n[url]\n[user]\n[number]\n";
    for (char digit = '0'; digit <= '9'; ++digit) lines += std::string{digit} + "\n";
    for (char digit = '0'; digit <= '9'; ++digit) lines += std::string{"##"} + digit + "\n";
    for (const std::string_view word : kPraise) lines += std::string{word} + "\n";
    for (const std::string_view word : kComplaint) lines += std::string{word} + "\n";
    return lines;
  }

  static std::string card() {
    return R"({"name":"fake","version":1,"maxTokens":32,"total":8,"languages":["en"],"heads":[
      {"name":"sentiment","offset":0,"size":3,"labels":["negative","neutral","positive"],"activation":"softmax","temperature":1},
      {"name":"stars","offset":3,"size":5,"labels":["1","2","3","4","5"],"activation":"softmax","temperature":1}]})";
  }

  static std::vector<float> scores(const inference::TokenBatch& batch) {
    std::vector<float> all;
    for (std::size_t row = 0; row < batch.rows; ++row) {
      float balance = 0;
      for (std::size_t at = 0; at < batch.width; ++at) balance += value_of(batch.ids[row * batch.width + at]);
      for (const float logit : {-2 * balance, 1.5F, 2 * balance}) all.push_back(logit);
      const float star = std::clamp(3 + balance, 1.0F, 5.0F);
      for (int stars = 1; stars <= 5; ++stars) all.push_back(-4 * std::abs(static_cast<float>(stars) - star));
    }
    return all;
  }

  // 1 for a word of praise, -1 for one of complaint, otherwise 0.
  static float value_of(std::int32_t id) {
    const std::int32_t word = id - kFirstWord;
    if (word < 0 || word >= static_cast<std::int32_t>(kPraise.size() + kComplaint.size())) return 0;
    return word < static_cast<std::int32_t>(kPraise.size()) ? 1.0F : -1.0F;
  }

 private:
  static constexpr std::array<std::string_view, 5> kPraise{"good", "wonderful", "lovely", "warm", "friendly"};
  static constexpr std::array<std::string_view, 5> kComplaint{"bad", "dry", "late", "rude", "burnt"};
  static constexpr std::int32_t kFirstWord = 28;
};

}  // namespace attune::tests
