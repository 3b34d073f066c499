#include "customer/history.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "stats/intervals.hpp"

namespace attune::customer {
namespace {

constexpr double kSmallestCoin = 0.01;

// A whole order: its lines added up.
struct OrderTotal {
  std::uint32_t customer;
  std::int32_t day;
  std::uint32_t order;
  double amount;
};

std::vector<OrderTotal> totals_of(std::span<const Order> orders, const HistoryOptions& options,
                                  Histories& histories) {
  std::vector<OrderTotal> lines;
  lines.reserve(orders.size());
  for (const Order& order : orders) {
    if (order.day > options.until) continue;
    if (!std::isfinite(order.amount)) {
      ++histories.unusable_amounts;
    } else if (order.currency != options.currency) {
      ++histories.other_currency_orders;
    } else {
      lines.push_back({order.customer, order.day, order.order, order.amount});
    }
  }
  // The amount is part of the key: sums of doubles must not depend on the order of rows.
  std::sort(lines.begin(), lines.end(), [](const OrderTotal& a, const OrderTotal& b) {
    return std::tie(a.customer, a.day, a.order, a.amount) < std::tie(b.customer, b.day, b.order, b.amount);
  });
  std::size_t kept = 0;
  for (const OrderTotal& line : lines) {
    OrderTotal* last = kept > 0 ? &lines[kept - 1] : nullptr;
    if (last != nullptr &&
        std::tie(last->customer, last->day, last->order) == std::tie(line.customer, line.day, line.order)) {
      last->amount += line.amount;
    } else {
      lines[kept++] = line;
    }
  }
  lines.resize(kept);
  return lines;
}

// Of sorted totals: how many customers there are, so that their records need no second place while they grow.
std::size_t count_customers(std::span<const OrderTotal> totals) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < totals.size(); ++i)
    count += i == 0 || totals[i].customer != totals[i - 1].customer ? 1 : 0;
  return count;
}

void describe_gaps(std::vector<double>& gaps, CustomerHistory& history) {
  if (gaps.empty()) return;
  std::sort(gaps.begin(), gaps.end());
  history.usual_gap_days = stats::sorted_quantile(gaps, 0.5);
  history.gap_spread_days = stats::sorted_quantile(gaps, 0.75) - stats::sorted_quantile(gaps, 0.25);
  history.longest_gap_days = static_cast<std::int32_t>(gaps.back());
}

// Kept between calls to save allocations.
struct Workplace {
  std::vector<double> gaps;
  std::vector<bool> is_given_back;
};

// For each order whether a refund gives it back in whole: of several that it may mean, the newest.
void find_given_back(std::span<const OrderTotal> orders, std::vector<bool>& is_given_back) {
  is_given_back.assign(orders.size(), false);
  for (const OrderTotal& refund : orders) {
    if (!(refund.amount < 0)) continue;
    for (std::size_t i = orders.size(); i-- > 0;) {
      if (orders[i].day > refund.day || is_given_back[i]) continue;
      if (std::abs(orders[i].amount + refund.amount) > kSmallestCoin / 2) continue;
      is_given_back[i] = true;
      break;
    }
  }
}

// `orders` are all of one customer, by day.
CustomerHistory history_of(std::span<const OrderTotal> orders, Workplace& workplace) {
  CustomerHistory history;
  history.customer = orders.front().customer;
  std::vector<double>& gaps = workplace.gaps;
  gaps.clear();
  find_given_back(orders, workplace.is_given_back);
  double gross = 0;
  double repeat_gross = 0;
  std::uint32_t paid_orders = 0;
  std::int32_t last_paid_day = INT32_MIN;
  for (std::size_t i = 0; i < orders.size(); ++i) {
    const OrderTotal& order = orders[i];
    history.revenue += order.amount;
    if (order.amount < 0) {
      ++history.refunds;
      history.refunded -= order.amount;
      continue;
    }
    ++history.orders;
    if (history.visits == 0) history.first_day = order.day;
    if (history.visits == 0 || order.day != history.last_day) {
      if (history.visits > 0) gaps.push_back(static_cast<double>(order.day) - history.last_day);
      ++history.visits;
    }
    history.last_day = order.day;
    if (workplace.is_given_back[i]) continue;
    gross += order.amount;
    ++paid_orders;
    if (history.visits == 1) continue;
    repeat_gross += order.amount;
    if (order.day != last_paid_day) ++history.paid_repeat_visits;
    last_paid_day = order.day;
  }
  if (paid_orders > 0) history.mean_order = gross / paid_orders;
  if (history.paid_repeat_visits > 0) history.mean_repeat_visit = repeat_gross / history.paid_repeat_visits;
  describe_gaps(gaps, history);
  return history;
}

}  // namespace

Histories build_histories(std::span<const Order> orders, const HistoryOptions& options) {
  Histories histories;
  const std::vector<OrderTotal> totals = totals_of(orders, options, histories);
  if (totals.empty()) return histories;
  const auto [earliest, latest] = std::minmax_element(
      totals.begin(), totals.end(), [](const OrderTotal& a, const OrderTotal& b) { return a.day < b.day; });
  histories.first_day = earliest->day;
  histories.last_day = latest->day;
  histories.customers.reserve(count_customers(totals));
  Workplace workplace;
  for (std::size_t first = 0; first < totals.size();) {
    std::size_t last = first;
    while (last < totals.size() && totals[last].customer == totals[first].customer) ++last;
    const auto own = std::span{totals}.subspan(first, last - first);
    first = last;
    if (own.front().customer == kGuest) {
      histories.guest_orders += own.size();
      for (const OrderTotal& order : own) histories.guest_revenue += order.amount;
      continue;
    }
    CustomerHistory history = history_of(own, workplace);
    if (history.visits == 0) {
      ++histories.refunds_only;
    } else {
      histories.customers.push_back(history);
    }
  }
  return histories;
}

Activity activity_of(const CustomerHistory& history, std::int32_t until, double days_per_unit) {
  const auto days = [](std::int32_t later, std::int32_t earlier) {
    return std::max(0.0, static_cast<double>(later) - static_cast<double>(earlier));
  };
  return {static_cast<double>(history.visits) - 1, days(history.last_day, history.first_day) / days_per_unit,
          days(until, history.first_day) / days_per_unit};
}

Spending repeat_spending_of(const CustomerHistory& history) {
  return {static_cast<double>(history.paid_repeat_visits), history.mean_repeat_visit};
}

}  // namespace attune::customer
