// What each customer will probably still bring: orders and money within a horizon, with their uncertainty.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/stepped.hpp"
#include "customer/gamma_gamma.hpp"
#include "customer/history.hpp"
#include "customer/lifetime_fit.hpp"
#include "customer/order.hpp"

namespace attune::customer {

struct ValueOptions {
  std::int32_t until = INT32_MAX;  // the last day that is learned from; default: the last day of the orders
  double horizon_days = 365;
  double days_per_unit = 7;  // alpha, t_x and T are in weeks
  LifetimeModel model = LifetimeModel::BgNbd;
  std::uint16_t currency = 0;
};

struct CustomerValue {
  std::uint32_t customer = 0;
  Activity activity;
  OrderForecast orders;     // within the horizon
  double order_amount = 0;  // expected amount of one
  // Money within the horizon. low and high: 95 %, the forecast's number of orders at the amounts that fit the
  // customer's own orders.
  double value = 0, value_low = 0, value_high = 0;
};

struct ValueResult {
  LifetimeFit lifetime;
  GammaGammaFit spending;
  Histories histories;
  std::vector<CustomerValue> customers;  // in the order of histories.customers
  std::int32_t until = 0;
  double horizon_days = 0;
};

// `orders` must outlive the computation. No orders, no customers; it never fails. Does not depend on the
// order of rows.
[[nodiscard]] Stepped<ValueResult> value_customers(std::span<const Order> orders, ValueOptions options = {});

}  // namespace attune::customer
