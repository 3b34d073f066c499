#include "insight/alert_scan.hpp"

#include <algorithm>
#include <cmath>

#include "stats/distributions.hpp"

namespace attune::insight {
namespace {

constexpr std::size_t kHistory = 52;  // weeks before a window that it is compared with
constexpr std::size_t kLeastHistory = 6;
constexpr std::uint64_t kLeastOfTopic = 5;  // in a window, before it is called more
constexpr double kWorthATest = 2.5;         // standard errors; below, no exact test is needed
constexpr std::uint64_t kLeastRatings = 5;  // in a window
constexpr double kLeastStep = 0.1;          // stars; less is nothing to act on

std::vector<double> running(const std::vector<std::uint32_t>& counts) {
  std::vector<double> sums(counts.size() + 1);
  for (std::size_t i = 0; i < counts.size(); ++i) sums[i + 1] = sums[i] + counts[i];
  return sums;
}

// P(X >= count) of a Poisson variable, and P(X <= count), by their chi-squared forms.
double poisson_at_least(double count, double mean) {
  return count <= 0 ? 1.0 : 1 - stats::chi_squared_upper_tail(2 * count, 2 * mean);
}
double poisson_at_most(double count, double mean) {
  return stats::chi_squared_upper_tail(2 * count + 2, 2 * mean);
}

// Fisher's exact test: is the share of `part` in the window that of the year before?
void scan_share(const AlertStream& stream, std::vector<AlertHit>& hits, double limit) {
  const std::vector<double> part = running(stream.part);
  const std::vector<double> whole = running(stream.whole);
  const std::size_t weeks = stream.part.size();
  for (const std::size_t window : kAlertWindows) {
    for (std::size_t begin = kLeastHistory; begin + window <= weeks; ++begin) {
      const std::size_t from = begin > kHistory ? begin - kHistory : 0;
      const double before = whole[begin] - whole[from];
      const double before_part = part[begin] - part[from];
      const double n = whole[begin + window] - whole[begin];
      const double x = part[begin + window] - part[begin];
      if (before < static_cast<double>(kLeastAlertHistory) || n < 1) continue;
      const double expected = before_part / before * n;
      const double all = (before_part + x) / (before + n);
      const double error = std::sqrt(std::max(all * (1 - all) * n * before / (before + n), 1e-9));
      if (std::abs(x - n * all) < kWorthATest * error) continue;
      const bool is_more = x > expected;
      if (is_more && x < static_cast<double>(kLeastOfTopic)) continue;
      const auto count = [](double value) { return static_cast<std::uint64_t>(std::llround(value)); };
      const auto tail = [&](double k, double draws, double marked) {
        if (k <= 0) return 1.0;
        return stats::hypergeometric_upper_tail(count(k), count(draws), count(marked), count(before + n));
      };
      const double marked = before_part + x;
      const double p = is_more ? tail(x, n, marked) : tail(before_part, before, marked);
      if (2 * p < limit) hits.push_back({begin, begin + window, 2 * p, is_more, x, n, expected});
    }
  }
}

void scan_count(const AlertStream& stream, std::vector<AlertHit>& hits, double limit) {
  const std::vector<double> sums = running(stream.part);
  const std::size_t weeks = stream.part.size();
  // Weeks 1 to weeks - 2: the first and the last are cut by the data's ends.
  for (const std::size_t window : kAlertWindows) {
    for (std::size_t begin = kLeastHistory + 1; begin + window + 1 <= weeks; ++begin) {
      const std::size_t from = std::max<std::size_t>(1, begin > kHistory ? begin - kHistory : 1);
      const auto length = static_cast<double>(begin - from);
      const double before = sums[begin] - sums[from];
      if (length < kLeastHistory || before < static_cast<double>(kLeastAlertHistory)) continue;
      const double mean = before / length;
      double dispersion = 0;
      for (std::size_t week = from; week < begin; ++week)
        dispersion += (stream.part[week] - mean) * (stream.part[week] - mean) / mean;
      dispersion = std::max(1.0, dispersion / std::max(1.0, length - 1));
      const double x = sums[begin + window] - sums[begin];
      const double expected = mean * static_cast<double>(window);
      // Fewer effective reviews where weeks differ much anyway; the mean itself is known from `length` weeks
      // only.
      const double widened = dispersion * (1 + static_cast<double>(window) / length);
      const bool is_more = x > expected;
      const double p = is_more ? poisson_at_least(x / widened, expected / widened)
                               : poisson_at_most(x / widened, expected / widened);
      if (2 * p < limit) hits.push_back({begin, begin + window, 2 * p, is_more, x, 0, expected});
    }
  }
}

// Are the ratings of the window those of the year before?
void scan_ratings(const AlertStream& stream, std::vector<AlertHit>& hits, double limit) {
  const std::size_t weeks = stream.ratings.size();
  for (const std::size_t window : kAlertWindows) {
    for (std::size_t begin = kLeastHistory; begin + window <= weeks; ++begin) {
      RatingCounts before;
      RatingCounts now;
      for (std::size_t week = begin > kHistory ? begin - kHistory : 0; week < begin; ++week)
        before.add(stream.ratings[week]);
      for (std::size_t week = begin; week < begin + window; ++week) now.add(stream.ratings[week]);
      if (before.n < kLeastAlertHistory || now.n < kLeastRatings) continue;
      const double step = now.mean() - before.mean();
      if (std::abs(step) < kLeastStep) continue;
      RatingCounts both = before;
      both.add(now);
      const double error = std::sqrt(both.variance() / static_cast<double>(now.n));
      if (std::abs(now.mean() - both.mean()) < kWorthATest * error) continue;
      const double p = 2 * mean_tail(both, now);
      if (p < limit)
        hits.push_back(
            {begin, begin + window, p, step > 0, now.mean(), static_cast<double>(now.n), before.mean()});
    }
  }
}

}  // namespace

std::vector<AlertHit> scan_stream(const AlertStream& stream, double limit) {
  std::vector<AlertHit> hits;
  if (stream.of == StreamOf::Reviews) {
    scan_count(stream, hits, limit);
  } else if (stream.of == StreamOf::Ratings) {
    scan_ratings(stream, hits, limit);
  } else {
    scan_share(stream, hits, limit);
  }
  return hits;
}

}  // namespace attune::insight
