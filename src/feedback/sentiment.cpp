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

Sentiment sentiment_of(const Feeling& feeling) noexcept {
  const auto [negative, neutral, positive] = feeling.p;
  if (neutral >= negative && neutral >= positive) return Sentiment::Neutral;
  return positive >= negative ? Sentiment::Positive : Sentiment::Negative;
}

bool is_mixed(const Feeling& feeling) noexcept { return std::min(feeling.p[0], feeling.p[2]) >= kMixedFrom; }

bool is_unsure(const Feeling& feeling) noexcept {
  return !is_mixed(feeling) && *std::max_element(feeling.p.begin(), feeling.p.end()) < kSureFrom;
}

}  // namespace attune::feedback
