#include "customer/hazard_factors.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace attune::customer {
namespace {

constexpr std::size_t kMostValues = 12;
constexpr std::uint64_t kFewestRows = 10;
constexpr std::size_t kMostPeriods = 1000;

struct Period {
  double at_risk = 0, ended = 0;
};

std::size_t period_of(const stats::Lifetime& lifetime) {
  return static_cast<std::size_t>(std::clamp(lifetime.time, 0.0, static_cast<double>(kMostPeriods - 1)));
}

// From counts of those whose lifetime is in a period to those who got there.
std::vector<Period> life_table(std::vector<Period> left) {
  double alive = 0;
  for (std::size_t t = left.size(); t-- > 0;) left[t].at_risk = alive += left[t].at_risk;
  return left;
}

HazardFactor compare(const std::vector<Period>& own, const std::vector<Period>& all) {
  double top = 0, bottom = 0, pr = 0, ps_qr = 0, qs = 0;
  for (std::size_t t = 0; t < all.size(); ++t) {
    const double n = all[t].at_risk;
    if (!(n > 0)) continue;
    const double a = own[t].ended;
    const double b = own[t].at_risk - a;
    const double c = all[t].ended - a;
    const double d = n - own[t].at_risk - c;
    const double r = a * d / n;
    const double s = b * c / n;
    const double p = (a + d) / n;
    const double q = (b + c) / n;
    top += r, bottom += s;
    pr += p * r, ps_qr += p * s + q * r, qs += q * s;
  }
  HazardFactor factor;
  if (!(top > 0) || !(bottom > 0)) return factor;
  factor.ratio = top / bottom;
  const double variance = pr / (2 * top * top) + ps_qr / (2 * top * bottom) + qs / (2 * bottom * bottom);
  const double margin = 1.959963984540054 * std::sqrt(std::max(0.0, variance));
  factor.low = factor.ratio * std::exp(-margin);
  factor.high = factor.ratio * std::exp(margin);
  return factor;
}

double strength(const HazardFactor& factor) {
  if (factor.low > 1) return std::log(factor.low);
  return factor.high < 1 && factor.high > 0 ? -std::log(factor.high) : 0;
}

}  // namespace

std::vector<HazardFactor> hazard_factors(std::span<const stats::Lifetime> lifetimes,
                                         std::span<const HazardColumn> columns) {
  std::vector<Period> left(kMostPeriods);
  for (const stats::Lifetime& lifetime : lifetimes) {
    left[period_of(lifetime)].at_risk += 1;
    left[period_of(lifetime)].ended += lifetime.has_ended ? 1 : 0;
  }
  const std::vector<Period> all = life_table(std::move(left));
  std::vector<HazardFactor> factors;
  for (const HazardColumn& column : columns) {
    std::map<std::string_view, std::uint64_t> counts;
    for (const std::string_view cell : column.cells) {
      ++counts[cell];
      if (counts.size() > kMostValues) break;
    }
    if (counts.size() < 2 || counts.size() > kMostValues) continue;
    for (const auto& [value, n] : counts) {
      if (n < kFewestRows || lifetimes.size() - n < kFewestRows) continue;
      std::vector<Period> with(kMostPeriods);
      for (std::size_t i = 0; i < lifetimes.size(); ++i) {
        if (column.cells[i] != value) continue;
        with[period_of(lifetimes[i])].at_risk += 1;
        with[period_of(lifetimes[i])].ended += lifetimes[i].has_ended ? 1 : 0;
      }
      HazardFactor factor = compare(life_table(std::move(with)), all);
      factor.column = column.name;
      factor.value = value;
      factor.n = n;
      if (strength(factor) > 0) factors.push_back(std::move(factor));
    }
  }
  std::stable_sort(factors.begin(), factors.end(),
                   [](const HazardFactor& a, const HazardFactor& b) { return strength(a) > strength(b); });
  return factors;
}

}  // namespace attune::customer
