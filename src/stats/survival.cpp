#include "stats/survival.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "stats/distributions.hpp"

namespace attune::stats {
namespace {

constexpr double kZ = 1.959963984540054;

std::vector<Lifetime> usable(std::span<const Lifetime> lifetimes) {
  std::vector<Lifetime> result;
  for (const Lifetime& lifetime : lifetimes) {
    if (std::isfinite(lifetime.time) && lifetime.time >= 0) result.push_back(lifetime);
  }
  std::sort(result.begin(), result.end(),
            [](const Lifetime& a, const Lifetime& b) { return a.time < b.time; });
  return result;
}

Interval survival_interval(double survival, double greenwood, std::uint64_t at_risk) {
  if (!(survival > 0 && survival < 1)) {
    const Interval exact = exact_share_interval(survival > 0 ? at_risk : 0, at_risk);
    return exact;
  }
  const double log_survival = std::log(survival);
  const double spread = kZ * std::sqrt(greenwood) / std::abs(log_survival);
  return {std::pow(survival, std::exp(spread)), std::pow(survival, std::exp(-spread))};
}

}  // namespace

std::vector<SurvivalPoint> kaplan_meier(std::span<const Lifetime> lifetimes) {
  const std::vector<Lifetime> sorted = usable(lifetimes);
  std::vector<SurvivalPoint> curve;
  double survival = 1;
  double greenwood = 0;
  for (std::size_t i = 0; i < sorted.size();) {
    SurvivalPoint point;
    point.time = sorted[i].time;
    point.at_risk = sorted.size() - i;
    for (; i < sorted.size() && sorted[i].time == point.time; ++i) point.ended += sorted[i].has_ended ? 1 : 0;
    if (point.ended == 0) continue;
    const auto risk = static_cast<double>(point.at_risk);
    const auto ended = static_cast<double>(point.ended);
    survival *= 1 - ended / risk;
    if (point.at_risk > point.ended) greenwood += ended / (risk * (risk - ended));
    point.survival = point.at_risk == point.ended ? 0 : survival;
    point.interval = survival_interval(point.survival, greenwood, point.at_risk);
    curve.push_back(point);
  }
  return curve;
}

double survival_at(std::span<const SurvivalPoint> curve, double time) {
  double survival = 1;
  for (const SurvivalPoint& point : curve) {
    if (point.time > time) break;
    survival = point.survival;
  }
  return survival;
}

double median_lifetime(std::span<const SurvivalPoint> curve) {
  for (const SurvivalPoint& point : curve) {
    if (point.survival <= 0.5) return point.time;
  }
  return std::numeric_limits<double>::infinity();
}

std::vector<HazardPoint> discrete_hazard(std::span<const Lifetime> lifetimes) {
  constexpr double kMostPeriods = 10'000;
  std::vector<HazardPoint> table;
  const std::vector<Lifetime> sorted = usable(lifetimes);
  for (std::size_t i = 0; i < sorted.size() && sorted[i].time < kMostPeriods;) {
    const auto period = static_cast<std::uint32_t>(sorted[i].time);
    while (table.size() <= period) {
      table.push_back({static_cast<std::uint32_t>(table.size()), sorted.size() - i, 0, 0, {0, 1}});
    }
    HazardPoint& point = table.back();
    for (; i < sorted.size() && sorted[i].time < period + 1.0; ++i)
      point.ended += sorted[i].has_ended ? 1 : 0;
  }
  for (HazardPoint& point : table) {
    point.hazard = static_cast<double>(point.ended) / static_cast<double>(point.at_risk);
    point.interval = share_interval(point.ended, point.at_risk);
  }
  return table;
}

double log_rank_p_value(std::span<const Lifetime> first, std::span<const Lifetime> second) {
  const std::vector<Lifetime> a = usable(first);
  const std::vector<Lifetime> b = usable(second);
  double difference = 0;
  double variance = 0;
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    const double time = std::min(i < a.size() ? a[i].time : std::numeric_limits<double>::infinity(),
                                 j < b.size() ? b[j].time : std::numeric_limits<double>::infinity());
    const auto risk_a = static_cast<double>(a.size() - i);
    const double risk = risk_a + static_cast<double>(b.size() - j);
    double ended_a = 0;
    double ended = 0;
    for (; i < a.size() && a[i].time == time; ++i) ended_a += a[i].has_ended ? 1 : 0;
    for (; j < b.size() && b[j].time == time; ++j) ended += b[j].has_ended ? 1 : 0;
    ended += ended_a;
    difference += ended_a - ended * risk_a / risk;
    if (risk > 1) variance += ended * (risk_a / risk) * (1 - risk_a / risk) * (risk - ended) / (risk - 1);
  }
  return variance > 0 ? chi_squared_upper_tail(1, difference * difference / variance) : 1;
}

}  // namespace attune::stats
