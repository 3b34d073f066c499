#include "insight/trend.hpp"

#include <algorithm>
#include <cmath>

#include "stats/intervals.hpp"

namespace attune::insight {

using snapshot::Granularity;

namespace {

constexpr std::int32_t floor_divide(std::int32_t a, std::int32_t b) noexcept {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

// 1970-01-01 was a Thursday: three days after the Monday that begins week 0.
constexpr std::int32_t kMondayShift = 3;

}  // namespace

std::optional<DaySpan> days_covered(const feedback::Reviews& reviews) noexcept {
  std::optional<DaySpan> span;
  for (const Days day : reviews.days) {
    if (day == feedback::Reviews::kNoDay) continue;
    if (!span) span = {day, day};
    span->first = std::min(span->first, day);
    span->last = std::max(span->last, day);
  }
  return span;
}

Granularity granularity_for(Days first, Days last) noexcept {
  const std::int64_t span = static_cast<std::int64_t>(last) - first;
  if (span <= 31) return Granularity::Day;
  if (span <= 183) return Granularity::Week;
  if (span <= 5 * 366) return Granularity::Month;
  if (span <= 15 * 366) return Granularity::Quarter;
  return Granularity::Year;
}

std::int32_t period_of(Days day, Granularity granularity) noexcept {
  if (granularity == Granularity::Day) return day;
  if (granularity == Granularity::Week) return floor_divide(day + kMondayShift, 7);
  const CivilDate date = civil_from_days(day);
  const std::int32_t month = date.year * 12 + date.month - 1;
  if (granularity == Granularity::Month) return month;
  return granularity == Granularity::Quarter ? floor_divide(month, 3) : date.year;
}

Days first_day_of(std::int32_t period, Granularity granularity) noexcept {
  if (granularity == Granularity::Day) return period;
  if (granularity == Granularity::Week) return period * 7 - kMondayShift;
  if (granularity == Granularity::Year) return days_from_civil({period, 1, 1});
  const std::int32_t month = granularity == Granularity::Quarter ? period * 3 : period;
  const std::int32_t year = floor_divide(month, 12);
  return days_from_civil({year, month - year * 12 + 1, 1});
}

void RunningMean::add(double value) noexcept {
  ++n_;
  const double before = value - mean_;
  mean_ += before / static_cast<double>(n_);
  squares_ += before * (value - mean_);
}

snapshot::Estimate RunningMean::estimate(double least, double most) const {
  if (n_ == 0) return {};
  const double deviation = n_ > 1 ? std::sqrt(squares_ / static_cast<double>(n_ - 1)) : 0.0;
  // One case tells nothing about the spread: the interval is all that is possible.
  if (n_ == 1) return {.value = mean_, .low = least, .high = most, .n = 1};
  const stats::Interval interval = stats::mean_interval(n_, mean_, deviation);
  return {
      .value = mean_, .low = std::max(interval.low, least), .high = std::min(interval.high, most), .n = n_};
}

stats::MeanSummary RunningMean::summary() const noexcept {
  const double variance = n_ > 1 ? squares_ / static_cast<double>(n_ - 1) : 0.0;
  return {.n = n_, .mean = mean_, .standard_deviation = std::sqrt(variance)};
}

void count_feeling(const feedback::Feeling& feeling, snapshot::SentimentCounts& counts) noexcept {
  switch (feedback::sentiment_of(feeling)) {
    case feedback::Sentiment::Negative:
      ++counts.negative;
      break;
    case feedback::Sentiment::Neutral:
      ++counts.neutral;
      break;
    case feedback::Sentiment::Positive:
      ++counts.positive;
      break;
  }
  if (feedback::is_mixed(feeling)) ++counts.mixed;
  if (feedback::is_unsure(feeling)) ++counts.unsure;
}

TrendBuilder::TrendBuilder(Days first, Days last)
    : granularity_{granularity_for(first, last)}, first_period_{period_of(first, granularity_)} {
  periods_.resize(static_cast<std::size_t>(period_of(last, granularity_) - first_period_ + 1));
}

void TrendBuilder::add(Days day, double rating, const feedback::Feeling* feeling, bool is_pending) {
  Period& period = periods_[static_cast<std::size_t>(period_of(day, granularity_) - first_period_)];
  ++period.n;
  if (rating > 0) period.rating.add(rating);
  if (feeling != nullptr) {
    period.score.add(feeling->score);
    count_feeling(*feeling, period.sentiment);
  }
  if (is_pending) ++period.sentiment.pending;
}

std::vector<snapshot::TrendPoint> TrendBuilder::finish() const {
  std::vector<snapshot::TrendPoint> points;
  points.reserve(periods_.size());
  std::int32_t number = first_period_;
  for (const Period& period : periods_) {
    points.push_back({.first_day = first_day_of(number++, granularity_),
                      .n = period.n,
                      .rating = period.rating.estimate(1, 5),
                      .score = period.score.estimate(-1, 1),
                      .sentiment = period.sentiment});
  }
  return points;
}

}  // namespace attune::insight
