#include "insight/metrics.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "feedback/review_words.hpp"
#include "insight/estimates.hpp"
#include "insight/order_metrics.hpp"
#include "insight/topic_summary.hpp"
#include "insight/trend.hpp"
#include "stats/distributions.hpp"

namespace attune::insight {
namespace {

using feedback::Reviews;
using feedback::Row;
using snapshot::Estimate;
using snapshot::Metric;
using snapshot::MetricId;
using snapshot::MetricState;
using snapshot::MetricUnit;
using snapshot::Sentiment;

constexpr std::size_t kRowsAtOnce = 1024;
constexpr std::uint64_t kEnough = 10;  // below, a figure is marked as resting on too few
constexpr std::size_t kMostGroups = 40;
constexpr std::size_t kNamesOfSort = 10;

constexpr std::string_view kTrustWords[] = {
    "trust",      "trusted",     "trustworthy", "reliable",  "reliably",         "honest",      "honestly",
    "dependable", "transparent", "genuine",     "vertrauen", "vertrauenswürdig", "zuverlässig", "ehrlich",
    "seriös",     "verlässlich", "confiance",   "fiable",    "honnête",          "sérieux",     "confianza",
    "fiable",     "honesto",     "honesta",     "serio",     "confiable"};
constexpr std::string_view kDistrustWords[] = {
    "scam",       "fraud",         "liar",    "lied",    "lies",    "dishonest",
    "unreliable", "untrustworthy", "cheated", "fake",    "betrug",  "betrüger",
    "unseriös",   "unzuverlässig", "gelogen", "abzocke", "arnaque", "malhonnête",
    "menteur",    "estafa",        "fraude",  "mentira"};

struct Sum {
  std::uint64_t n = 0, positive = 0, negative = 0;
  RunningMean mean;
};

// A measure of reviews, of all and by group.
struct Grouped {
  Sum all;
  std::map<std::int32_t, Sum> by_period;
  std::map<std::uint32_t, Sum> by_source, by_product;

  template <class Add>
  void add(const Reviews& reviews, Row row, snapshot::Granularity granularity, Add&& add_to) {
    add_to(all);
    if (reviews.days[row] != Reviews::kNoDay) add_to(by_period[period_of(reviews.days[row], granularity)]);
    if (reviews.source_ids[row] != 0) add_to(by_source[reviews.source_ids[row]]);
    if (reviews.product_ids[row] != 0) add_to(by_product[reviews.product_ids[row]]);
  }

  template <class Figure>
  void tell(Metric& metric, const Reviews& reviews, snapshot::Granularity granularity,
            Figure&& figure) const {
    metric.figure = figure(all);
    std::size_t skip = by_period.size() > kMostGroups ? by_period.size() - kMostGroups : 0;
    for (const auto& [period, sum] : by_period) {
      if (skip > 0) {
        --skip;
        continue;
      }
      metric.groups.push_back({"period", iso_from_days(first_day_of(period, granularity)), figure(sum)});
    }
    const auto names = [&](const char* by, const std::map<std::uint32_t, Sum>& sums,
                           const feedback::NameList& list) {
      std::vector<snapshot::MetricGroup> groups;
      for (const auto& [id, sum] : sums) groups.push_back({by, list.name(id), figure(sum)});
      std::stable_sort(groups.begin(), groups.end(),
                       [](const auto& a, const auto& b) { return a.figure.n > b.figure.n; });
      if (groups.size() > kNamesOfSort) groups.resize(kNamesOfSort);
      metric.groups.insert(metric.groups.end(), groups.begin(), groups.end());
    };
    names("source", by_source, reviews.sources);
    names("product", by_product, reviews.products);
  }
};

Metric known(MetricId id, MetricUnit unit, std::vector<std::string> columns) {
  Metric metric;
  metric.id = id, metric.unit = unit, metric.state = MetricState::Known;
  metric.columns = std::move(columns);
  return metric;
}

Metric missing(MetricId id, MetricUnit unit, const char* table, std::vector<std::string> needs) {
  Metric metric;
  metric.id = id, metric.unit = unit;
  metric.needs_table = table, metric.needs = std::move(needs);
  return metric;
}

// The median with the interval of its order statistics (exact, from the binomial distribution's normal
// limit).
Estimate median_estimate(std::vector<double> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  const double half = 1.96 * std::sqrt(n) / 2;
  const auto at = [&](double rank) { return values[static_cast<std::size_t>(std::clamp(rank, 0.0, n - 1))]; };
  return {(at(std::floor((n - 1) / 2)) + at(std::ceil((n - 1) / 2))) / 2, at(std::floor(n / 2 - half) - 1),
          at(std::ceil(n / 2 + half)), values.size()};
}

class Figures {
 public:
  Figures(const Reviews& reviews, const feedback::Readings& readings, const MetricSources& sources)
      : reviews_{reviews}, readings_{readings}, sources_{sources} {
    std::optional<Days> first, last;
    for (const Days day : reviews.days) {
      if (day == Reviews::kNoDay) continue;
      first = std::min(first.value_or(day), day);
      last = std::max(last.value_or(day), day);
    }
    if (first) granularity_ = granularity_for(*first, *last);
    first_ = first, last_ = last;
  }

  void add(Row row);
  [[nodiscard]] std::vector<Metric> finish();

 private:
  void tell_reviews();
  void tell_survey();
  void tell_service();
  void tell_voice();

  const Reviews& reviews_;
  const feedback::Readings& readings_;
  const MetricSources& sources_;
  snapshot::Granularity granularity_ = snapshot::Granularity::Month;
  std::optional<Days> first_, last_;
  Grouped ratings_, feelings_, satisfied_, counts_;
  std::map<std::int32_t, std::uint64_t> by_month_;
  std::uint64_t texts_ = 0, trusting_ = 0, distrusting_ = 0, rated_ = 0, rated_with_text_ = 0;
  feedback::ReviewWords words_;
  std::string text_;
  std::vector<Metric> metrics_;
};

void Figures::add(Row row) {
  counts_.add(reviews_, row, granularity_, [](Sum& sum) { ++sum.n; });
  if (reviews_.days[row] != Reviews::kNoDay)
    ++by_month_[period_of(reviews_.days[row], snapshot::Granularity::Month)];
  const double rating = reviews_.ratings[row];
  if (rating > 0) {
    ++rated_;
    ratings_.add(reviews_, row, granularity_, [&](Sum& sum) { ++sum.n, sum.mean.add(rating); });
    satisfied_.add(reviews_, row, granularity_,
                   [&](Sum& sum) { ++sum.n, sum.positive += rating >= 3.5 ? 1 : 0; });
  }
  Sentiment sentiment{};
  if (sentiment_of_review(reviews_, readings_.feelings, row, sentiment)) {
    feelings_.add(reviews_, row, granularity_, [&](Sum& sum) {
      ++sum.n;
      sum.positive += sentiment == Sentiment::Positive ? 1 : 0;
      sum.negative += sentiment == Sentiment::Negative ? 1 : 0;
    });
  }
  if (!reviews_.has_text(row)) return;
  ++texts_;
  if (rating > 0) ++rated_with_text_;
  reviews_.write_understood_text(row, text_);
  bool trusts = false;
  bool distrusts = false;
  std::string_view before;
  for (const std::string_view word : words_.read(text_)) {
    const bool is_denied = before == "not" || before == "never" || before == "don't" || before == "can't" ||
                           before == "nicht" || before == "kein" || before == "pas" || before == "no";
    if (std::find(std::begin(kTrustWords), std::end(kTrustWords), word) != std::end(kTrustWords))
      (is_denied ? distrusts : trusts) = true;
    if (std::find(std::begin(kDistrustWords), std::end(kDistrustWords), word) != std::end(kDistrustWords) &&
        !is_denied)
      distrusts = true;
    if (!word.empty()) before = word;
  }
  if (trusts && !distrusts) ++trusting_;
  if (distrusts) ++distrusting_;
}

void Figures::tell_reviews() {
  if (reviews_.size() == 0) {
    metrics_.push_back(missing(MetricId::Reviews, MetricUnit::Count, "feedback", {"text"}));
    metrics_.push_back(missing(MetricId::Rating, MetricUnit::Stars, "feedback", {"rating"}));
    metrics_.push_back(missing(MetricId::NetSentiment, MetricUnit::Ratio, "feedback", {"text"}));
    return;
  }
  Metric reviews = known(MetricId::Reviews, MetricUnit::Count, sources_.review_columns);
  counts_.tell(reviews, reviews_, granularity_, [](const Sum& sum) {
    const auto n = static_cast<double>(sum.n);
    return Estimate{n, n, n, sum.n};  // counted, not estimated
  });
  metrics_.push_back(std::move(reviews));
  if (ratings_.all.n > 0) {
    Metric rating = known(MetricId::Rating, MetricUnit::Stars, sources_.review_columns);
    ratings_.tell(rating, reviews_, granularity_, [](const Sum& sum) { return sum.mean.estimate(1, 5); });
    metrics_.push_back(std::move(rating));
  } else {
    metrics_.push_back(missing(MetricId::Rating, MetricUnit::Stars, "feedback", {"rating"}));
  }
  if (feelings_.all.n > 0) {
    Metric net = known(MetricId::NetSentiment, MetricUnit::Ratio, sources_.review_columns);
    feelings_.tell(net, reviews_, granularity_,
                   [](const Sum& sum) { return net_estimate(sum.positive, sum.negative, sum.n); });
    metrics_.push_back(std::move(net));
  } else {
    metrics_.push_back(missing(MetricId::NetSentiment, MetricUnit::Ratio, "feedback", {"text"}));
  }
}

void Figures::tell_survey() {
  const auto by_month = [&](const MetricSources::Question& question, Metric& metric, auto&& figure) {
    std::map<std::int32_t, std::vector<double>> months;
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
      if (question.days[i] != Reviews::kNoDay)
        months[period_of(question.days[i], granularity_)].push_back(question.answers[i]);
    }
    if (months.size() > kMostGroups) return;
    for (const auto& [month, answers] : months)
      metric.groups.push_back({"period", iso_from_days(first_day_of(month, granularity_)), figure(answers)});
  };
  if (const auto& question = sources_.recommend; question && !question->answers.empty()) {
    Metric metric = known(MetricId::NetPromoterScore, MetricUnit::Points, question->columns);
    metric.figure = net_promoter_score(question->answers);
    by_month(*question, metric, net_promoter_score);
    metrics_.push_back(std::move(metric));
  } else {
    metrics_.push_back(missing(MetricId::NetPromoterScore, MetricUnit::Points, "survey", {"nps"}));
  }
  const auto satisfied_share = [](const std::vector<double>& answers) {
    const double top = answers.empty() ? 5.0 : *std::max_element(answers.begin(), answers.end());
    const double from = top > 7 ? 7.0 : top > 5 ? 6.0 : 4.0;  // scales to 10, 7 and 5
    return share_estimate(static_cast<std::uint64_t>(std::count_if(answers.begin(), answers.end(),
                                                                   [&](double a) { return a >= from; })),
                          answers.size());
  };
  if (const auto& question = sources_.satisfaction; question && !question->answers.empty()) {
    Metric metric = known(MetricId::CustomerSatisfaction, MetricUnit::Share, question->columns);
    metric.figure = satisfied_share(question->answers);
    metrics_.push_back(std::move(metric));
  } else if (satisfied_.all.n > 0) {
    Metric metric = known(MetricId::CustomerSatisfaction, MetricUnit::Share, sources_.review_columns);
    satisfied_.tell(metric, reviews_, granularity_,
                    [](const Sum& sum) { return share_estimate(sum.positive, sum.n); });
    metrics_.push_back(std::move(metric));
  } else {
    metrics_.push_back(missing(MetricId::CustomerSatisfaction, MetricUnit::Share, "survey", {"rating"}));
  }
  if (const auto& question = sources_.effort; question && !question->answers.empty()) {
    Metric metric = known(MetricId::CustomerEffort, MetricUnit::Ratio, question->columns);
    RunningMean mean;
    for (const double answer : question->answers) mean.add(answer);
    metric.figure = mean.estimate(0, 10);
    metrics_.push_back(std::move(metric));
  } else {
    metrics_.push_back(missing(MetricId::CustomerEffort, MetricUnit::Ratio, "survey", {"ces"}));
  }
}

void Figures::tell_voice() {
  // Months that the data do not cut.
  RunningMean months;
  if (first_) {
    const std::int32_t begin = period_of(*first_, snapshot::Granularity::Month);
    const std::int32_t end = period_of(*last_, snapshot::Granularity::Month);
    for (std::int32_t month = begin + 1; month < end; ++month) {
      const auto found = by_month_.find(month);
      months.add(found == by_month_.end() ? 0.0 : static_cast<double>(found->second));
    }
  }
  if (months.count() > 0) {
    Metric metric = known(MetricId::Mentions, MetricUnit::Count, sources_.review_columns);
    metric.figure = months.estimate(0, 1e12);
    metrics_.push_back(std::move(metric));
  } else {
    metrics_.push_back(missing(MetricId::Mentions, MetricUnit::Count, "feedback", {"date"}));
  }
  metrics_.push_back(missing(MetricId::ShareOfVoice, MetricUnit::Share, "feedback", {"competitor-names"}));
  if (texts_ > 0) {
    Metric trust = known(MetricId::TrustWords, MetricUnit::Ratio, sources_.review_columns);
    trust.figure = net_estimate(trusting_, distrusting_, texts_);
    metrics_.push_back(std::move(trust));
  } else {
    metrics_.push_back(missing(MetricId::TrustWords, MetricUnit::Ratio, "feedback", {"text"}));
  }
  if (rated_ > 0) {
    Metric engagement = known(MetricId::Engagement, MetricUnit::Share, sources_.review_columns);
    engagement.figure = share_estimate(rated_with_text_, rated_);
    metrics_.push_back(std::move(engagement));
  } else {
    metrics_.push_back(missing(MetricId::Engagement, MetricUnit::Share, "feedback", {"rating"}));
  }
}

void Figures::tell_service() {
  if (!sources_.first_reply_hours.empty()) {
    Metric time = known(MetricId::ResponseTime, MetricUnit::Hours, sources_.ticket_columns);
    time.figure = median_estimate(sources_.first_reply_hours);
    metrics_.push_back(std::move(time));
  } else {
    metrics_.push_back(missing(MetricId::ResponseTime, MetricUnit::Hours, "tickets", {"first-reply-date"}));
  }
  if (!sources_.reply_columns.empty() && sources_.could_be_replied > 0) {
    Metric rate = known(MetricId::ResponseRate, MetricUnit::Share, sources_.reply_columns);
    rate.figure = share_estimate(sources_.replied, sources_.could_be_replied);
    metrics_.push_back(std::move(rate));
  } else {
    metrics_.push_back(missing(MetricId::ResponseRate, MetricUnit::Share, "feedback", {"reply"}));
  }
  if (!sources_.tickets.empty()) {
    Metric time = known(MetricId::ResolutionTime, MetricUnit::Hours, sources_.ticket_columns);
    std::vector<double> hours;
    std::map<std::pair<std::uint32_t, std::int32_t>, std::uint64_t> closed;
    for (const MetricSources::Ticket& ticket : sources_.tickets) {
      hours.push_back(ticket.hours);
      if (ticket.agent != 0)
        ++closed[{ticket.agent, period_of(ticket.closed_day, snapshot::Granularity::Week)}];
    }
    time.figure = median_estimate(std::move(hours));
    metrics_.push_back(std::move(time));
    if (!closed.empty()) {
      Metric agents = known(MetricId::AgentProductivity, MetricUnit::PerPerson, sources_.ticket_columns);
      RunningMean mean;
      for (const auto& [week, tickets] : closed) mean.add(static_cast<double>(tickets));
      agents.figure = mean.estimate(0, 1e12);
      metrics_.push_back(std::move(agents));
    } else {
      metrics_.push_back(missing(MetricId::AgentProductivity, MetricUnit::PerPerson, "tickets", {"agent"}));
    }
  } else {
    metrics_.push_back(
        missing(MetricId::ResolutionTime, MetricUnit::Hours, "tickets", {"date", "closed-date"}));
    metrics_.push_back(
        missing(MetricId::AgentProductivity, MetricUnit::PerPerson, "tickets", {"agent", "closed-date"}));
  }
  metrics_.push_back(missing(MetricId::CostToServe, MetricUnit::Money, "costs", {"support-cost"}));
}

std::vector<Metric> Figures::finish() {
  tell_reviews();
  tell_survey();
  tell_voice();
  tell_service();
  for (Metric& metric : order_metrics(sources_)) metrics_.push_back(std::move(metric));
  std::stable_sort(metrics_.begin(), metrics_.end(),
                   [](const Metric& a, const Metric& b) { return a.id < b.id; });
  for (Metric& metric : metrics_) {
    if (metric.state == MetricState::Known && metric.figure.n < kEnough) metric.state = MetricState::TooFew;
  }
  return std::move(metrics_);
}

}  // namespace

int promotion_of(double answer) noexcept { return answer >= 8.5 ? 1 : answer < 6.5 ? -1 : 0; }

Estimate net_promoter_score(const std::vector<double>& answers) {
  std::uint64_t promoters = 0;
  std::uint64_t detractors = 0;
  for (const double answer : answers) {
    if (promotion_of(answer) > 0) ++promoters;
    if (promotion_of(answer) < 0) ++detractors;
  }
  Estimate score = net_estimate(promoters, detractors, answers.size());
  score.value *= 100, score.low *= 100, score.high *= 100;
  return score;
}

Stepped<std::vector<Metric>> find_metrics(const Reviews& reviews, const feedback::Readings& readings,
                                          const MetricSources& sources) {
  Figures figures{reviews, readings, sources};
  for (Row row = 0; row < reviews.size(); ++row) {
    figures.add(row);
    if (row % kRowsAtOnce == kRowsAtOnce - 1)
      co_yield Progress{"Working out the figures", row, reviews.size()};
  }
  co_return figures.finish();
}

}  // namespace attune::insight
