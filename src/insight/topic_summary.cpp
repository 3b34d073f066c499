#include "insight/topic_summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

#include "insight/estimates.hpp"
#include "insight/multiple_tests.hpp"
#include "insight/quotes.hpp"
#include "insight/topic_quotes.hpp"
#include "insight/trend.hpp"
#include "stats/distributions.hpp"

namespace attune::insight {
namespace {

using feedback::Reviews;
using feedback::Row;
using snapshot::Sentiment;

constexpr std::size_t kRowsAtOnce = 1024;
constexpr std::size_t kExamples = 12;
constexpr std::size_t kShownTerms = 24;
constexpr Days kRecentDays = 30;     // "new this month"
constexpr Days kLeastSpan = 60;      // of the data, before anything can be called new or gone
constexpr double kMovedFrom = 0.05;  // of q
constexpr double kNewFactor = 10;    // so many times more, or less, often than before

struct Period {
  std::uint32_t n = 0, positive = 0, negative = 0;
};

struct Tally {
  std::uint64_t n = 0, main = 0, recent = 0, before = 0;
  snapshot::SentimentCounts sentiment;
  RunningMean rating;
  std::vector<Period> periods;
  std::vector<std::uint64_t> examples;
  QuoteChoice quotes;
};

class Summary {
 public:
  Summary(const Reviews& reviews, const feedback::Readings& readings, const TopicIndex& index,
          bool awaits_model)
      : reviews_{reviews}, feelings_{readings.feelings}, index_{index}, awaits_model_{awaits_model} {
    span_ = days_covered(reviews);
    if (span_) {
      granularity_ = granularity_for(span_->first, span_->last);
      first_period_ = period_of(span_->first, granularity_);
      periods_.resize(static_cast<std::size_t>(period_of(span_->last, granularity_) - first_period_ + 1));
    }
    tallies_.resize(index.rules.topics.size() + 1);  // the last: other
    for (Tally& tally : tallies_) tally.periods.resize(periods_.size());
  }

  void add(Row row);
  [[nodiscard]] snapshot::Topics finish();

 private:
  void add_to(Tally& tally, Row row, std::optional<Sentiment> sentiment, bool is_main);
  [[nodiscard]] bool is_recent(Row row) const {
    return span_ && reviews_.days[row] != Reviews::kNoDay && reviews_.days[row] > span_->last - kRecentDays;
  }
  [[nodiscard]] snapshot::Topic topic_of(std::size_t topic);
  void tell_movements(std::vector<snapshot::Topic>& topics, const std::vector<std::size_t>& tallies) const;

  const Reviews& reviews_;
  const feedback::FeelingColumn& feelings_;
  const TopicIndex& index_;
  bool awaits_model_;
  std::optional<DaySpan> span_;
  snapshot::Granularity granularity_ = snapshot::Granularity::Month;
  std::int32_t first_period_ = 0;
  std::vector<std::uint32_t> periods_;  // texts in each
  std::vector<Tally> tallies_;
  std::uint64_t assigned_ = 0, recent_ = 0, before_ = 0;
};

void Summary::add(Row row) {
  if (!reviews_.has_text(row)) return;
  Sentiment known{};
  const auto sentiment =
      sentiment_of_review(reviews_, feelings_, row, known) ? std::optional{known} : std::nullopt;
  if (reviews_.days[row] != Reviews::kNoDay) {
    ++periods_[static_cast<std::size_t>(period_of(reviews_.days[row], granularity_) - first_period_)];
    ++(is_recent(row) ? recent_ : before_);
  }
  const auto topics = index_.assignment.of(row);
  if (topics.empty()) return add_to(tallies_.back(), row, sentiment, true);
  ++assigned_;
  for (std::size_t i = 0; i < topics.size(); ++i) add_to(tallies_[topics[i]], row, sentiment, i == 0);
}

void Summary::add_to(Tally& tally, Row row, std::optional<Sentiment> sentiment, bool is_main) {
  ++tally.n;
  if (is_main) ++tally.main;
  if (reviews_.ratings[row] > 0) tally.rating.add(reviews_.ratings[row]);
  if (feelings_.is_known(row)) {
    count_feeling(feelings_[row], tally.sentiment);
  } else if (awaits_model_) {
    ++tally.sentiment.pending;
  } else if (sentiment) {
    auto& counts = tally.sentiment;
    ++(*sentiment == Sentiment::Negative  ? counts.negative
       : *sentiment == Sentiment::Neutral ? counts.neutral
                                          : counts.positive);
  }
  if (reviews_.days[row] != Reviews::kNoDay) {
    Period& period =
        tally.periods[static_cast<std::size_t>(period_of(reviews_.days[row], granularity_) - first_period_)];
    ++period.n;
    if (sentiment == Sentiment::Positive) ++period.positive;
    if (sentiment == Sentiment::Negative) ++period.negative;
    ++(is_recent(row) ? tally.recent : tally.before);
  }
  if (is_main && tally.examples.size() < kExamples) tally.examples.push_back(row);
  if (sentiment) tally.quotes.consider(reviews_, feelings_, row, *sentiment, is_main);
}

snapshot::Topic Summary::topic_of(std::size_t topic) {
  Tally& tally = tallies_[topic];
  const bool is_other = topic == index_.rules.topics.size();
  snapshot::Topic made;
  if (is_other) {
    made.id = "other";
    made.name = "other";
    made.is_other = true;
  } else {
    const TopicRule& rule = index_.rules.topics[topic];
    made.id = rule.id, made.name = rule.name, made.parent = rule.parent;
    made.origin = rule.origin, made.is_pinned = rule.is_pinned;
    for (std::size_t term = 0; term < rule.terms.size(); ++term) {
      const std::uint32_t n = index_.term_reviews[topic][term];
      if (n > 0) made.terms.push_back({rule.terms[term].text, n, rule.terms[term].weight});
    }
    if (made.terms.size() > kShownTerms) made.terms.resize(kShownTerms);
  }
  made.n = tally.n;
  made.share = share_estimate(tally.n, index_.texts);
  made.sentiment = tally.sentiment;
  const auto& counts = tally.sentiment;
  made.net =
      net_estimate(counts.positive, counts.negative, counts.negative + counts.neutral + counts.positive);
  made.rating = tally.rating.estimate(1, 5);
  for (std::size_t at = 0; at < periods_.size(); ++at) {
    const Period& period = tally.periods[at];
    made.trend.push_back({first_day_of(first_period_ + static_cast<std::int32_t>(at), granularity_), period.n,
                          periods_[at], share_estimate(period.n, periods_[at]),
                          net_estimate(period.positive, period.negative, period.n)});
  }
  made.examples = tally.examples;
  if (!is_other) made.quotes = tally.quotes.pick(reviews_, feelings_, index_, topic);
  return made;
}

// The last 30 days against all before: Fisher's exact test, both sides, corrected for all topics.
void Summary::tell_movements(std::vector<snapshot::Topic>& topics,
                             const std::vector<std::size_t>& tallies) const {
  if (!span_ || span_->last - span_->first < kLeastSpan || recent_ == 0 || before_ == 0) return;
  std::vector<double> p;
  for (const std::size_t at : tallies) {
    const Tally& tally = tallies_[at];
    const std::uint64_t all = tally.recent + tally.before;
    const double more = stats::hypergeometric_upper_tail(tally.recent, recent_, all, recent_ + before_);
    const double less = stats::hypergeometric_upper_tail(tally.before, before_, all, recent_ + before_);
    p.push_back(std::min(1.0, 2 * std::min(more, less)));
  }
  const std::vector<double> q = corrected_for_false_discoveries(p);
  for (std::size_t i = 0; i < topics.size(); ++i) {
    const Tally& tally = tallies_[tallies[i]];
    topics[i].recent = tally.recent;
    topics[i].recent_share = share_estimate(tally.recent, recent_);
    topics[i].movement_p = q[i];
    if (q[i] >= kMovedFrom) continue;
    const double now = static_cast<double>(tally.recent) / static_cast<double>(recent_);
    const double then = static_cast<double>(tally.before) / static_cast<double>(before_);
    if (now > then) {
      topics[i].movement =
          now >= kNewFactor * then ? snapshot::TopicMovement::New : snapshot::TopicMovement::Growing;
    } else {
      topics[i].movement =
          then >= kNewFactor * now ? snapshot::TopicMovement::Gone : snapshot::TopicMovement::Shrinking;
    }
  }
}

snapshot::Topics Summary::finish() {
  const auto& rules = index_.rules.topics;
  std::vector<std::size_t> order;
  const auto larger = [&](std::size_t a, std::size_t b) {
    return std::tuple(!rules[a].is_pinned, ~tallies_[a].n, rules[a].id) <
           std::tuple(!rules[b].is_pinned, ~tallies_[b].n, rules[b].id);
  };
  std::vector<std::size_t> parents;
  for (std::size_t topic = 0; topic < rules.size(); ++topic) {
    if (rules[topic].parent.empty()) parents.push_back(topic);
  }
  std::sort(parents.begin(), parents.end(), larger);
  for (const std::size_t parent : parents) {
    order.push_back(parent);
    std::vector<std::size_t> children;
    for (std::size_t topic = 0; topic < rules.size(); ++topic) {
      if (rules[topic].parent == rules[parent].id) children.push_back(topic);
    }
    std::sort(children.begin(), children.end(), larger);
    order.insert(order.end(), children.begin(), children.end());
  }
  if (tallies_.back().n > 0) order.push_back(rules.size());

  snapshot::Topics made;
  made.texts = index_.texts;
  made.assigned = assigned_;
  made.read = index_.read;
  made.taxonomy = index_.rules.taxonomy;
  made.taxonomies = taxonomy_names();
  made.is_edited = index_.rules.is_edited;
  for (const std::size_t topic : order) made.topics.push_back(topic_of(topic));
  tell_movements(made.topics, order);
  return made;
}

}  // namespace

bool sentiment_of_review(const Reviews& reviews, const feedback::FeelingColumn& feelings, Row row,
                         Sentiment& sentiment) {
  if (feelings.is_known(row)) {
    sentiment = static_cast<Sentiment>(feedback::sentiment_of(feelings[row]));
    return true;
  }
  const float rating = reviews.ratings[row];
  if (rating <= 0) return false;
  sentiment = rating <= 2 ? Sentiment::Negative : rating >= 4 ? Sentiment::Positive : Sentiment::Neutral;
  return true;
}

Stepped<snapshot::Topics> summarise_topics(const Reviews& reviews, const feedback::Readings& readings,
                                           const TopicIndex& index, bool awaits_model) {
  Summary summary{reviews, readings, index, awaits_model};
  for (Row row = 0; row < reviews.size(); ++row) {
    summary.add(row);
    if (row % kRowsAtOnce == kRowsAtOnce - 1) co_yield Progress{"Counting topics", row, reviews.size()};
  }
  co_return summary.finish();
}

}  // namespace attune::insight
