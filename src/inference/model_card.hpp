// What a model says about itself (card.json): which scores its output row holds, and how to read them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace attune::inference {

enum class Activation : std::uint8_t { Softmax, Sigmoid };

// `size` of the scores of a row, from `offset` on.
struct Head {
  std::string name;
  std::size_t offset = 0;
  std::size_t size = 0;
  std::vector<std::string> labels;  // `size` of them
  Activation activation = Activation::Softmax;
  float temperature = 1;          // logits are divided by it before a softmax (Guo et al. 2017)
  std::vector<float> thresholds;  // sigmoid heads: the probability from which each label counts
};

struct ModelCard {
  std::string name;
  std::size_t total = 0;       // scores in a row: the sum of the heads' sizes
  std::size_t max_tokens = 0;  // the widest row the model was trained on
  std::vector<Head> heads;
  std::vector<std::string> languages;  // ISO 639-1 codes it was trained and measured on, the best first

  // The head of that name, or null.
  [[nodiscard]] const Head* find(std::string_view head) const noexcept;
  [[nodiscard]] bool supports(std::string_view language) const noexcept;
};

// Fails with ModelMismatch where a field is missing or the heads do not fill the row without gap or overlap.
Result<ModelCard> parse_model_card(std::string_view json);

}  // namespace attune::inference
