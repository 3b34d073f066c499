#include "feedback/sentiment.hpp"

#include <algorithm>

namespace attune::feedback {

const char* name_of(Sentiment sentiment) noexcept {
  switch (sentiment) {
    case Sentiment::Negative:
      return "negative";
    case Sentiment::Neutral:
      return "neutral";
    case Sentiment::Positive:
      return "positive";
  }
  return "neutral";
}

Feeling feeling_from_scores(const inference::TextScores& scores) noexcept {
  return {.p = scores.sentiment, .score = scores.score(), .stars = scores.expected_stars()};
}

Sentiment sentiment_of(const Feeling& feeling) noexcept {
  const auto top = std::max_element(feeling.p.begin(), feeling.p.end());
  return static_cast<Sentiment>(top - feeling.p.begin());
}

bool is_mixed(const Feeling& feeling) noexcept { return std::min(feeling.p[0], feeling.p[2]) >= kMixedFrom; }

bool is_unsure(const Feeling& feeling) noexcept {
  return !is_mixed(feeling) && *std::max_element(feeling.p.begin(), feeling.p.end()) < kSureFrom;
}

}  // namespace attune::feedback
