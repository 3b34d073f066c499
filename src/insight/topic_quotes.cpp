#include "insight/topic_quotes.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/ascii.hpp"
#include "feedback/review_words.hpp"
#include "insight/folded_words.hpp"
#include "insight/quotes.hpp"
#include "text/sentences.hpp"
#include "text/words.hpp"

namespace attune::insight {
namespace {

using feedback::Row;

constexpr std::size_t kOfEachSide = 2;
constexpr std::size_t kReadableFrom = 25;  // bytes
constexpr std::size_t kReadableTo = 240;

// Where in the sentence the topic's words stand.
std::vector<snapshot::Highlight> highlights_in(std::string_view sentence,
                                               const std::vector<std::string>& keys, float weight) {
  std::vector<snapshot::Highlight> found;
  const auto ranges = text::find_words(sentence);
  std::vector<std::string> words;
  for (const auto& [begin, end] : ranges)
    words.push_back(folded_word(ascii_lower(sentence.substr(begin, end - begin))));
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string pair = at + 1 < words.size() ? words[at] + " " + words[at + 1] : std::string{};
    const bool is_pair = !pair.empty() && std::binary_search(keys.begin(), keys.end(), pair);
    if (!is_pair && !std::binary_search(keys.begin(), keys.end(), words[at])) continue;
    const std::size_t last = is_pair ? at + 1 : at;
    found.push_back(
        {static_cast<std::uint32_t>(ranges[at].begin), static_cast<std::uint32_t>(ranges[last].end), weight});
    at = last;
  }
  return found;
}

}  // namespace

void QuoteChoice::consider(const feedback::Reviews& reviews, const feedback::FeelingColumn& feelings, Row row,
                           snapshot::Sentiment sentiment, bool is_main) {
  if (sentiment == snapshot::Sentiment::Neutral) return;
  const float strength =
      feelings.is_known(row) ? std::abs(feelings[row].score) : std::abs(reviews.ratings[row] - 3.0F) / 2.0F;
  auto& side = sentiment == snapshot::Sentiment::Positive ? praise_ : complaints_;
  const Candidate candidate{strength + (is_main ? 1.0F : 0.0F), row};
  const auto better = [](const Candidate& a, const Candidate& b) {
    return a.worth != b.worth ? a.worth > b.worth : a.row < b.row;
  };
  if (side.size() == kKept && !better(candidate, side.back())) return;
  side.insert(std::upper_bound(side.begin(), side.end(), candidate, better), candidate);
  if (side.size() > kKept) side.pop_back();
}

snapshot::Quote quote_for_topic(const feedback::Reviews& reviews, const feedback::FeelingColumn& feelings,
                                Row row, const TopicRule& rule) {
  std::vector<std::string> keys;
  for (const auto& [text, weight] : rule.terms) {
    const std::size_t space = text.find(' ');
    keys.push_back(space == std::string::npos
                       ? folded_word(text)
                       : folded_word(text.substr(0, space)) + " " + folded_word(text.substr(space + 1)));
  }
  std::sort(keys.begin(), keys.end());
  std::string scratch;
  const std::string_view whole = reviews.text(row, scratch);
  snapshot::Quote quote;
  const float score = feelings.is_known(row) ? feelings[row].score : 0.0F;
  for (const text::ByteRange& range : text::split_sentences(whole)) {
    const std::string_view sentence = whole.substr(range.begin, range.end - range.begin);
    if (sentence.size() < kReadableFrom || sentence.size() > kReadableTo) continue;
    std::string shown{sentence};
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    auto highlights = highlights_in(shown, keys, score);
    if (highlights.empty() || highlights.size() <= quote.highlights.size()) continue;
    quote.text = std::move(shown);
    quote.highlights = std::move(highlights);
  }
  if (quote.text.empty()) return quote;
  quote.row = row;
  quote.source = reviews.source(row);
  quote.product = reviews.product(row);
  quote.day = reviews.day(row);
  quote.rating = reviews.rating(row);
  quote.score = score;
  return quote;
}

std::vector<snapshot::Quote> QuoteChoice::pick(const feedback::Reviews& reviews,
                                               const feedback::FeelingColumn& feelings,
                                               const TopicIndex& index, std::size_t topic) const {
  // A parent speaks with the words of its children.
  TopicRule rule = index.rules.topics[topic];
  for (const TopicRule& child : index.rules.topics) {
    if (child.parent == rule.id) rule.terms.insert(rule.terms.end(), child.terms.begin(), child.terms.end());
  }
  std::vector<snapshot::Quote> quotes;
  for (const auto* side : {&complaints_, &praise_}) {
    std::size_t taken = 0;
    for (const Candidate& candidate : *side) {
      if (taken == kOfEachSide) break;
      snapshot::Quote quote = quote_for_topic(reviews, feelings, candidate.row, rule);
      if (quote.text.empty()) continue;
      const bool is_known = std::any_of(quotes.begin(), quotes.end(), [&](const snapshot::Quote& other) {
        return other.text == quote.text;
      });
      if (is_known) continue;
      quotes.push_back(std::move(quote));
      ++taken;
    }
  }
  return quotes;
}

}  // namespace attune::insight
