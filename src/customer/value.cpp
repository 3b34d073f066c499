#include "customer/value.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace attune::customer {
namespace {

constexpr std::size_t kCustomersPerPause = 256;

constexpr std::size_t kManyCustomers = 50'000;
constexpr std::size_t kSampleForSpread = 500;

CustomerValue value_of(const CustomerHistory& history, const ValueResult& result, const Activity& activity,
                       const OrderForecast& orders, AmountRanges& ranges) {
  CustomerValue value;
  value.customer = history.customer;
  value.activity = activity;
  value.orders = orders;
  const Spending spending = repeat_spending_of(history);
  const AmountRange amounts = ranges.of(spending);
  value.order_amount = expected_amount(result.spending, spending);
  value.value = value.orders.expected * value.order_amount;
  value.value_low = std::min(value.value, value.orders.low * amounts.low);
  value.value_high = std::max(value.value, value.orders.high * amounts.high);
  return value;
}

// Customers with the same activity next to each other: each forecast is made once.
std::vector<std::uint32_t> by_activity(std::span<const Activity> activities) {
  std::vector<std::uint32_t> order(activities.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&activities](std::uint32_t a, std::uint32_t b) {
    const Activity& first = activities[a];
    const Activity& second = activities[b];
    return std::tie(first.frequency, first.recency, first.age, a) <
           std::tie(second.frequency, second.recency, second.age, b);
  });
  return order;
}

bool is_same(const Activity& a, const Activity& b) {
  return a.frequency == b.frequency && a.recency == b.recency && a.age == b.age;
}

}  // namespace

Stepped<ValueResult> value_customers(std::span<const Order> orders, ValueOptions options) {
  ValueResult result;
  result.horizon_days = options.horizon_days;
  result.histories = build_histories(orders, {options.until, options.currency});
  result.until = options.until == INT32_MAX ? result.histories.last_day : options.until;
  const auto& histories = result.histories.customers;
  co_yield Progress{"Reading orders", histories.size(), histories.size()};

  std::vector<Activity> activities;
  activities.reserve(histories.size());
  for (const CustomerHistory& history : histories)
    activities.push_back(activity_of(history, result.until, options.days_per_unit));
  auto learning = fit_lifetime_model(activities, options.model);
  while (learning.advance()) co_yield learning.progress();
  result.lifetime = std::move(learning).result();
  {
    std::vector<Spending> spending;
    spending.reserve(histories.size());
    for (const CustomerHistory& history : histories) spending.push_back(repeat_spending_of(history));
    auto weighing = fit_gamma_gamma(spending);
    while (weighing.advance()) co_yield weighing.progress();
    result.spending = std::move(weighing).result();
  }
  if (result.spending.customers == 0) {  // nobody came back: all orders tell what one is worth
    double gross = 0;
    double count = 0;
    for (const CustomerHistory& history : histories) {
      gross += history.mean_order * history.orders;
      count += history.orders;
    }
    result.spending.population_mean = count > 0 ? gross / count : 0;
  }
  const double horizon = options.horizon_days / options.days_per_unit;
  const std::vector<std::uint32_t> order = by_activity(activities);
  const bool are_many = histories.size() > kManyCustomers;
  double spread = 0;
  if (are_many) {
    std::vector<Activity> sample;
    const std::size_t stride = order.size() / kSampleForSpread;
    for (std::size_t i = stride / 2; i < order.size(); i += stride) sample.push_back(activities[order[i]]);
    spread = common_spread(result.lifetime, sample, horizon);
  }
  result.customers.resize(histories.size());
  OrderForecast forecast;
  AmountRanges ranges{result.spending};
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Activity& activity = activities[order[i]];
    if (i == 0 || !is_same(activity, activities[order[i - 1]])) {
      forecast = are_many ? forecast_orders(result.lifetime, activity, horizon, spread)
                          : forecast_orders(result.lifetime, activity, horizon);
    }
    result.customers[order[i]] = value_of(histories[order[i]], result, activity, forecast, ranges);
    if (i % kCustomersPerPause == kCustomersPerPause - 1)
      co_yield Progress{"Valuing customers", i, histories.size()};
  }
  co_return result;
}

}  // namespace attune::customer
