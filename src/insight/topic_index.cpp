#include "insight/topic_index.hpp"

#include <algorithm>
#include <utility>

#include "feedback/review_words.hpp"
#include "insight/term_table.hpp"
#include "insight/term_vectors.hpp"
#include "insight/topic_finder.hpp"

namespace attune::insight {
namespace {

constexpr std::size_t kRowsAtOnce = 256;
constexpr std::uint32_t kParts = 1U << 20U;
// A second half is led by a word that at least this share of the first word's reviews say.
constexpr double kSecondShare = 0.1;

std::uint64_t fnv1a(std::string_view text) noexcept {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash ^ (hash >> 32U);
}

}  // namespace

std::size_t TopicIndex::find(std::string_view id) const {
  const auto found = std::find_if(rules.topics.begin(), rules.topics.end(),
                                  [&](const TopicRule& rule) { return rule.id == id; });
  return static_cast<std::size_t>(found - rules.topics.begin());
}

bool TopicIndex::belongs(feedback::Row row, std::size_t topic) const {
  if (row >= assignment.size()) return false;
  const auto topics = assignment.of(row);
  return std::find(topics.begin(), topics.end(), topic) != topics.end();
}

Stepped<TopicIndex> index_topics(const feedback::Reviews& reviews, TopicRules rules) {
  TopicIndex index;
  index.rules = std::move(rules);
  index.assignment.begins.reserve(reviews.size() + 1);
  std::vector<std::vector<std::uint32_t>> seen_in;
  for (const TopicRule& rule : index.rules.topics) {
    index.term_reviews.emplace_back(rule.terms.size());
    seen_in.emplace_back(rule.terms.size(), ~0U);
  }
  TopicMatcher matcher{index.rules};
  feedback::ReviewWords words;
  std::string text;
  for (feedback::Row row = 0; row < reviews.size(); ++row) {
    reviews.write_understood_text(row, text);
    if (!text.empty()) ++index.texts;
    const auto mentions = matcher.match(words.read(text));
    for (const auto& [topic, term] : mentions) {
      if (std::exchange(seen_in[topic][term], row) != row) ++index.term_reviews[topic][term];
    }
    assign(mentions, index.rules, index.assignment);
    if (row % kRowsAtOnce == kRowsAtOnce - 1)
      co_yield Progress{"Sorting reviews by topic", row, reviews.size()};
  }
  co_return index;
}

Stepped<TopicIndex> find_topic_index(const feedback::Reviews& reviews,
                                     const feedback::EmbeddingColumn& embeddings, std::string taxonomy,
                                     std::vector<TopicRule> pinned) {
  TermTable table;
  std::vector<feedback::Row> chosen;
  {
    feedback::ReviewWords words;
    std::string text;
    const double rate =
        static_cast<double>(kTopicReviews) / static_cast<double>(std::max<std::size_t>(reviews.size(), 1));
    const auto below = static_cast<std::uint64_t>(std::min(rate, 1.0) * kParts);
    for (feedback::Row row = 0; row < reviews.size(); ++row) {
      reviews.write_understood_text(row, text);
      if (text.empty() || fnv1a(text) % kParts >= below) continue;
      const std::size_t before = table.reviews();
      table.add(words.read(text));
      if (table.reviews() > before) chosen.push_back(row);
      if (row % kRowsAtOnce == 0) co_yield Progress{"Finding topics", row, reviews.size()};
    }
  }
  table.finish();
  co_yield Progress{"Finding topics", 0, 0};

  // The model's view counts only if it knows every chosen review: half a view would favour the ones it knows.
  std::vector<float> points;
  const bool is_placed =
      embeddings.dimensions() > 0 && !chosen.empty() &&
      std::all_of(chosen.begin(), chosen.end(), [&](feedback::Row row) { return embeddings.is_known(row); });
  if (is_placed) {
    points.resize(chosen.size() * embeddings.dimensions());
    for (std::size_t at = 0; at < chosen.size(); ++at) {
      embeddings.read(chosen[at],
                      std::span{points}.subspan(at * embeddings.dimensions(), embeddings.dimensions()));
      if (at % kRowsAtOnce == 0) co_yield Progress{"Finding topics", at, chosen.size()};
    }
  }
  auto placing = place_terms(table, {is_placed ? embeddings.dimensions() : 0, points});
  while (placing.advance()) co_yield placing.progress();
  const TermVectors vectors = std::move(placing).result();

  TopicRules rules;
  rules.taxonomy = taxonomy;
  std::vector<TopicRule> given = std::move(pinned);
  for (TopicRule& rule : insight::taxonomy(taxonomy)) given.push_back(std::move(rule));
  auto finding = find_topics(table, vectors, std::move(given));
  while (finding.advance()) co_yield finding.progress();
  rules.topics = std::move(finding).result();

  auto indexing = index_topics(reviews, std::move(rules));
  while (indexing.advance()) co_yield indexing.progress();
  TopicIndex index = std::move(indexing).result();
  index.read = chosen.size();
  co_return index;
}

Stepped<std::vector<bool>> halves_of_topic(const feedback::Reviews& reviews, const TopicIndex& index,
                                           std::size_t topic) {
  const std::size_t terms = index.rules.topics[topic].terms.size();
  std::vector<std::uint32_t> together(terms * terms);
  TopicMatcher matcher{index.rules};
  feedback::ReviewWords words;
  std::string text;
  std::vector<std::uint32_t> said;
  for (feedback::Row row = 0; row < reviews.size(); ++row) {
    if (!index.belongs(row, topic)) continue;
    reviews.write_understood_text(row, text);
    said.clear();
    for (const TopicMention& mention : matcher.match(words.read(text))) {
      if (mention.topic == topic) said.push_back(mention.term);
    }
    std::sort(said.begin(), said.end());
    said.erase(std::unique(said.begin(), said.end()), said.end());
    for (const std::uint32_t a : said)
      for (const std::uint32_t b : said) ++together[a * terms + b];
    if (row % kRowsAtOnce == 0) co_yield Progress{"Splitting a topic", row, reviews.size()};
  }
  std::vector<bool> second(terms);
  if (terms < 2) co_return second;
  const auto likeness = [&](std::size_t a, std::size_t b) {
    const double either = std::min(together[a * terms + a], together[b * terms + b]);
    return either > 0 ? together[a * terms + b] / either : 0.0;
  };
  std::size_t other = 0;
  double most = 0;
  for (std::size_t term = 1; term < terms; ++term) {
    const double size = together[term * terms + term];
    if (size < kSecondShare * together[0]) continue;
    if (const double apart = size * (1 - likeness(0, term)); apart > most) most = apart, other = term;
  }
  if (other == 0) co_return second;
  for (std::size_t term = 1; term < terms; ++term)
    second[term] = term == other || likeness(term, other) > likeness(term, 0);
  co_return second;
}

}  // namespace attune::insight
