#include "inference/text_scores.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>

namespace attune::inference {
namespace {

// Shifting by the largest logit keeps exp() finite.
void softmax(std::span<const float> logits, float temperature, std::span<float> probabilities) {
  const float top = *std::max_element(logits.begin(), logits.end());
  float sum = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp((logits[i] - top) / temperature);
    sum += probabilities[i];
  }
  for (float& probability : probabilities) probability /= sum;
}

// The straight lines through (0,0), (threshold,0.5) and (1,1).
float scaled_by_threshold(float probability, float threshold) noexcept {
  if (probability < threshold) return 0.5F * probability / threshold;
  return 0.5F + 0.5F * (probability - threshold) / (1 - threshold);
}

void sigmoids(std::span<const float> logits, const Head& head, std::span<float> scaled) {
  for (std::size_t i = 0; i < logits.size(); ++i) {
    scaled[i] = scaled_by_threshold(1 / (1 + std::exp(-logits[i])), head.thresholds[i]);
  }
}

void read_head(std::span<const float> row, const Head& head, std::span<float> values) {
  const auto logits = row.subspan(head.offset, head.size);
  if (head.activation == Activation::Softmax) {
    softmax(logits, head.temperature, values);
  } else {
    sigmoids(logits, head, values);
  }
}

Error mismatch(std::string detail) {
  return {ErrorCode::ModelMismatch,
          "The language model does not match this version of the app. Reload the page.", std::move(detail)};
}

void add_weighted(std::span<float> sum, std::span<const float> values, float weight) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weight * values[i];
}

}  // namespace

Sentiment TextScores::label() const noexcept {
  const auto top = std::max_element(sentiment.begin(), sentiment.end());
  return static_cast<Sentiment>(top - sentiment.begin());
}

float TextScores::score() const noexcept { return sentiment[2] - sentiment[0]; }

float TextScores::expected_stars() const noexcept {
  float sum = 0;
  for (std::size_t i = 0; i < stars.size(); ++i) sum += static_cast<float>(i + 1) * stars[i];
  return std::clamp(sum, 1.0F, 5.0F);
}

Result<TextScores> read_scores(std::span<const float> row, const ModelCard& card) {
  const Head* sentiment = card.find("sentiment");
  const Head* stars = card.find("stars");
  if (sentiment == nullptr || stars == nullptr) return mismatch("no head for sentiment or stars");
  if (row.size() != card.total || sentiment->size != 3 || stars->size != 5) {
    return mismatch("scores=" + std::to_string(row.size()) + " total=" + std::to_string(card.total));
  }
  if (!std::all_of(row.begin(), row.end(), [](float score) { return std::isfinite(score); })) {
    return mismatch("a score is not a number");
  }
  TextScores scores;
  read_head(row, *sentiment, scores.sentiment);
  read_head(row, *stars, scores.stars);
  if (const Head* head = card.find("emotion")) {
    scores.emotion.resize(head->size);
    read_head(row, *head, scores.emotion);
  }
  if (const Head* head = card.find("intent")) {
    scores.intent.resize(head->size);
    read_head(row, *head, scores.intent);
  }
  return scores;
}

TextScores combine_windows(std::span<const TextScores> windows, std::span<const std::size_t> window_tokens) {
  assert(!windows.empty() && windows.size() == window_tokens.size());
  if (windows.size() == 1) return windows.front();
  std::vector<float> weights;
  float total = 0;
  for (const std::size_t tokens : window_tokens) {
    weights.push_back(static_cast<float>(std::max<std::size_t>(1, tokens)));
    total += weights.back();
  }
  TextScores combined;
  combined.emotion.assign(windows.front().emotion.size(), 0);
  combined.intent.assign(windows.front().intent.size(), 0);
  for (std::size_t i = 0; i < windows.size(); ++i) {
    const float weight = weights[i] / total;
    add_weighted(combined.sentiment, windows[i].sentiment, weight);
    add_weighted(combined.stars, windows[i].stars, weight);
    add_weighted(combined.intent, windows[i].intent, weight);
    for (std::size_t label = 0; label < combined.emotion.size(); ++label) {
      combined.emotion[label] = std::max(combined.emotion[label], windows[i].emotion[label]);
    }
  }
  return combined;
}

std::vector<float> combine_embeddings(std::span<const std::span<const float>> windows,
                                      std::span<const std::size_t> window_tokens) {
  assert(!windows.empty() && windows.size() == window_tokens.size());
  std::vector<float> sum(windows.front().begin(), windows.front().end());
  if (windows.size() == 1) return sum;
  std::fill(sum.begin(), sum.end(), 0.0F);
  for (std::size_t i = 0; i < windows.size(); ++i) {
    add_weighted(sum, windows[i], static_cast<float>(std::max<std::size_t>(1, window_tokens[i])));
  }
  float squares = 0;
  for (const float value : sum) squares += value * value;
  const float length = std::sqrt(squares);
  if (length > 0) {
    for (float& value : sum) value /= length;
  }
  return sum;
}

}  // namespace attune::inference
