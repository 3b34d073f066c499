#include "feedback/embedding.hpp"

#include <algorithm>
#include <cmath>

namespace attune::feedback {

void EmbeddingColumn::reset(std::size_t dimensions) {
  dimensions_ = dimensions;
  places_.clear();
  steps_.clear();
  factors_.clear();
}

void EmbeddingColumn::resize(std::size_t rows) { places_.resize(dimensions_ == 0 ? 0 : rows); }

void EmbeddingColumn::set(std::size_t row, std::span<const float> values) {
  if (values.empty() || values.size() != dimensions_) return;
  float largest = 0;
  for (const float value : values) largest = std::max(largest, std::abs(value));
  if (!(largest > 0)) return;
  // The factor makes the steps a vector of length 1 again, whatever was lost by rounding.
  const std::size_t place = places_.take(row);
  steps_.resize(places_.taken() * dimensions_);
  factors_.resize(places_.taken());
  std::int64_t squares = 0;
  for (std::size_t i = 0; i < dimensions_; ++i) {
    const auto step = static_cast<std::int8_t>(std::lround(values[i] / largest * 127));
    steps_[place * dimensions_ + i] = step;
    squares += step * step;
  }
  factors_[place] = 1 / std::sqrt(static_cast<float>(squares));
}

void EmbeddingColumn::read(std::size_t row, std::span<float> values) const noexcept {
  const auto from = steps(row);
  for (std::size_t i = 0; i < dimensions_; ++i) values[i] = static_cast<float>(from[i]) * factor(row);
}

float EmbeddingColumn::cosine(std::size_t a, std::size_t b) const noexcept {
  const auto of_a = steps(a);
  const auto of_b = steps(b);
  std::int32_t product = 0;
  for (std::size_t i = 0; i < dimensions_; ++i) product += of_a[i] * of_b[i];
  return static_cast<float>(product) * factor(a) * factor(b);
}

}  // namespace attune::feedback
