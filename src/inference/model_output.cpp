#include "inference/model_output.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace attune::inference {

Result<ModelOutput> split_output(std::span<const float> numbers, const ModelCard& card, std::size_t rows,
                                 std::size_t width) {
  const std::size_t scores = rows * card.total;
  const std::size_t embeddings = rows * card.embedding_size;
  const std::size_t tags = rows * width * card.tag_total;
  if (numbers.size() != scores + embeddings + tags) {
    return Error{ErrorCode::ModelMismatch,
                 "The language model does not match this version of the page. Reload the page.",
                 std::to_string(numbers.size()) + " numbers for " + std::to_string(rows) + " rows of " +
                     std::to_string(width) + " tokens, " + std::to_string(scores + embeddings + tags) +
                     " expected"};
  }
  if (!std::all_of(numbers.begin(), numbers.end(), [](float number) { return std::isfinite(number); })) {
    return Error{ErrorCode::ModelMismatch,
                 "The language model does not match this version of the page. Reload the page.",
                 "the model's output holds something that is not a number"};
  }
  return ModelOutput{.scores = numbers.first(scores),
                     .embeddings = numbers.subspan(scores, embeddings),
                     .tags = numbers.subspan(scores + embeddings)};
}

}  // namespace attune::inference
