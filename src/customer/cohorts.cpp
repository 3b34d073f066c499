#include "customer/cohorts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace attune::customer {

std::int32_t month_of(std::int32_t day) noexcept {
  // Hinnant 2013, "chrono-compatible low-level date algorithms": years from March, in eras of 400.
  const std::int64_t shifted = static_cast<std::int64_t>(day) + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int64_t day_of_era = shifted - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t march_month = (5 * day_of_year + 2) / 153;
  return static_cast<std::int32_t>(12 * (year_of_era + era * 400) + march_month + 2);
}

Retention build_retention(std::span<const Order> orders, std::uint16_t currency) {
  struct Purchase {
    std::uint32_t customer;
    std::int32_t day;
    double amount;
  };
  std::vector<Purchase> purchases;
  for (const Order& order : orders) {
    if (order.customer == kGuest || order.currency != currency || !(order.amount >= 0) ||
        !std::isfinite(order.amount))
      continue;
    purchases.push_back({order.customer, order.day, order.amount});
  }
  std::sort(purchases.begin(), purchases.end(), [](const Purchase& a, const Purchase& b) {
    return std::tie(a.customer, a.day, a.amount) < std::tie(b.customer, b.day, b.amount);
  });
  Retention retention;
  if (purchases.empty()) return retention;
  for (const Purchase& purchase : purchases) retention.last_day = std::max(retention.last_day, purchase.day);
  const std::int32_t last_month = month_of(retention.last_day);
  std::map<std::int32_t, Cohort> cohorts;
  Cohort* cohort = nullptr;
  std::int32_t active_month = 0;
  for (std::size_t i = 0; i < purchases.size(); ++i) {
    const std::int32_t month = month_of(purchases[i].day);
    const bool is_first = i == 0 || purchases[i].customer != purchases[i - 1].customer;
    if (is_first) {
      cohort = &cohorts[month];
      cohort->month = month;
      cohort->months.resize(static_cast<std::size_t>(last_month - month) + 1);
      ++cohort->customers;
    }
    RetentionCell& cell = cohort->months[static_cast<std::size_t>(month - cohort->month)];
    if (is_first || month != active_month) ++cell.active;
    active_month = month;
    cell.revenue += purchases[i].amount;
  }
  for (auto& [month, made] : cohorts) {
    for (RetentionCell& cell : made.months) {
      cell.share = static_cast<double>(cell.active) / static_cast<double>(made.customers);
      cell.interval = stats::share_interval(cell.active, made.customers);
    }
    retention.cohorts.push_back(std::move(made));
  }
  return retention;
}

}  // namespace attune::customer
