#include "stats/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::stats {
namespace {

struct Counts {
  double yes = 0, no = 0;
};

Counts count(std::span<const std::uint8_t> labels) {
  Counts counts;
  for (const auto label : labels) (label != 0 ? counts.yes : counts.no) += 1;
  return counts;
}

}  // namespace

std::vector<double> mid_ranks(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&values](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
    const double rank = (static_cast<double>(first + last) + 1) / 2;
    for (; first < last; ++first) ranks[order[first]] = rank;
  }
  return ranks;
}

double area_under_curve(std::span<const double> scores, std::span<const std::uint8_t> labels) {
  const auto [yes, no] = count(labels);
  if (yes == 0 || no == 0) return 0.5;
  const std::vector<double> ranks = mid_ranks(scores);
  double sum = 0;
  for (std::size_t i = 0; i < ranks.size(); ++i) sum += labels[i] != 0 ? ranks[i] : 0;
  return (sum - yes * (yes + 1) / 2) / (yes * no);
}

Interval area_under_curve_interval(std::span<const double> scores, std::span<const std::uint8_t> labels) {
  const auto [yes, no] = count(labels);
  if (yes == 0 || no == 0) return {0, 1};
  const double area = area_under_curve(scores, labels);
  const double q1 = area / (2 - area);
  const double q2 = 2 * area * area / (1 + area);
  const double variance =
      (area * (1 - area) + (yes - 1) * (q1 - area * area) + (no - 1) * (q2 - area * area)) / (yes * no);
  const double half = 1.959963984540054 * std::sqrt(std::max(0.0, variance));
  return {std::max(0.0, area - half), std::min(1.0, area + half)};
}

double lift_at(std::span<const double> scores, std::span<const std::uint8_t> labels, double share) {
  const auto [yes, no] = count(labels);
  const double wanted = std::max(1.0, std::round(share * (yes + no)));
  if (yes == 0) return 1;
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&scores](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  double taken = 0;
  double hits = 0;
  for (std::size_t first = 0; first < order.size() && taken < wanted;) {
    std::size_t last = first;
    double here = 0;
    for (; last < order.size() && scores[order[last]] == scores[order[first]]; ++last)
      here += labels[order[last]] != 0 ? 1 : 0;
    const auto size = static_cast<double>(last - first);
    const double part = std::min(1.0, (wanted - taken) / size);
    hits += here * part;
    taken += size * part;
    first = last;
  }
  return (hits / taken) / (yes / (yes + no));
}

double rank_correlation(std::span<const double> first, std::span<const double> second) {
  const std::vector<double> a = mid_ranks(first);
  const std::vector<double> b = mid_ranks(second);
  const double middle = (static_cast<double>(a.size()) + 1) / 2;
  double aa = 0;
  double bb = 0;
  double ab = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    aa += (a[i] - middle) * (a[i] - middle);
    bb += (b[i] - middle) * (b[i] - middle);
    ab += (a[i] - middle) * (b[i] - middle);
  }
  return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

}  // namespace attune::stats
