// What the host brings back for a batch: one run of numbers that holds the network's outputs one after the
// other, as web/inference_session.js puts them.
#pragma once

#include <cstddef>
#include <span>

#include "base/result.hpp"
#include "inference/model_card.hpp"

namespace attune::inference {

// Views of the numbers; which of them are empty says the card.
struct ModelOutput {
  std::span<const float> scores;      // [rows, card.total]
  std::span<const float> embeddings;  // [rows, card.embedding_size], each row of length 1
  std::span<const float> tags;        // [rows, width, card.tag_total]
};

// Fails with ModelMismatch where the numbers are not exactly as many as card, rows and width say.
Result<ModelOutput> split_output(std::span<const float> numbers, const ModelCard& card, std::size_t rows,
                                 std::size_t width);

}  // namespace attune::inference
