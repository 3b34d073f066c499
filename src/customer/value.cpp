#include "customer/value.hpp"

#include <algorithm>
#include <utility>

namespace attune::customer {
namespace {

constexpr std::size_t kCustomersPerPause = 256;

CustomerValue value_of(const CustomerHistory& history, const ValueResult& result,
                       const ValueOptions& options) {
  CustomerValue value;
  value.customer = history.customer;
  value.activity = activity_of(history, result.until, options.days_per_unit);
  value.orders =
      forecast_orders(result.lifetime, value.activity, options.horizon_days / options.days_per_unit);
  const Spending spending = repeat_spending_of(history);
  const AmountRange amounts = amount_range(result.spending, spending);
  value.order_amount = expected_amount(result.spending, spending);
  value.value = value.orders.expected * value.order_amount;
  value.value_low = std::min(value.value, value.orders.low * amounts.low);
  value.value_high = std::max(value.value, value.orders.high * amounts.high);
  return value;
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
  std::vector<Spending> spending;
  activities.reserve(histories.size());
  spending.reserve(histories.size());
  for (const CustomerHistory& history : histories) {
    activities.push_back(activity_of(history, result.until, options.days_per_unit));
    spending.push_back(repeat_spending_of(history));
  }
  auto learning = fit_lifetime_model(activities, options.model);
  while (learning.advance()) co_yield learning.progress();
  result.lifetime = std::move(learning).result();
  auto weighing = fit_gamma_gamma(spending);
  while (weighing.advance()) co_yield weighing.progress();
  result.spending = std::move(weighing).result();
  if (result.spending.customers == 0) {  // nobody came back: all orders tell what one is worth
    double gross = 0;
    double count = 0;
    for (const CustomerHistory& history : histories) {
      gross += history.mean_order * history.orders;
      count += history.orders;
    }
    result.spending.population_mean = count > 0 ? gross / count : 0;
  }
  result.customers.reserve(histories.size());
  for (const CustomerHistory& history : histories) {
    result.customers.push_back(value_of(history, result, options));
    if (result.customers.size() % kCustomersPerPause == 0) {
      co_yield Progress{"Valuing customers", result.customers.size(), histories.size()};
    }
  }
  co_return result;
}

}  // namespace attune::customer
