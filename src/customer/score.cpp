#include "customer/score.hpp"

#include <algorithm>
#include <cmath>

#include "stats/ranking.hpp"

namespace attune::customer {
namespace {

Quality quality_of(std::span<const double> scores, std::span<const std::uint8_t> labels) {
  const stats::Interval interval = stats::area_under_curve_interval(scores, labels);
  return {stats::area_under_curve(scores, labels), interval.low, interval.high,
          stats::lift_at(scores, labels, 0.1)};
}

// How far the interval keeps from 0; 0 if it holds it.
double margin_of(const ScoreReason& reason) {
  if (reason.low > 0) return reason.low;
  return reason.high < 0 ? -reason.high : 0;
}

}  // namespace

void sort_reasons(std::vector<ScoreReason>& reasons) {
  std::stable_sort(reasons.begin(), reasons.end(), [](const ScoreReason& a, const ScoreReason& b) {
    const double first = margin_of(a);
    const double second = margin_of(b);
    return first != second ? first > second : std::abs(a.weight) > std::abs(b.weight);
  });
}

ScoreTest test_scores(std::span<const double> chances, std::span<const double> naive,
                      std::span<const std::uint8_t> labels) {
  ScoreTest test;
  test.n = labels.size();
  test.yes = static_cast<std::uint64_t>(
      std::count_if(labels.begin(), labels.end(), [](std::uint8_t label) { return label != 0; }));
  test.model = quality_of(chances, labels);
  test.naive = quality_of(naive, labels);
  test.brier = stats::brier_score(chances, labels);
  test.calibration = stats::reliability(chances, labels, std::min<std::size_t>(10, labels.size() / 10 + 1));
  test.calibration_error = stats::calibration_error(test.calibration);
  return test;
}

}  // namespace attune::customer
