// What a model says about itself (card.json): which scores its output row holds, and how to read them; from
// version 2 on also whether it gives embeddings and tags of tokens.
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

// What a label of a token head says of a word: outside, or first or later word of a span of a type (BIO tags,
// Ramshaw, Marcus 1995).
struct TagLabel {
  enum class Place : std::uint8_t { Outside, Begin, Inside };
  Place place = Place::Outside;
  std::uint8_t type = 0;  // index into TokenHead::types; without meaning outside
  friend bool operator==(const TagLabel&, const TagLabel&) = default;
};

// `size` of the tags of a token, from `offset` on: logits of BIO labels, on the first piece of each word.
struct TokenHead {
  std::string name;
  std::size_t offset = 0;
  std::size_t size = 0;
  std::vector<TagLabel> labels;    // `size` of them
  std::vector<std::string> types;  // "person" of "B-person"; one type of no name for plain "B" and "I"
  std::vector<float> written{};    // [kWaysToWrite, size]: added by how a word is written; empty: nothing is
};

struct ModelCard {
  std::string name;
  std::size_t total = 0;       // scores in a row: the sum of the heads' sizes
  std::size_t max_tokens = 0;  // the widest row the model was trained on
  std::vector<Head> heads;
  std::size_t embedding_size = 0;      // values of a row's embedding; 0: the model has none
  std::size_t tag_total = 0;           // tags of a token: the sum of the token heads' sizes; 0: none
  std::vector<TokenHead> token_heads;  // "entity", "aspect", "opinion", as far as there are any
  std::vector<std::string> languages;  // ISO 639-1 codes it was trained and measured on, the best first

  // The head of that name, or null.
  [[nodiscard]] const Head* find(std::string_view head) const noexcept;
  [[nodiscard]] const TokenHead* find_token_head(std::string_view head) const noexcept;
  [[nodiscard]] bool supports(std::string_view language) const noexcept;
};

// Fails with ModelMismatch where a field is missing or the heads do not fill the row, or the token heads the
// tags, without gap or overlap.
Result<ModelCard> parse_model_card(std::string_view json);

}  // namespace attune::inference
