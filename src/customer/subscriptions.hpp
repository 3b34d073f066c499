// Subscriptions seen in payments: the same customer, a like amount, at a regular interval. Who subscribed,
// whether it goes on, and how long such subscriptions last.
//
// A customer subscribes when at least three payments within 10 % of one amount, which are at least half of
// what he paid for in that time, follow each other at one interval; of the gaps between them at most a fifth
// may differ. A subscription is active while its last payment is at most one and a half intervals old, else
// it has ended with the interval that was paid last. Payments of newer customers count as well where an
// amount is the price of a plan: at least four fifths of the payments of just that amount are subscribers'.
//
// Regular by chance: the same is done with each customer's days drawn by a seeded lot from all days of the
// data. Only more than four times as many subscribers as that, and ten at least, are told.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/stepped.hpp"
#include "customer/order.hpp"
#include "stats/intervals.hpp"
#include "stats/survival.hpp"

namespace attune::customer {

enum class PaymentInterval : std::uint8_t { Week, TwoWeeks, Month, Quarter, HalfYear, Year };
constexpr std::size_t kPaymentIntervals = 6;
[[nodiscard]] const char* name_of(PaymentInterval interval) noexcept;  // "weekly", "monthly", "yearly", ...
[[nodiscard]] double days_of(PaymentInterval interval) noexcept;       // a month has 365.25 / 12

struct Subscription {
  std::uint32_t customer = 0;
  PaymentInterval interval = PaymentInterval::Month;
  double amount = 0;   // of a payment, the median
  double monthly = 0;  // the same a month
  std::uint32_t payments = 0;
  std::uint32_t pauses = 0;  // gaps of more than one and a half intervals
  std::int32_t first_day = 0, last_day = 0;
  bool is_active = false;
  std::int32_t paid_until = 0;  // an interval after the last payment
};

struct Subscriptions {
  bool is_made = false;
  std::string remark;             // why not, a sentence for people; empty where nothing is regular
  std::vector<Subscription> all;  // by customer
  std::uint64_t active = 0, ended = 0, paused = 0;  // paused: went on after a pause
  std::array<std::uint64_t, kPaymentIntervals> active_by_interval{}, by_interval{};
  double by_chance = 0;                    // subscribers to be expected by chance
  double monthly_revenue = 0;              // of active ones
  double months = 0;                       // that all of them were running
  double lost_a_month = 0;                 // ended / months
  stats::Interval lost_range;              // Garwood's, of the number that ended, over the same months
  std::vector<stats::Lifetime> lifetimes;  // days from the first payment seen to the end, one each of `all`
};

// Of one currency, up to the day `until`. Refunds, payments of nothing and guests' are left out. `orders`
// must outlive the computation; their order does not matter.
[[nodiscard]] Stepped<Subscriptions> find_subscriptions(std::span<const Order> orders, std::int32_t until,
                                                        std::uint16_t currency);

}  // namespace attune::customer
