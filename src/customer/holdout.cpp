#include "customer/holdout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "customer/history.hpp"

namespace attune::customer {
namespace {

constexpr std::int32_t kShortestTime = 56;  // days
constexpr std::size_t kFewestCustomers = 30;
constexpr std::size_t kCustomersPerPause = 2048;

struct Sums {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;

  void add(double a, double b) { n += 1, x += a, y += b, xx += a * a, yy += b * b, xy += a * b; }
  [[nodiscard]] double correlation() const {
    const double spread = (xx - x * x / n) * (yy - y * y / n);
    return n > 1 && spread > 0 ? std::clamp((xy - x * y / n) / std::sqrt(spread), -1.0, 1.0) : 0;
  }
};

}  // namespace

Stepped<HoldoutResult> try_on_holdout(std::span<const Order> orders, std::int32_t first_day,
                                      std::int32_t last_day, LifetimeModel model, std::uint16_t currency) {
  HoldoutResult result;
  result.last_day = last_day;
  result.split_day = first_day + (last_day - first_day) / 2;
  if (last_day - first_day < kShortestTime) co_return result;
  const Histories before = build_histories(orders, {result.split_day, currency});
  co_yield Progress{"Trying the model on your own past", 0, 3};
  const Histories after = build_histories(orders, {last_day, currency});
  co_yield Progress{"Trying the model on your own past", 1, 3};
  if (before.customers.size() < kFewestCustomers) co_return result;
  std::vector<Activity> activities;
  for (const CustomerHistory& history : before.customers)
    activities.push_back(activity_of(history, result.split_day, 7));
  auto fitting = fit_lifetime_model(activities, model);
  while (fitting.advance()) co_yield fitting.progress();
  const LifetimeFit fit = std::move(fitting).result();
  if (!fit.is_fitted) co_return result;

  Sums sums;
  const double horizon = (last_day - result.split_day) / 7.0;
  std::size_t at = 0;
  std::map<std::int32_t, double> newcomers;  // by the day of the first order: fewer than customers
  for (std::size_t i = 0; i < after.customers.size(); ++i) {
    newcomers[after.customers[i].first_day] += 1;
    if (at >= before.customers.size() || before.customers[at].customer != after.customers[i].customer)
      continue;
    const double seen = static_cast<double>(after.customers[i].visits) - before.customers[at].visits;
    const double expected = expected_orders(fit.parameters, activities[at], horizon);
    const Activity& activity = activities[at];
    const double naive = activity.age > 0 ? activity.frequency / activity.age * horizon : 0;
    sums.add(expected, seen);
    result.expected += expected;
    result.seen += seen;
    result.mean_error += std::abs(expected - seen);
    result.naive_error += std::abs(naive - seen);
    ++at;
    if (at % kCustomersPerPause == 0)
      co_yield Progress{"Trying the model on your own past", at, before.customers.size()};
  }
  result.customers = static_cast<std::uint64_t>(sums.n);
  if (result.customers == 0) co_return result;
  result.mean_error /= sums.n;
  result.naive_error /= sums.n;
  result.correlation = sums.correlation();

  // Repeat visits by day.
  std::map<std::int32_t, double> repeats;
  std::int32_t last_seen_day = 0;
  std::uint32_t last_customer = kGuest;
  std::vector<std::pair<std::uint32_t, std::int32_t>> visits;
  for (const Order& order : orders) {
    if (order.customer != kGuest && order.currency == currency && order.amount >= 0)
      visits.emplace_back(order.customer, order.day);
  }
  std::sort(visits.begin(), visits.end());
  for (const auto& [customer, day] : visits) {
    if (customer == last_customer && day != last_seen_day) repeats[day] += 1;
    last_customer = customer;
    last_seen_day = day;
  }
  double weeks = 0;
  double total_error = 0;
  for (std::int32_t week_end = result.split_day + 7; week_end <= last_day; week_end += 7) {
    double expected = 0;
    for (const auto& [day, count] : newcomers) {
      if (day <= week_end)
        expected += count * expected_orders(fit.parameters, {}, (week_end + 1 - day) / 7.0);
    }
    double seen = 0;
    for (auto repeat = repeats.begin(); repeat != repeats.end() && repeat->first <= week_end; ++repeat)
      seen += repeat->second;
    if (seen > 0) total_error += std::abs(expected / seen - 1), weeks += 1;
    co_yield Progress{"Trying the model on your own past", 2, 3};
  }
  if (weeks > 0) result.tracking_error = total_error / weeks;
  result.is_made = true;
  co_return result;
}

}  // namespace attune::customer
