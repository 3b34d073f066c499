#include "customer/next_order.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

#include "customer/history.hpp"
#include "stats/logistic_regression.hpp"

namespace attune::customer {
namespace {

constexpr std::uint64_t kFewestOfEachKind = 15;
constexpr std::int32_t kShortestHorizon = 7;

constexpr std::array kFeatureNames{"days-since-order", "orders",        "order-rate",   "silence-in-gaps",
                                   "tenure",           "order-amount",  "refund-share", "gap-regularity",
                                   "sentiment",        "last-sentiment"};
constexpr std::size_t kPlainFeatures = 8;  // without sentiment

struct Snapshot {
  std::vector<std::uint32_t> customers;
  stats::Matrix features;
  std::vector<std::uint8_t> labels;  // an order within the horizon after the cut
};

// Feelings up to a day: mean and last of each customer, as sorted events go by.
void add_feelings(std::span<const FeelingEvent> feelings, std::int32_t until, Snapshot& snapshot) {
  std::size_t event = 0;
  for (std::size_t i = 0; i < snapshot.customers.size(); ++i) {
    const std::uint32_t customer = snapshot.customers[i];
    while (event < feelings.size() && feelings[event].customer < customer) ++event;
    double sum = 0;
    double count = 0;
    double last = 0;
    for (; event < feelings.size() && feelings[event].customer == customer; ++event) {
      if (feelings[event].day > until) continue;
      sum += feelings[event].sentiment;
      last = feelings[event].sentiment;
      count += 1;
    }
    snapshot.features.at(i, 8) = count > 0 ? sum / count : 0;
    snapshot.features.at(i, 9) = last;
  }
}

Snapshot look_at(const Histories& then, const Histories* later, std::span<const FeelingEvent> feelings,
                 std::int32_t cut) {
  Snapshot snapshot;
  snapshot.features = stats::Matrix{then.customers.size(), kFeatureNames.size()};
  std::size_t at = 0;
  for (std::size_t i = 0; i < then.customers.size(); ++i) {
    const CustomerHistory& history = then.customers[i];
    snapshot.customers.push_back(history.customer);
    const double silent = std::max(0.0, static_cast<double>(cut) - history.last_day);
    const double tenure = std::max(1.0, static_cast<double>(cut) - history.first_day);
    const double gap = history.visits > 1 ? std::max(1.0, history.usual_gap_days) : tenure;
    const auto row = snapshot.features.row(i);
    row[0] = std::log1p(silent);
    row[1] = std::log1p(static_cast<double>(history.visits));
    row[2] = std::log1p(30 * (history.visits - 1.0) / (tenure + 30));
    row[3] = std::log1p(std::min(20.0, silent / gap));
    row[4] = std::log1p(tenure);
    row[5] = std::log1p(std::max(0.0, history.mean_order));
    row[6] = history.refunds / (history.orders + 1.0);
    row[7] = history.visits > 2 ? std::min(3.0, history.gap_spread_days / gap) : 1.5;
    if (later == nullptr) continue;
    while (at < later->customers.size() && later->customers[at].customer < history.customer) ++at;
    const bool ordered = at < later->customers.size() && later->customers[at].customer == history.customer &&
                         later->customers[at].visits > history.visits;
    snapshot.labels.push_back(ordered ? 1 : 0);
  }
  add_feelings(feelings, cut, snapshot);
  return snapshot;
}

bool has_enough(const std::vector<std::uint8_t>& labels) {
  const auto yes = static_cast<std::uint64_t>(std::count(labels.begin(), labels.end(), 1));
  return yes >= kFewestOfEachKind && labels.size() - yes >= kFewestOfEachKind;
}

// Sentiment takes no part where nobody wrote anything.
stats::Matrix columns_used(const Snapshot& snapshot, std::size_t columns) {
  stats::Matrix used{snapshot.features.rows, columns};
  for (std::size_t i = 0; i < used.rows; ++i)
    std::copy_n(snapshot.features.row(i).begin(), columns, used.row(i).begin());
  return used;
}

std::vector<double> most_recent_first(const Snapshot& snapshot) {
  std::vector<double> scores;
  for (std::size_t i = 0; i < snapshot.features.rows; ++i) scores.push_back(-snapshot.features.at(i, 0));
  return scores;
}

void tell_reasons(const stats::LogisticModel& model, std::vector<ScoreReason>& reasons) {
  for (std::size_t j = 0; j < model.coefficients.size(); ++j) {
    const double margin = 1.959963984540054 * model.standard_errors[j];
    reasons.push_back({kFeatureNames[j],
                       {},
                       model.coefficients[j],
                       model.coefficients[j] - margin,
                       model.coefficients[j] + margin});
  }
  sort_reasons(reasons);
}

}  // namespace

Stepped<NextOrderResult> score_next_order(std::span<const Order> orders,
                                          std::span<const FeelingEvent> feelings, NextOrderOptions options) {
  NextOrderResult result;
  result.chance.assign(options.customers, std::numeric_limits<double>::quiet_NaN());
  const std::int32_t span = options.last_day - options.first_day;
  result.horizon_days = std::min(options.most_days, span / 4);
  if (result.horizon_days < kShortestHorizon) {
    result.remark = "The orders span too short a time to learn who orders again";
    co_return result;
  }
  result.tested_until = options.last_day;
  const std::int32_t second = options.last_day - result.horizon_days;
  const std::int32_t first = second - result.horizon_days;
  result.learned_until = second;
  std::vector<FeelingEvent> sorted(feelings.begin(), feelings.end());
  std::sort(sorted.begin(), sorted.end(), [](const FeelingEvent& a, const FeelingEvent& b) {
    return std::tie(a.customer, a.day, a.sentiment) < std::tie(b.customer, b.day, b.sentiment);
  });
  const Histories at_first = build_histories(orders, {first, options.currency});
  co_yield Progress{"Looking back", 1, 3};
  const Histories at_second = build_histories(orders, {second, options.currency});
  co_yield Progress{"Looking back", 2, 3};
  const Histories at_end = build_histories(orders, {options.last_day, options.currency});
  co_yield Progress{"Looking back", 3, 3};
  const Snapshot past = look_at(at_first, &at_second, sorted, first);
  const Snapshot test = look_at(at_second, &at_end, sorted, second);
  const Snapshot now = look_at(at_end, nullptr, sorted, options.last_day);
  if (!has_enough(past.labels) || !has_enough(test.labels)) {
    result.remark = "Too few customers came back, or stayed away, to learn who orders again";
    co_return result;
  }
  const std::size_t columns = sorted.empty() ? kPlainFeatures : kFeatureNames.size();
  const stats::Matrix past_features = columns_used(past, columns);
  const stats::Matrix test_features = columns_used(test, columns);
  auto learning = stats::fit_logistic(past_features.view(), past.labels);
  while (learning.advance()) co_yield learning.progress();
  const stats::LogisticModel tried = std::move(learning).result();
  std::vector<double> chances;
  for (std::size_t i = 0; i < test_features.rows; ++i)
    chances.push_back(tried.probability(test_features.row(i)));
  const std::vector<double> naive = most_recent_first(test);
  result.test = test_scores(chances, naive, test.labels);
  result.uses_naive_rule = result.test.model.auc <= result.test.naive.auc;

  auto again = stats::fit_logistic(test_features.view(), test.labels);
  while (again.advance()) co_yield again.progress();
  const stats::LogisticModel model = std::move(again).result();
  const stats::IsotonicCurve curve = stats::fit_isotonic(naive, test.labels);
  const stats::Matrix now_features = columns_used(now, columns);
  const std::vector<double> recency = most_recent_first(now);
  for (std::size_t i = 0; i < now.customers.size(); ++i) {
    const double chance = result.uses_naive_rule ? curve(recency[i]) : model.probability(now_features.row(i));
    if (now.customers[i] < result.chance.size()) result.chance[now.customers[i]] = chance;
  }
  tell_reasons(model, result.reasons);
  result.is_made = true;
  co_return result;
}

}  // namespace attune::customer
