#include "engine/customer_value_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/dates.hpp"
#include "stats/intervals.hpp"

namespace attune::engine {
namespace {

constexpr std::size_t kMostPoints = 2000;
constexpr std::size_t kMostSteps = 500;
constexpr std::size_t kBins = 20;

void draw_fits(const CustomerBook& book, snapshot::Value& value) {
  constexpr double kZ = 1.959963984540054;
  const customer::LifetimeFit& orders = book.value.lifetime;
  value.orders.name = customer::name_of(orders.parameters.model);
  value.orders.customers = orders.customers;
  value.orders.log_likelihood = orders.log_likelihood;
  value.orders.remark = orders.remark;
  value.orders.state = orders.customers == 0 ? snapshot::FitState::None
                       : orders.is_fitted    ? snapshot::FitState::Fitted
                                             : snapshot::FitState::Typical;
  const auto names = customer::parameter_names(orders.parameters.model);
  for (std::size_t i = 0; i < names.size() && orders.customers > 0; ++i) {
    const double spread =
        std::min(20.0, kZ * std::sqrt(std::max(0.0, orders.covariance[i * (names.size() + 1)])));
    const double at = orders.parameters.value[i];
    value.orders.parameters.push_back({names[i], at, at * std::exp(-spread), at * std::exp(spread)});
  }
  const customer::GammaGammaFit& spending = book.value.spending;
  value.spending.name = "Gamma-Gamma";
  value.spending.customers = spending.customers;
  value.spending.log_likelihood = spending.log_likelihood;
  value.spending.remark = spending.remark;
  value.spending.state = orders.customers == 0 || !book.shop->has_money ? snapshot::FitState::None
                         : spending.is_fitted                           ? snapshot::FitState::Fitted
                                                                        : snapshot::FitState::Typical;
  if (!spending.is_fitted) return;
  const std::array<std::pair<const char*, double>, 3> parameters{
      {{"p", spending.parameters.p}, {"q", spending.parameters.q}, {"gamma", spending.parameters.gamma}}};
  for (std::size_t i = 0; i < 3; ++i) {
    const double spread = std::min(20.0, kZ * std::sqrt(std::max(0.0, spending.covariance[i * 4])));
    const auto [name, at] = parameters[i];
    value.spending.parameters.push_back({name, at, at * std::exp(-spread), at * std::exp(spread)});
  }
}

// Equal widths up to the 99th percentile; the last bin takes the rest.
std::vector<snapshot::HistogramBin> histogram_of(const std::vector<double>& sorted) {
  std::vector<snapshot::HistogramBin> bins;
  const double high = stats::sorted_quantile(sorted, 0.99);
  if (sorted.empty() || !(high > 0)) return bins;
  for (std::size_t i = 0; i < kBins; ++i)
    bins.push_back({high * static_cast<double>(i) / kBins, high * static_cast<double>(i + 1) / kBins, 0});
  bins.back().high = std::max(high, sorted.back());
  for (const double value : sorted)
    ++bins[std::min(kBins - 1, static_cast<std::size_t>(std::max(0.0, value / high * kBins)))].n;
  return bins;
}

void draw_risk(const CustomerBook& book, snapshot::RiskSummary& risk) {
  const auto& histories = book.value.histories.customers;
  std::vector<double> worth;
  for (const customer::CustomerValue& one : book.value.customers) {
    if (const double kept = customer::value_if_kept(one); kept > 0) worth.push_back(kept);
  }
  std::sort(worth.begin(), worth.end());
  risk.value_line = stats::sorted_quantile(worth, 0.5);
  const std::size_t stride = std::max<std::size_t>(1, (histories.size() + kMostPoints - 1) / kMostPoints);
  for (std::size_t i = 0; i < histories.size(); ++i) {
    const customer::ChurnRisk one = customer::churn_figures(book.value.customers[i]);
    ++risk.customers[static_cast<std::size_t>(one.level)];
    risk.value_at_risk[static_cast<std::size_t>(one.level)] += one.value_at_risk;
    if (i % stride == stride / 2) {
      risk.points.push_back({histories[i].customer, static_cast<float>(one.probability),
                             static_cast<float>(customer::value_if_kept(book.value.customers[i])),
                             segment_from(book.rfm[i].segment)});
    }
  }
}

}  // namespace

void draw_value(const CustomerBook& book, snapshot::Value& value) {
  value.horizon_days = book.value.horizon_days;
  if (!book.value.histories.customers.empty()) value.until = book.until;
  draw_fits(book, value);
  const customer::HoldoutResult& holdout = book.holdout;
  if (holdout.is_made) {
    value.holdout = {holdout.split_day,   holdout.last_day,    holdout.customers,
                     holdout.expected,    holdout.seen,        holdout.mean_error,
                     holdout.naive_error, holdout.correlation, holdout.tracking_error};
  }
  std::vector<double> values;
  double spread = 0;
  for (const customer::CustomerValue& one : book.value.customers) {
    value.expected_orders += one.orders.expected;
    value.expected_value += one.value;
    values.push_back(one.value);
    // Customers vary each for himself, the model's own uncertainty moves them all alike.
    const double own = (one.value_high - one.value_low) / 3.92;
    spread += own * own;
  }
  double moved_low = 0;
  double moved_high = 0;
  for (const customer::CustomerValue& one : book.value.customers) {
    moved_low += one.orders.expected_low * one.order_amount;
    moved_high += one.orders.expected_high * one.order_amount;
  }
  const double margin = 1.959963984540054 * std::sqrt(spread);
  const double below = std::hypot(margin, value.expected_value - moved_low);
  const double above = std::hypot(margin, moved_high - value.expected_value);
  value.expected_value_low = std::max(0.0, value.expected_value - below);
  value.expected_value_high = value.expected_value + above;
  std::sort(values.begin(), values.end());
  value.median_value = stats::sorted_quantile(values, 0.5);
  double best = 0;
  for (std::size_t i = values.size() - (values.size() + 9) / 10; i < values.size(); ++i) best += values[i];
  if (value.expected_value > 0) value.top_tenth_share = std::min(1.0, best / value.expected_value);
  value.distribution = histogram_of(values);
  draw_risk(book, value.risk);
}

void draw_survival(const SurvivalFacts& facts, snapshot::Survival& survival) {
  if (facts.n == 0) return;
  survival.of = facts.is_contract ? snapshot::SurvivalOf::Contract : snapshot::SurvivalOf::SecondOrder;
  survival.unit = facts.unit;
  survival.n = facts.n;
  survival.ended = facts.ended;
  const double median = stats::median_lifetime(facts.curve);
  if (std::isfinite(median)) survival.median = median;
  const std::size_t stride = std::max<std::size_t>(1, (facts.curve.size() + kMostSteps - 1) / kMostSteps);
  for (std::size_t i = 0; i < facts.curve.size(); ++i) {
    if (i % stride != 0 && i + 1 != facts.curve.size()) continue;
    const stats::SurvivalPoint& point = facts.curve[i];
    survival.steps.push_back(
        {point.time, point.survival, point.interval.low, point.interval.high, point.at_risk, point.ended});
  }
  for (const stats::HazardPoint& point : facts.hazard) {
    if (survival.hazard.size() == kMostSteps) break;
    survival.hazard.push_back({point.period * facts.days_per_period,
                               (point.period + 1) * facts.days_per_period,
                               {point.hazard, point.interval.low, point.interval.high, point.at_risk}});
  }
  for (const customer::HazardFactor& factor : facts.factors)
    survival.factors.push_back(
        {factor.column, factor.value, factor.ratio, factor.low, factor.high, factor.n});
}

void draw_retention(const customer::Retention& retention, std::vector<snapshot::Cohort>& cohorts) {
  for (const customer::Cohort& cohort : retention.cohorts) {
    snapshot::Cohort made{
        days_from_civil({cohort.month / 12, cohort.month % 12 + 1, 1}), cohort.customers, {}};
    for (const customer::RetentionCell& cell : cohort.months)
      made.months.push_back({cell.active, cell.share, cell.interval.low, cell.interval.high, cell.revenue});
    cohorts.push_back(std::move(made));
  }
}

}  // namespace attune::engine
