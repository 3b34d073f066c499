#include "feedback/emotion.hpp"

#include <algorithm>
#include <cmath>

namespace attune::feedback {

void EmotionColumn::reset(std::vector<std::string> labels) {
  labels_ = std::move(labels);
  places_.clear();
  cells_.clear();
}

void EmotionColumn::resize(std::size_t rows) { places_.resize(labels_.empty() ? 0 : rows); }

void EmotionColumn::set(std::size_t row, std::span<const float> values) {
  if (values.empty() || values.size() != labels_.size()) return;
  const std::size_t place = places_.take(row);
  cells_.resize(places_.taken() * labels_.size());
  for (std::size_t label = 0; label < values.size(); ++label) {
    // Rounded down, so that what is below 0.5 stays below.
    const float steps = std::floor(std::clamp(values[label], 0.0F, 1.0F) * kSteps);
    cells_[place * labels_.size() + label] = static_cast<std::uint8_t>(steps);
  }
}

}  // namespace attune::feedback
