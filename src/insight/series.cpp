#include "insight/series.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "insight/estimates.hpp"
#include "insight/topic_summary.hpp"
#include "insight/trend.hpp"
#include "stats/distributions.hpp"
#include "stats/intervals.hpp"

namespace attune::insight {
namespace {

using feedback::Reviews;
using feedback::Row;
using snapshot::Granularity;
using snapshot::Measure;
using snapshot::Sentiment;

constexpr std::size_t kRowsAtOnce = 4096;
constexpr std::size_t kMostPoints = 400;  // of a series
constexpr std::size_t kShownTopics = 12;
constexpr std::size_t kLeastPerSide = 2;    // periods between two changes
constexpr double kChangeP = 0.05;           // corrected
constexpr std::size_t kDaysForWeeks = 182;  // shorter data are looked at by day

struct Cell {  // of one day
  std::uint32_t n = 0, rated = 0, scored = 0, judged = 0, negative = 0, positive = 0;
  double rating = 0, rating_squares = 0, score = 0, score_squares = 0;

  void add(const Cell& other) {
    n += other.n, rated += other.rated, scored += other.scored, judged += other.judged;
    negative += other.negative, positive += other.positive;
    rating += other.rating, rating_squares += other.rating_squares;
    score += other.score, score_squares += other.score_squares;
  }
};

double spread(double n, double sum, double squares) {
  return n > 1 ? std::max(0.0, (squares - sum * sum / n) / (n - 1)) : 0.0;
}

snapshot::Estimate mean_estimate(std::uint32_t n, double sum, double squares, double least, double most) {
  if (n == 0) return {};
  const double mean = sum / n;
  if (n == 1) return {mean, mean, mean, 1};
  const stats::Interval interval = stats::mean_interval(n, mean, std::sqrt(spread(n, sum, squares)));
  return {mean, std::max(least, interval.low), std::min(most, interval.high), n};
}

snapshot::Estimate estimate_of(const Cell& cell, Measure measure) {
  switch (measure) {
    case Measure::Reviews:
      return count_estimate(cell.n);
    case Measure::Rating:
      return mean_estimate(cell.rated, cell.rating, cell.rating_squares, 1, 5);
    case Measure::Score:
      return mean_estimate(cell.scored, cell.score, cell.score_squares, -1, 1);
    case Measure::NegativeShare:
      return share_estimate(cell.negative, cell.judged);
    case Measure::PositiveShare:
      return share_estimate(cell.positive, cell.judged);
    case Measure::TopicShare:
      break;
  }
  return {};
}

Level level_of(const Cell& cell, Measure measure) {
  const auto share = [](double part, double n) {
    const double p = n > 0 ? part / n : 0.0;
    return Level{n, p, p * (1 - p)};
  };
  switch (measure) {
    case Measure::Reviews:  // one case a period
      return {1, static_cast<double>(cell.n), 0};
    case Measure::Rating:
      return {static_cast<double>(cell.rated), cell.rated > 0 ? cell.rating / cell.rated : 0.0,
              spread(cell.rated, cell.rating, cell.rating_squares)};
    case Measure::Score:
      return {static_cast<double>(cell.scored), cell.scored > 0 ? cell.score / cell.scored : 0.0,
              spread(cell.scored, cell.score, cell.score_squares)};
    case Measure::NegativeShare:
      return share(cell.negative, cell.judged);
    case Measure::PositiveShare:
      return share(cell.positive, cell.judged);
    case Measure::TopicShare:
      break;
  }
  return {};
}

constexpr Measure kMeasures[] = {Measure::Reviews, Measure::Rating, Measure::Score, Measure::NegativeShare,
                                 Measure::PositiveShare};

class Course {
 public:
  Course(const Reviews& reviews, const feedback::Readings& readings)
      : reviews_{reviews}, readings_{readings}, span_{days_covered(reviews)} {}
  [[nodiscard]] bool is_dated() const { return span_.has_value(); }

  void add(Row row) {
    if (reviews_.days[row] == Reviews::kNoDay) return;
    Cell& cell = cells_[reviews_.days[row]];
    ++cell.n;
    if (const double rating = reviews_.ratings[row]; rating > 0) {
      ++cell.rated, cell.rating += rating, cell.rating_squares += rating * rating;
    }
    if (readings_.feelings.is_known(row)) {
      const double score = readings_.feelings[row].score;
      ++cell.scored, cell.score += score, cell.score_squares += score * score;
    }
    Sentiment sentiment{};
    if (!sentiment_of_review(reviews_, readings_.feelings, row, sentiment)) return;
    ++cell.judged;
    if (sentiment == Sentiment::Negative) ++cell.negative;
    if (sentiment == Sentiment::Positive) ++cell.positive;
  }

  [[nodiscard]] std::vector<Cell> by(Granularity granularity) const {
    const std::int32_t begin = period_of(span_->first, granularity);
    std::vector<Cell> periods(static_cast<std::size_t>(period_of(span_->last, granularity) - begin + 1));
    for (const auto& [day, cell] : cells_)
      periods[static_cast<std::size_t>(period_of(day, granularity) - begin)].add(cell);
    return periods;
  }

  [[nodiscard]] std::vector<snapshot::Series> series() const;
  [[nodiscard]] std::vector<snapshot::WeekdayPattern> weekdays() const;
  [[nodiscard]] Days first_day(std::size_t period, Granularity granularity) const {
    return first_day_of(period_of(span_->first, granularity) + static_cast<std::int32_t>(period),
                        granularity);
  }
  [[nodiscard]] Granularity usual() const { return granularity_for(span_->first, span_->last); }

 private:
  [[nodiscard]] std::vector<snapshot::ChangePoint> changes(Measure measure) const;

  const Reviews& reviews_;
  const feedback::Readings& readings_;
  std::optional<DaySpan> span_;
  std::map<Days, Cell> cells_;
};

std::vector<snapshot::ChangePoint> Course::changes(Measure measure) const {
  const bool by_week = static_cast<std::size_t>(span_->last - span_->first) >= kDaysForWeeks;
  const Granularity granularity = by_week ? Granularity::Week : Granularity::Day;
  std::vector<Cell> periods = by(granularity);
  // The first and the last week are cut by the data's ends: their number of reviews says nothing.
  const std::size_t skip = by_week && measure == Measure::Reviews && periods.size() > 4 ? 1 : 0;
  std::vector<Level> levels;
  for (std::size_t i = skip; i + skip < periods.size(); ++i) levels.push_back(level_of(periods[i], measure));
  const std::vector<std::size_t> found = find_changes(levels);
  std::vector<snapshot::ChangePoint> changes;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t begin = i == 0 ? 0 : found[i - 1];
    const std::size_t end = i + 1 < found.size() ? found[i + 1] : levels.size();
    Cell before;
    Cell after;
    for (std::size_t at = begin; at < found[i]; ++at) before.add(periods[at + skip]);
    for (std::size_t at = found[i]; at < end; ++at) after.add(periods[at + skip]);
    snapshot::ChangePoint change;
    change.first_day = first_day(found[i] + skip, granularity);
    change.before = estimate_of(before, measure), change.after = estimate_of(after, measure);
    if (measure == Measure::Reviews) {  // per period
      for (auto [estimate, length] :
           {std::pair{&change.before, found[i] - begin}, std::pair{&change.after, end - found[i]}}) {
        const auto by_length = static_cast<double>(length);
        estimate->value /= by_length, estimate->low /= by_length, estimate->high /= by_length;
      }
    }
    const auto variance = [](const snapshot::Estimate& e) {
      return std::pow((e.high - e.low) / (2 * 1.96), 2) + 1e-12;
    };
    const double z = std::abs(change.after.value - change.before.value) /
                     std::sqrt(variance(change.before) + variance(change.after));
    change.p = std::min(1.0, 2 * stats::normal_cumulative(-z) * static_cast<double>(levels.size()));
    changes.push_back(change);
  }
  std::stable_sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.p < b.p; });
  return changes;
}

std::vector<snapshot::Series> Course::series() const {
  std::vector<snapshot::Series> all;
  for (const Granularity granularity :
       {Granularity::Day, Granularity::Week, Granularity::Month, Granularity::Quarter}) {
    const std::vector<Cell> periods = by(granularity);
    if (periods.size() > kMostPoints) continue;
    for (const Measure measure : kMeasures) {
      snapshot::Series series;
      series.measure = measure;
      series.granularity = granularity;
      bool says_something = false;
      for (std::size_t i = 0; i < periods.size(); ++i) {
        series.points.push_back({first_day(i, granularity), estimate_of(periods[i], measure)});
        says_something = says_something || series.points.back().figure.n > 0;
      }
      if (!says_something) continue;
      if (granularity == usual()) series.changes = changes(measure);
      all.push_back(std::move(series));
    }
  }
  return all;
}

std::vector<snapshot::WeekdayPattern> Course::weekdays() const {
  std::array<Cell, 7> days;
  std::array<double, 7> occurrences{};
  for (Days day = span_->first; day <= span_->last; ++day)
    ++occurrences[static_cast<std::size_t>(((day + 3) % 7 + 7) % 7)];
  for (const auto& [day, cell] : cells_) days[static_cast<std::size_t>(((day + 3) % 7 + 7) % 7)].add(cell);
  std::vector<snapshot::WeekdayPattern> patterns;
  for (const Measure measure : kMeasures) {
    snapshot::WeekdayPattern pattern;
    pattern.measure = measure;
    double chi_squared = 0;
    double weights = 0;
    double mean = 0;
    std::size_t known = 0;
    std::array<double, 7> variance{};
    for (std::size_t day = 0; day < 7; ++day) {
      snapshot::Estimate estimate = estimate_of(days[day], measure);
      if (measure == Measure::Reviews && occurrences[day] > 0) {  // a day
        estimate.value /= occurrences[day], estimate.low /= occurrences[day],
            estimate.high /= occurrences[day];
      }
      pattern.days[day] = estimate;
      if (estimate.n < 2) continue;
      variance[day] = std::pow((estimate.high - estimate.low) / (2 * 1.96), 2);
      if (variance[day] <= 0) continue;
      ++known;
      weights += 1 / variance[day], mean += estimate.value / variance[day];
    }
    if (known < 2) continue;
    mean /= weights;
    for (std::size_t day = 0; day < 7; ++day) {
      if (variance[day] > 0) chi_squared += std::pow(pattern.days[day].value - mean, 2) / variance[day];
    }
    const double p = stats::chi_squared_upper_tail(static_cast<double>(known - 1), chi_squared);
    pattern.p = std::min(1.0, p * static_cast<double>(std::size(kMeasures)));
    patterns.push_back(pattern);
  }
  return patterns;
}

// Sums by which the cost of any stretch is known at once.
class Costs {
 public:
  explicit Costs(std::span<const Level> levels)
      : n_(levels.size() + 1), sum_(levels.size() + 1), squares_(levels.size() + 1) {
    for (std::size_t i = 0; i < levels.size(); ++i) {
      n_[i + 1] = n_[i] + levels[i].n;
      sum_[i + 1] = sum_[i] + levels[i].n * levels[i].mean;
      squares_[i + 1] = squares_[i] + levels[i].n * levels[i].mean * levels[i].mean;
    }
  }
  [[nodiscard]] double of(std::size_t begin, std::size_t end) const {
    const double n = n_[end] - n_[begin];
    if (n <= 0) return 0;
    const double sum = sum_[end] - sum_[begin];
    return std::max(0.0, squares_[end] - squares_[begin] - sum * sum / n);
  }
  [[nodiscard]] double cases(std::size_t begin, std::size_t end) const { return n_[end] - n_[begin]; }
  [[nodiscard]] double mean(std::size_t begin, std::size_t end) const {
    const double n = cases(begin, end);
    return n > 0 ? (sum_[end] - sum_[begin]) / n : 0;
  }

 private:
  std::vector<double> n_, sum_, squares_;
};

// How much a case varies when the level does not change: from neighbours, which a few changes hardly touch.
double noise_of(std::span<const Level> levels) {
  double steps = 0;
  double weight = 0;
  const Level* before = nullptr;
  for (const Level& level : levels) {
    if (level.n <= 0) continue;
    if (before != nullptr) {
      const double share = 1 / (1 / before->n + 1 / level.n);
      steps += (level.mean - before->mean) * (level.mean - before->mean) * share;
      ++weight;
    }
    before = &level;
  }
  double within = 0;
  double cases = 0;
  for (const Level& level : levels) within += level.n * level.variance, cases += level.n;
  // Never less than the cases themselves vary.
  return std::max({weight > 0 ? steps / weight : 0.0, cases > 0 ? within / cases : 0.0, 1e-9});
}

}  // namespace

std::vector<std::size_t> find_changes(std::span<const Level> levels) {
  const std::size_t size = levels.size();
  if (size < 2 * kLeastPerSide + 2) return {};
  const double noise = noise_of(levels);
  const Costs costs{levels};
  const double penalty = 3 * std::log(static_cast<double>(size)) * noise;
  std::vector<double> best(size + 1, 0);
  std::vector<std::size_t> last(size + 1, 0);
  std::vector<std::size_t> open{0};
  best[0] = -penalty;
  for (std::size_t end = kLeastPerSide; end <= size; ++end) {
    best[end] = costs.of(0, end);
    last[end] = 0;
    for (const std::size_t begin : open) {
      if (begin + kLeastPerSide > end) continue;
      const double cost = best[begin] + costs.of(begin, end) + penalty;
      if (cost < best[end]) best[end] = cost, last[end] = begin;
    }
    std::erase_if(open, [&](std::size_t begin) {
      return begin + kLeastPerSide <= end && best[begin] + costs.of(begin, end) > best[end];
    });
    if (end + kLeastPerSide <= size) open.push_back(end);
  }
  std::vector<std::size_t> changes;
  for (std::size_t end = size; last[end] > 0; end = last[end]) changes.push_back(last[end]);
  std::reverse(changes.begin(), changes.end());

  // Weak changes go, the weakest first; what is around them grows together.
  for (;;) {
    std::size_t weakest = changes.size();
    double least = stats::normal_quantile(1 - kChangeP / (2 * static_cast<double>(size)));
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const std::size_t begin = i == 0 ? 0 : changes[i - 1];
      const std::size_t end = i + 1 < changes.size() ? changes[i + 1] : size;
      const double before = costs.cases(begin, changes[i]);
      const double after = costs.cases(changes[i], end);
      const double error = before > 0 && after > 0 ? std::sqrt(noise * (1 / before + 1 / after)) : 1e9;
      const double z = std::abs(costs.mean(begin, changes[i]) - costs.mean(changes[i], end)) / error;
      if (z < least) least = z, weakest = i;
    }
    if (weakest == changes.size()) return changes;
    changes.erase(changes.begin() + static_cast<std::ptrdiff_t>(weakest));
  }
}

Stepped<snapshot::Trends> find_trends(const Reviews& reviews, const feedback::Readings& readings,
                                      const TopicIndex& index) {
  Course course{reviews, readings};
  snapshot::Trends trends;
  if (!course.is_dated()) co_return trends;
  const Granularity granularity = course.usual();
  const std::vector<TopicRule>& rules = index.rules.topics;
  std::vector<std::map<std::int32_t, std::uint32_t>> by_topic(rules.size());
  std::map<std::int32_t, std::uint32_t> texts;
  std::vector<std::uint64_t> sizes(rules.size());
  for (Row row = 0; row < reviews.size(); ++row) {
    course.add(row);
    if (row % kRowsAtOnce == 0) co_yield Progress{"Following the weeks", row, reviews.size()};
    if (reviews.days[row] == Reviews::kNoDay || !reviews.has_text(row)) continue;
    const std::int32_t period = period_of(reviews.days[row], granularity);
    ++texts[period];
    for (const std::uint16_t topic : index.assignment.of(row)) ++by_topic[topic][period], ++sizes[topic];
  }
  trends.series = course.series();
  trends.weekdays = course.weekdays();
  co_yield Progress{"Following the weeks", 0, 0};

  std::vector<std::size_t> first_level;
  for (std::size_t topic = 0; topic < rules.size(); ++topic) {
    if (rules[topic].parent.empty() && sizes[topic] > 0) first_level.push_back(topic);
  }
  std::stable_sort(first_level.begin(), first_level.end(),
                   [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
  if (first_level.size() > kShownTopics) first_level.resize(kShownTopics);
  for (const std::size_t topic : first_level) {
    snapshot::Series series;
    series.measure = Measure::TopicShare;
    series.topic = rules[topic].id;
    series.granularity = granularity;
    std::vector<Level> levels;
    for (std::int32_t period = texts.begin()->first; period <= texts.rbegin()->first; ++period) {
      const auto all = texts.find(period);
      const std::uint32_t n = all == texts.end() ? 0 : all->second;
      const auto of = by_topic[topic].find(period);
      const std::uint32_t said = of == by_topic[topic].end() ? 0 : of->second;
      series.points.push_back({first_day_of(period, granularity), share_estimate(said, n)});
      const double share = n > 0 ? static_cast<double>(said) / n : 0.0;
      levels.push_back({static_cast<double>(n), share, share * (1 - share)});
    }
    const std::vector<std::size_t> found = find_changes(levels);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::size_t begin = i == 0 ? 0 : found[i - 1];
      const std::size_t end = i + 1 < found.size() ? found[i + 1] : levels.size();
      const auto share_of = [&](std::size_t from, std::size_t to) {
        double said = 0;
        double n = 0;
        for (std::size_t at = from; at < to; ++at) said += levels[at].mean * levels[at].n, n += levels[at].n;
        return share_estimate(static_cast<std::uint64_t>(std::llround(said)),
                              static_cast<std::uint64_t>(std::llround(n)));
      };
      series.changes.push_back(
          {series.points[found[i]].first_day, share_of(begin, found[i]), share_of(found[i], end), kChangeP});
    }
    trends.series.push_back(std::move(series));
  }
  co_return trends;
}

}  // namespace attune::insight
