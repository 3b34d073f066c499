// What the model's scores say about a text: calibrated probabilities, a score from -1 to 1, expected stars.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "inference/model_card.hpp"

namespace attune::inference {

enum class Sentiment : std::uint8_t { Negative, Neutral, Positive };

struct TextScores {
  std::array<float, 3> sentiment{};  // probabilities of negative, neutral, positive
  std::array<float, 5> stars{};      // probabilities of one to five stars
  std::vector<float> emotion;        // one per label, scaled so that from 0.5 on a label counts; may be empty
  std::vector<float> intent;         // probabilities, one per label; may be empty

  [[nodiscard]] Sentiment label() const noexcept;       // the most probable; of equals the more negative
  [[nodiscard]] float score() const noexcept;           // P(positive) - P(negative), from -1 to 1
  [[nodiscard]] float expected_stars() const noexcept;  // the mean of `stars`, from 1 to 5
};

// Reads one row of `card.total` scores. Fails with ModelMismatch if the row is of another size, holds a
// number that is not finite, or the card lacks the heads "sentiment" (3) and "stars" (5); "emotion" and
// "intent" may be absent.
Result<TextScores> read_scores(std::span<const float> row, const ModelCard& card);

// The scores of a text read in several windows. window_tokens: how long each was.
//
// Each probability is the mean over the windows, weighted by length; emotions are the highest of any window.
// Giving the last window more weight was measured and lost (models/sentiment/RESULTS.md).
[[nodiscard]] TextScores combine_windows(std::span<const TextScores> windows,
                                         std::span<const std::size_t> window_tokens);

// The direction of a text read in several windows: the mean of theirs by length, made of length 1 again.
// Empty where the windows have none.
[[nodiscard]] std::vector<float> combine_embeddings(std::span<const std::span<const float>> windows,
                                                    std::span<const std::size_t> window_tokens);

}  // namespace attune::inference
