// Each customer's record from the orders: how often, how recently, how much, how regularly.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "customer/gamma_gamma.hpp"
#include "customer/lifetime_model.hpp"
#include "customer/order.hpp"

namespace attune::customer {

// Orders with a negative total are refunds: they lower revenue and are no visit. Several orders on a day are
// one visit, as in the literature on repeat buying. An order that was given back in whole (a refund of the
// same amount, on its day or later) is a visit, but tells nothing about what the customer spends.
struct CustomerHistory {
  std::uint32_t customer = 0;
  std::int32_t first_day = 0, last_day = 0;  // of visits
  std::uint32_t orders = 0;
  std::uint32_t visits = 0;  // days with an order; at least 1 in a Histories
  std::uint32_t refunds = 0;
  double revenue = 0;                    // net of refunds; may be negative
  double refunded = 0;                   // positive
  double mean_order = 0;                 // gross, over orders that were not given back in whole
  std::uint32_t paid_repeat_visits = 0;  // visits after the first with such an order
  double mean_repeat_visit = 0;          // gross amount of one of them; 0 when there is none
  double usual_gap_days = 0;             // median of the days between visits; 0 when visits == 1
  double gap_spread_days = 0;            // their interquartile range
  std::int32_t longest_gap_days = 0;
};

struct HistoryOptions {
  std::int32_t until = INT32_MAX;  // orders after this day are not looked at
  std::uint16_t currency = 0;      // only this one is added up; orders in others are counted apart
};

struct Histories {
  std::vector<CustomerHistory> customers;    // by rising customer index; those with at least one visit
  std::int32_t first_day = 0, last_day = 0;  // of all orders looked at
  std::uint64_t guest_orders = 0;            // nobody can be named for them
  double guest_revenue = 0;
  std::uint64_t other_currency_orders = 0;
  std::uint64_t refunds_only = 0;      // customers without a single positive order
  std::uint64_t unusable_amounts = 0;  // lines whose amount is not a number
};

// Does not depend on the order of `orders`. O(n log n).
[[nodiscard]] Histories build_histories(std::span<const Order> orders, const HistoryOptions& options = {});

// What the lifetime models and the Gamma-Gamma model need; `until` ends the observation.
[[nodiscard]] Activity activity_of(const CustomerHistory& history, std::int32_t until, double days_per_unit);
[[nodiscard]] Spending repeat_spending_of(const CustomerHistory& history);

}  // namespace attune::customer
