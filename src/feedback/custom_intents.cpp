#include "feedback/custom_intents.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace attune::feedback {
namespace {

// Of the shop's reviews at most a quarter may have the intent.
constexpr double kBackgroundQuantile = 0.75;
// The border lies this part of the way from the examples down to the middle of the others.
constexpr float kMargin = 0.25F;
constexpr float kNarrowest = 0.02F;

float length_of(std::span<const float> values) {
  float squares = 0;
  for (const float value : values) squares += value * value;
  return std::sqrt(squares);
}

std::vector<float> mean_of(std::span<const std::vector<float>> rows, std::size_t dimensions) {
  std::vector<float> mean(dimensions);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < dimensions; ++i) mean[i] += row[i];
  }
  for (float& value : mean) value /= static_cast<float>(std::max<std::size_t>(1, rows.size()));
  return mean;
}

void make_unit(std::vector<float>& values) {
  const float length = length_of(values);
  if (length > 0) {
    for (float& value : values) value /= length;
  }
}

// The cosine of the two, seen from `origin`.
float nearness(std::span<const float> values, std::span<const float> origin,
               std::span<const float> direction) {
  float product = 0, squares = 0;
  for (std::size_t i = 0; i < direction.size(); ++i) {
    const float seen = values[i] - origin[i];
    product += seen * direction[i];
    squares += seen * seen;
  }
  return squares > 0 ? product / std::sqrt(squares) : 0;
}

std::vector<float> direction_without(std::span<const std::vector<float>> examples, std::size_t left_out,
                                     std::span<const float> origin) {
  std::vector<float> direction(origin.size());
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (i == left_out) continue;
    for (std::size_t j = 0; j < origin.size(); ++j) direction[j] += examples[i][j] - origin[j];
  }
  make_unit(direction);
  return direction;
}

float quantile(std::vector<float> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

}  // namespace

CustomIntent::CustomIntent(std::string name, std::span<const std::vector<float>> examples,
                           std::span<const std::vector<float>> background)
    : name_{std::move(name)} {
  assert(examples.size() >= kFewestExamples);
  const std::size_t dimensions = examples.front().size();
  mean_ = mean_of(background, dimensions);
  direction_ = direction_without(examples, examples.size(), mean_);

  std::vector<float> own;
  for (std::size_t i = 0; i < examples.size(); ++i)
    own.push_back(nearness(examples[i], mean_, direction_without(examples, i, mean_)));
  std::vector<float> others;
  for (const auto& row : background) others.push_back(nearness(row, mean_, direction_));

  // A little below the examples; where they do not stand out from the others, the others decide.
  const float middle = quantile(own, 0.5);
  const float low = quantile(own, 0.1);
  const float usual = others.empty() ? 0.0F : quantile(others, 0.5);
  border_ = low - kMargin * (low - usual);
  if (!others.empty()) border_ = std::max(border_, quantile(others, kBackgroundQuantile));
  width_ = std::max(kNarrowest, (middle - border_) / 2);
  leave_one_out_ = {.n = examples.size(),
                    .recognised = static_cast<std::uint64_t>(
                        std::count_if(own.begin(), own.end(), [&](float near) { return near >= border_; }))};
}

float CustomIntent::membership(std::span<const float> embedding) const noexcept {
  const float near = nearness(embedding, mean_, direction_);
  return 1 / (1 + std::exp((border_ - near) / width_));
}

void CustomIntentColumn::assign(std::span<const CustomIntent> intents, const EmbeddingColumn& embeddings) {
  cells_.assign(embeddings.size(), {});
  std::vector<float> values(embeddings.dimensions());
  for (std::size_t row = 0; row < embeddings.size(); ++row) {
    if (!embeddings.is_known(row)) continue;
    embeddings.read(row, values);
    float highest = 0.5F;
    for (std::size_t i = 0; i < intents.size() && i < kNone; ++i) {
      if (intents[i].dimensions() != values.size()) continue;
      const float membership = intents[i].membership(values);
      const bool is_first = cells_[row].intent == kNone;
      if (membership < highest || (!is_first && membership == highest)) continue;
      highest = membership;
      cells_[row] = {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(std::lround(membership * 255))};
    }
  }
}

std::uint64_t CustomIntentColumn::count(std::size_t intent) const noexcept {
  return static_cast<std::uint64_t>(
      std::count_if(cells_.begin(), cells_.end(), [&](const Cell& cell) { return cell.intent == intent; }));
}

}  // namespace attune::feedback
