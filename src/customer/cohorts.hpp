// Retention: of the customers who first ordered in a month, how many came back in each month after it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "customer/order.hpp"
#include "stats/intervals.hpp"

namespace attune::customer {

struct RetentionCell {
  std::uint64_t active = 0;  // customers with an order in this month
  double share = 0;          // of the cohort
  stats::Interval interval;  // 95 %, Wilson
  double revenue = 0;        // net
};

struct Cohort {
  std::int32_t month = 0;  // of the first order: 12 * year + month - 1
  std::uint64_t customers = 0;
  std::vector<RetentionCell> months;  // 0: the first month itself, ... to the last month of the data
};

// By rising month; months without new customers are left out. The last month may be incomplete: `last_day` is
// the last day of the orders looked at.
struct Retention {
  std::vector<Cohort> cohorts;
  std::int32_t last_day = 0;
};

// Orders of guests, refunds and other currencies do not count. Does not depend on the order of rows.
[[nodiscard]] Retention build_retention(std::span<const Order> orders, std::uint16_t currency = 0);

// 12 * year + month - 1 of a day since 1970-01-01.
[[nodiscard]] std::int32_t month_of(std::int32_t day) noexcept;

}  // namespace attune::customer
