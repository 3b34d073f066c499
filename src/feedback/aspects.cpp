#include "feedback/aspects.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace attune::feedback {
namespace {

constexpr std::size_t kClauseBytes = 24;
constexpr std::size_t kFarthestBytes = 120;

inference::Sentiment sentiment_named(std::string_view name) {
  if (name == "positive") return inference::Sentiment::Positive;
  return name == "negative" ? inference::Sentiment::Negative : inference::Sentiment::Neutral;
}

// How far apart two stretches stand; nullopt where a sentence ends between them, or it is too far.
std::optional<std::size_t> distance(std::string_view text, const text::ByteRange& a,
                                    const text::ByteRange& b) {
  const text::ByteRange& first = a.begin <= b.begin ? a : b;
  const text::ByteRange& second = a.begin <= b.begin ? b : a;
  if (second.begin <= first.end) return 0;
  const std::string_view between = text.substr(first.end, second.begin - first.end);
  if (between.size() > kFarthestBytes) return std::nullopt;
  std::size_t far = between.size();
  for (std::size_t at = 0; at < between.size(); ++at) {
    const char mark = between[at];
    const bool ends_here = at + 1 == between.size() || between[at + 1] == ' ' || between[at + 1] == '\n';
    if (mark == '\n' || ((mark == '.' || mark == '!' || mark == '?') && ends_here)) return std::nullopt;
    if (mark == ',' || mark == ';' || mark == '(' || mark == ')') far += kClauseBytes;
  }
  return far;
}

}  // namespace

std::vector<Aspect> pair_aspects(std::string_view text, std::span<const inference::TagSpan> terms,
                                 std::span<const std::string> polarity_names,
                                 std::span<const inference::TagSpan> opinions) {
  std::vector<Aspect> aspects;
  for (const inference::TagSpan& term : terms) {
    Aspect aspect{.term = stretch_of(term.bytes),
                  .sentiment = sentiment_named(polarity_names[term.type]),
                  .opinion = {}};
    std::size_t nearest = std::numeric_limits<std::size_t>::max();
    for (const inference::TagSpan& opinion : opinions) {
      const auto far = distance(text, term.bytes, opinion.bytes);
      if (!far || *far >= nearest) continue;
      nearest = *far;
      aspect.opinion = stretch_of(opinion.bytes);
    }
    aspects.push_back(aspect);
  }
  return aspects;
}

}  // namespace attune::feedback
