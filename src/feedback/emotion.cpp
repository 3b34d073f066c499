#include "feedback/emotion.hpp"

#include <algorithm>
#include <cmath>

namespace attune::feedback {

void EmotionColumn::reset(std::vector<std::string> labels) {
  labels_ = std::move(labels);
  cells_.clear();
  known_.clear();
}

void EmotionColumn::resize(std::size_t rows) {
  cells_.resize(rows * labels_.size());
  known_.resize(rows);
}

void EmotionColumn::set(std::size_t row, std::span<const float> values) {
  if (values.empty() || values.size() != labels_.size()) return;
  for (std::size_t label = 0; label < values.size(); ++label) {
    // Rounded down, so that what is below 0.5 stays below.
    const float steps = std::floor(std::clamp(values[label], 0.0F, 1.0F) * kSteps);
    cells_[row * labels_.size() + label] = static_cast<std::uint8_t>(steps);
  }
  known_[row] = true;
}

}  // namespace attune::feedback
