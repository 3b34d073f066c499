#include "insight/metrics.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "insight/estimates.hpp"
#include "insight/metric_groups.hpp"
#include "insight/order_metrics.hpp"
#include "insight/service_metrics.hpp"
#include "insight/topic_summary.hpp"
#include "insight/trend.hpp"

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

struct Sum {
  std::uint64_t n = 0, positive = 0, negative = 0;
  RunningMean mean;
};

Estimate positive_share(const Sum& sum) { return share_estimate(sum.positive, sum.n); }

template <int From>
Estimate satisfied_share(const std::vector<double>& answers) {
  const auto satisfied =
      std::count_if(answers.begin(), answers.end(), [](double answer) { return answer >= From; });
  return share_estimate(static_cast<std::uint64_t>(satisfied), answers.size());
}

class Figures {
 public:
  Figures(const Reviews& reviews, const feedback::Readings& readings, const MetricSources& sources,
          const ReviewWriters& writers)
      : reviews_{reviews},
        readings_{readings},
        sources_{sources},
        writers_{writers},
        span_{days_covered(reviews)} {
    if (!span_) return;
    granularity_ = granularity_for(span_->first, span_->last);
    for (Grouped<Sum>* grouped : {&ratings_, &feelings_, &satisfied_, &counts_, &trust_, &engaged_})
      *grouped = Grouped<Sum>{granularity_};
  }

  void add(Row row);
  [[nodiscard]] std::vector<Metric> finish();

 private:
  void tell_reviews();
  void tell_survey();
  void tell_voice();
  // The answers of each group.
  void tell_answers(const MetricSources::Question& question, MetricId id, MetricUnit unit,
                    Estimate (*figure)(const std::vector<double>&));
  void tell_or_miss(const Grouped<Sum>& sums, MetricId id, MetricUnit unit, const char* need,
                    Estimate (*figure)(const Sum&));

  const Reviews& reviews_;
  const feedback::Readings& readings_;
  const MetricSources& sources_;
  const ReviewWriters& writers_;
  std::optional<DaySpan> span_;
  snapshot::Granularity granularity_ = snapshot::Granularity::Month;
  Grouped<Sum> ratings_, feelings_, satisfied_, counts_, trust_, engaged_;
  std::map<std::int32_t, std::uint64_t> by_month_;
  std::vector<Metric> metrics_;
};

void Figures::add(Row row) {
  const GroupKeys keys = keys_of(reviews_, writers_, row);
  counts_.add(keys, [](Sum& sum) { ++sum.n; });
  if (keys.day) ++by_month_[period_of(*keys.day, snapshot::Granularity::Month)];
  const double rating = reviews_.ratings[row];
  const bool has_text = reviews_.has_text(row);
  if (rating > 0) {
    ratings_.add(keys, [&](Sum& sum) { ++sum.n, sum.mean.add(rating); });
    satisfied_.add(keys, [&](Sum& sum) { ++sum.n, sum.positive += rating >= 3.5 ? 1 : 0; });
    engaged_.add(keys, [&](Sum& sum) { ++sum.n, sum.positive += has_text ? 1 : 0; });
  }
  Sentiment sentiment{};
  if (sentiment_of_review(reviews_, readings_.feelings, row, sentiment)) {
    feelings_.add(keys, [&](Sum& sum) {
      ++sum.n;
      sum.positive += sentiment == Sentiment::Positive ? 1 : 0;
      sum.negative += sentiment == Sentiment::Negative ? 1 : 0;
    });
  }
  const TrustTold trust = row < sources_.trust.size() ? sources_.trust[row] : TrustTold::NoText;
  if (trust != TrustTold::NoText) {
    trust_.add(keys, [&](Sum& sum) {
      ++sum.n;
      sum.positive += trust == TrustTold::Trust ? 1 : 0;
      sum.negative += trust == TrustTold::Distrust ? 1 : 0;
    });
  }
}

void Figures::tell_or_miss(const Grouped<Sum>& sums, MetricId id, MetricUnit unit, const char* need,
                           Estimate (*figure)(const Sum&)) {
  if (sums.all.n == 0) {
    metrics_.push_back(missing_metric(id, unit, "feedback", {need}));
    return;
  }
  Metric metric = known_metric(id, unit, sources_.review_columns);
  sums.tell(metric, names_of(reviews_), figure);
  metrics_.push_back(std::move(metric));
}

void Figures::tell_reviews() {
  const auto counted = [](const Sum& sum) {
    const auto n = static_cast<double>(sum.n);
    return Estimate{n, n, n, sum.n};  // counted, not estimated
  };
  const auto net = [](const Sum& sum) { return net_estimate(sum.positive, sum.negative, sum.n); };
  tell_or_miss(counts_, MetricId::Reviews, MetricUnit::Count, "text", counted);
  tell_or_miss(ratings_, MetricId::Rating, MetricUnit::Stars, "rating",
               [](const Sum& sum) { return sum.mean.estimate(1, 5); });
  tell_or_miss(feelings_, MetricId::NetSentiment, MetricUnit::Ratio, "text", net);
  tell_or_miss(trust_, MetricId::TrustWords, MetricUnit::Ratio, "text", net);
  tell_or_miss(engaged_, MetricId::Engagement, MetricUnit::Share, "rating", positive_share);
}

void Figures::tell_answers(const MetricSources::Question& question, MetricId id, MetricUnit unit,
                           Estimate (*figure)(const std::vector<double>&)) {
  Grouped<std::vector<double>> answers{granularity_};
  const std::vector<std::optional<Row>> rows = rows_of(reviews_, question);
  for (std::size_t i = 0; i < question.answers.size(); ++i) {
    GroupKeys keys = rows[i] ? keys_of(reviews_, writers_, *rows[i]) : GroupKeys{};
    if (question.days[i] != Reviews::kNoDay) keys.day = question.days[i];
    answers.add(keys, [&](std::vector<double>& group) { group.push_back(question.answers[i]); });
  }
  Metric metric = known_metric(id, unit, question.columns);
  answers.tell(metric, names_of(reviews_), figure);
  metrics_.push_back(std::move(metric));
}

void Figures::tell_survey() {
  const auto is_asked = [](const std::optional<MetricSources::Question>& question) {
    return question && !question->answers.empty();
  };
  if (is_asked(sources_.recommend))
    tell_answers(*sources_.recommend, MetricId::NetPromoterScore, MetricUnit::Points, net_promoter_score);
  else
    metrics_.push_back(missing_metric(MetricId::NetPromoterScore, MetricUnit::Points, "survey", {"nps"}));

  if (is_asked(sources_.satisfaction)) {
    const auto& given = sources_.satisfaction->answers;
    const double top = *std::max_element(given.begin(), given.end());
    tell_answers(*sources_.satisfaction, MetricId::CustomerSatisfaction, MetricUnit::Share,
                 top > 7   ? satisfied_share<7>  // of a scale to 10
                 : top > 5 ? satisfied_share<6>  // to 7
                           : satisfied_share<4>);
  } else if (satisfied_.all.n > 0) {
    tell_or_miss(satisfied_, MetricId::CustomerSatisfaction, MetricUnit::Share, "rating", positive_share);
  } else {
    metrics_.push_back(
        missing_metric(MetricId::CustomerSatisfaction, MetricUnit::Share, "survey", {"rating"}));
  }
  if (is_asked(sources_.effort)) {
    tell_answers(*sources_.effort, MetricId::CustomerEffort, MetricUnit::Ratio,
                 [](const std::vector<double>& answers) {
                   RunningMean mean;
                   for (const double answer : answers) mean.add(answer);
                   return mean.estimate(0, 10);
                 });
  } else {
    metrics_.push_back(missing_metric(MetricId::CustomerEffort, MetricUnit::Ratio, "survey", {"ces"}));
  }
}

void Figures::tell_voice() {
  // Months that the data do not cut.
  RunningMean months;
  if (span_) {
    const std::int32_t begin = period_of(span_->first, snapshot::Granularity::Month);
    const std::int32_t end = period_of(span_->last, snapshot::Granularity::Month);
    for (std::int32_t month = begin + 1; month < end; ++month) {
      const auto found = by_month_.find(month);
      months.add(found == by_month_.end() ? 0.0 : static_cast<double>(found->second));
    }
  }
  if (months.count() > 0) {
    Metric metric = known_metric(MetricId::Mentions, MetricUnit::Count, sources_.review_columns);
    metric.figure = months.estimate(0, 1e12);
    metrics_.push_back(std::move(metric));
  } else {
    metrics_.push_back(missing_metric(MetricId::Mentions, MetricUnit::Count, "feedback", {"date"}));
  }
}

std::vector<Metric> Figures::finish() {
  tell_reviews();
  tell_survey();
  tell_voice();
  for (Metric& metric : service_metrics(sources_)) metrics_.push_back(std::move(metric));
  for (Metric& metric : order_metrics(sources_)) metrics_.push_back(std::move(metric));
  metrics_.push_back(cost_to_serve(sources_.spending));
  metrics_.push_back(marketing_return(sources_.spending));
  std::stable_sort(metrics_.begin(), metrics_.end(),
                   [](const Metric& a, const Metric& b) { return a.id < b.id; });
  for (Metric& metric : metrics_) {
    if (metric.state == MetricState::Known && metric.figure.n < kEnoughCases)
      metric.state = MetricState::TooFew;
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

std::vector<std::optional<Row>> rows_of(const Reviews& reviews, const MetricSources::Question& question) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, const feedback::Part*> parts;
  for (const feedback::Part& part : reviews.parts) parts[{part.file, part.table}] = &part;
  std::vector<std::optional<Row>> rows(question.places.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const MetricSources::Place& place = question.places[i];
    const auto found = parts.find({place.file, place.table});
    if (found == parts.end()) continue;
    const std::vector<std::uint32_t>& of_part = found->second->table_rows;  // ascending
    const auto at = std::lower_bound(of_part.begin(), of_part.end(), place.row);
    if (at != of_part.end() && *at == place.row)
      rows[i] = found->second->first + static_cast<Row>(at - of_part.begin());
  }
  return rows;
}

Stepped<std::vector<Metric>> find_metrics(const Reviews& reviews, const feedback::Readings& readings,
                                          const MetricSources& sources, const ReviewWriters& writers) {
  Figures figures{reviews, readings, sources, writers};
  for (Row row = 0; row < reviews.size(); ++row) {
    figures.add(row);
    if (row % kRowsAtOnce == kRowsAtOnce - 1)
      co_yield Progress{"Working out the figures", row, reviews.size()};
  }
  co_return figures.finish();
}

}  // namespace attune::insight
