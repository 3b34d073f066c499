// The course of ratings and feelings over time, in periods that suit the span of the data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/dates.hpp"
#include "feedback/reviews.hpp"
#include "feedback/sentiment.hpp"
#include "snapshot/snapshot.hpp"
#include "stats/intervals.hpp"

namespace attune::insight {

// Days up to a month, weeks up to half a year, months up to five years, quarters up to fifteen, then years.
[[nodiscard]] snapshot::Granularity granularity_for(Days first, Days last) noexcept;

struct DaySpan {
  Days first = 0, last = 0;
};
// Of the reviews that carry a date; nullopt: none does.
[[nodiscard]] std::optional<DaySpan> days_covered(const feedback::Reviews& reviews) noexcept;

// Periods counted from an arbitrary origin; weeks begin on Monday.
[[nodiscard]] std::int32_t period_of(Days day, snapshot::Granularity granularity) noexcept;
[[nodiscard]] Days first_day_of(std::int32_t period, snapshot::Granularity granularity) noexcept;

// Mean and spread of a stream of numbers (Welford 1962), with the interval of the mean.
class RunningMean {
 public:
  void add(double value) noexcept;
  [[nodiscard]] std::uint64_t count() const noexcept { return n_; }
  // 95 % t interval, kept within [least, most], the range the values can have.
  [[nodiscard]] snapshot::Estimate estimate(double least, double most) const;
  // For differences of means.
  [[nodiscard]] stats::MeanSummary summary() const noexcept;

 private:
  std::uint64_t n_ = 0;
  double mean_ = 0;
  double squares_ = 0;
};

// Counts a review in each of the ways it can be counted.
void count_feeling(const feedback::Feeling& feeling, snapshot::SentimentCounts& counts) noexcept;

class TrendBuilder {
 public:
  TrendBuilder() = default;
  TrendBuilder(Days first, Days last);

  [[nodiscard]] snapshot::Granularity granularity() const noexcept { return granularity_; }
  // first <= day <= last. rating 0: none; feeling null: none (it is counted as pending if `is_pending`).
  void add(Days day, double rating, const feedback::Feeling* feeling, bool is_pending);
  [[nodiscard]] std::vector<snapshot::TrendPoint> finish() const;

 private:
  struct Period {
    std::uint64_t n = 0;
    RunningMean rating, score;
    snapshot::SentimentCounts sentiment;
  };
  snapshot::Granularity granularity_ = snapshot::Granularity::Month;
  std::int32_t first_period_ = 0;
  std::vector<Period> periods_;
};

}  // namespace attune::insight
