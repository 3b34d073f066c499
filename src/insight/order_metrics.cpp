#include "insight/order_metrics.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "insight/estimates.hpp"
#include "insight/metric_groups.hpp"
#include "insight/trend.hpp"
#include "stats/intervals.hpp"

namespace attune::insight {
namespace {

using snapshot::Estimate;
using snapshot::Granularity;
using snapshot::Metric;
using snapshot::MetricId;
using snapshot::MetricUnit;

constexpr Days kWindow = 90;
constexpr double kMostMoney = 1e15;

Metric made(MetricId id, MetricUnit unit, const MetricSources& sources) {
  Metric metric = known_metric(id, unit, sources.order_columns);
  if (unit == MetricUnit::Money) metric.currency = sources.currency;
  return metric;
}

Estimate exactly(double value, std::uint64_t n) { return {value, value, value, n}; }

struct Span {
  Days first = 0, last = 0;
};
Span span_of(const std::vector<MetricSources::Order>& orders) {
  Span span{orders.front().day, orders.front().day};
  for (const auto& order : orders) span = {std::min(span.first, order.day), std::max(span.last, order.day)};
  return span;
}

GroupKeys keys_of(const MetricSources::Order& order) {
  return {.day = order.day, .source = order.source, .place = order.place, .segment = order.segment};
}

GroupNames names_of(const MetricSources& sources) { return {&sources.sources, nullptr, &sources.places}; }

void miss_money(std::vector<Metric>& metrics) {
  metrics.push_back(missing_metric(MetricId::Revenue, MetricUnit::Money, "orders", {"amount", "date"}));
  metrics.push_back(
      missing_metric(MetricId::AverageOrderValue, MetricUnit::Money, "orders", {"amount", "order-id"}));
  metrics.push_back(missing_metric(MetricId::RefundRate, MetricUnit::Share, "orders", {"refund"}));
}

void tell_items(const MetricSources& sources, std::vector<Metric>& metrics) {
  if (sources.lines_of_order.empty()) {
    metrics.push_back(
        missing_metric(MetricId::ItemsPerOrder, MetricUnit::Ratio, "orders", {"order-id", "product"}));
    return;
  }
  RunningMean lines;
  for (const std::uint32_t count : sources.lines_of_order) lines.add(count);
  Metric items = made(MetricId::ItemsPerOrder, MetricUnit::Ratio, sources);
  items.figure = lines.estimate(0, kMostMoney);
  metrics.push_back(std::move(items));
}

void tell_sales(const MetricSources& sources, std::vector<Metric>& metrics) {
  struct Sales {
    std::uint64_t orders = 0, refunds = 0;
    double revenue = 0;
    RunningMean amounts;
  };
  const Span span = span_of(sources.orders);
  Grouped<Sales> sales{granularity_for(span.first, span.last)};
  double amount = 0;  // of an order, whose lines are one
  for (std::size_t i = 0; i < sources.orders.size(); ++i) {
    const auto& order = sources.orders[i];
    if (order.is_refund) {
      const bool is_counted = order.continues && i > 0 && sources.orders[i - 1].is_refund;
      if (!is_counted) sales.add(keys_of(order), [](Sales& group) { ++group.refunds; });
      continue;
    }
    amount = order.continues ? amount + order.amount : order.amount;
    const bool goes_on =
        i + 1 < sources.orders.size() && sources.orders[i + 1].continues && !sources.orders[i + 1].is_refund;
    if (goes_on) continue;
    sales.add(keys_of(order),
              [amount](Sales& group) { ++group.orders, group.revenue += amount, group.amounts.add(amount); });
  }
  const auto tell = [&](MetricId id, MetricUnit unit, auto&& figure) {
    Metric metric = made(id, unit, sources);
    sales.tell(metric, names_of(sources), figure);
    metrics.push_back(std::move(metric));
  };
  tell(MetricId::Orders, MetricUnit::Count,
       [](const Sales& group) { return exactly(static_cast<double>(group.orders), group.orders); });
  if (!sources.orders_have_amounts) return miss_money(metrics);
  tell(MetricId::Revenue, MetricUnit::Money,
       [](const Sales& group) { return exactly(group.revenue, group.orders); });
  tell(MetricId::AverageOrderValue, MetricUnit::Money,
       [](const Sales& group) { return group.amounts.estimate(-kMostMoney, kMostMoney); });
  tell(MetricId::RefundRate, MetricUnit::Share, [](const Sales& group) {
    return share_estimate(std::min(group.refunds, group.orders), group.orders);
  });
}

struct Customer {
  std::set<Days> days;
  double revenue = 0;
  GroupKeys latest;  // of the newest order; `day` is its day
};

std::map<std::uint32_t, Customer> customers_of(const MetricSources& sources) {
  std::map<std::uint32_t, Customer> customers;
  for (const auto& order : sources.orders) {
    if (order.customer == 0 || order.is_refund) continue;
    Customer& customer = customers[order.customer];
    customer.days.insert(order.day);
    customer.revenue += order.amount;
    if (!customer.latest.day || order.day >= *customer.latest.day) customer.latest = keys_of(order);
  }
  return customers;
}

struct Return {
  std::uint64_t before = 0, stayed = 0;
};

// Of those who bought within [from, between), who bought again within [between, to).
void add_returns(const Customer& customer, Days from, Days between, Days to, const auto& add) {
  const auto bought = [&](Days begin, Days end) {
    const auto at = customer.days.lower_bound(begin);
    return at != customer.days.end() && *at < end;
  };
  if (!bought(from, between)) return;
  const bool stayed = bought(between, to);
  add([stayed](Return& group) { ++group.before, group.stayed += stayed ? 1 : 0; });
}

// The newest 90 days and those before for the figure and for places; quarter by quarter over time.
Grouped<Return> returns_of(const std::map<std::uint32_t, Customer>& customers, const Span& span) {
  Grouped<Return> returns{Granularity::Quarter};
  const Days end = span.last + 1;
  for (const auto& [id, customer] : customers) {
    add_returns(customer, end - 2 * kWindow, end - kWindow, end, [&](auto&& count) {
      returns.add({.source = customer.latest.source, .place = customer.latest.place}, count);
    });
  }
  // Whole quarters that a whole quarter comes before.
  const std::int32_t last = period_of(end, Granularity::Quarter);
  std::int32_t quarter = period_of(span.first, Granularity::Quarter);
  if (first_day_of(quarter, Granularity::Quarter) < span.first) ++quarter;
  for (++quarter; quarter < last; ++quarter) {
    const auto first_day = [&](std::int32_t period) { return first_day_of(period, Granularity::Quarter); };
    for (const auto& [id, customer] : customers) {
      add_returns(customer, first_day(quarter - 1), first_day(quarter), first_day(quarter + 1),
                  [&](auto&& count) { returns.add_to_period(quarter, count); });
    }
  }
  return returns;
}

void tell_customers(const MetricSources& sources, std::vector<Metric>& metrics) {
  const std::map<std::uint32_t, Customer> customers = customers_of(sources);
  if (customers.empty()) {
    for (const MetricId id : {MetricId::RepeatPurchaseRate, MetricId::RetentionRate, MetricId::ChurnRate})
      metrics.push_back(missing_metric(id, MetricUnit::Share, "orders", {"customer-id", "date"}));
    metrics.push_back(
        missing_metric(MetricId::LifetimeValue, MetricUnit::Money, "orders", {"customer-id", "amount"}));
    return;
  }
  struct Buyers {
    std::uint64_t n = 0, repeat = 0;
    RunningMean revenue;
  };
  // Not by period: who came first had most time to come again. Repeat buying makes the segments.
  Grouped<Buyers> repeats, worth;
  for (const auto& [id, customer] : customers) {
    GroupKeys keys{.source = customer.latest.source, .place = customer.latest.place};
    const auto count = [&](Buyers& group) {
      ++group.n, group.repeat += customer.days.size() > 1 ? 1 : 0, group.revenue.add(customer.revenue);
    };
    repeats.add(keys, count);
    keys.segment = customer.latest.segment;
    worth.add(keys, count);
  }
  Metric repeat = made(MetricId::RepeatPurchaseRate, MetricUnit::Share, sources);
  repeats.tell(repeat, names_of(sources),
               [](const Buyers& group) { return share_estimate(group.repeat, group.n); });
  metrics.push_back(std::move(repeat));

  const Span span = span_of(sources.orders);
  const Grouped<Return> returns = returns_of(customers, span);
  if (span.last - span.first + 1 >= 2 * kWindow && returns.all.before > 0) {
    Metric retention = made(MetricId::RetentionRate, MetricUnit::Share, sources);
    returns.tell(retention, names_of(sources),
                 [](const Return& group) { return share_estimate(group.stayed, group.before); });
    metrics.push_back(std::move(retention));
    Metric churn = made(MetricId::ChurnRate, MetricUnit::Share, sources);
    returns.tell(churn, names_of(sources), [](const Return& group) {
      return share_estimate(group.before - group.stayed, group.before);
    });
    metrics.push_back(std::move(churn));
  } else {
    for (const MetricId id : {MetricId::RetentionRate, MetricId::ChurnRate})
      metrics.push_back(missing_metric(id, MetricUnit::Share, "orders", {"180-days-of-orders"}));
  }
  if (!sources.orders_have_amounts) {
    metrics.push_back(
        missing_metric(MetricId::LifetimeValue, MetricUnit::Money, "orders", {"customer-id", "amount"}));
    return;
  }
  Metric value = made(MetricId::LifetimeValue, MetricUnit::Money, sources);
  worth.tell(value, names_of(sources),
             [](const Buyers& group) { return group.revenue.estimate(-kMostMoney, kMostMoney); });
  metrics.push_back(std::move(value));
}

// Only where there are any: most shops have none, and nothing is missing then.
void tell_subscriptions(const MetricSources& sources, std::vector<Metric>& metrics) {
  if (!sources.subscriptions) return;
  const MetricSources::Subscriptions& from = *sources.subscriptions;
  const std::uint64_t all = from.active + from.ended;
  const auto add = [&](MetricId id, MetricUnit unit, const Estimate& figure) {
    Metric metric = made(id, unit, sources);
    metric.columns = from.columns;
    metric.figure = figure;
    metrics.push_back(std::move(metric));
  };
  add(MetricId::ActiveSubscriptions, MetricUnit::Count, exactly(static_cast<double>(from.active), all));
  if (from.monthly_revenue)
    add(MetricId::MonthlyRecurringRevenue, MetricUnit::Money, exactly(*from.monthly_revenue, from.active));
  if (!(from.months >= 1)) return;
  const stats::Interval ended = stats::count_interval(from.ended);
  add(MetricId::SubscriptionChurn, MetricUnit::Share,
      {std::min(1.0, static_cast<double>(from.ended) / from.months), std::min(1.0, ended.low / from.months),
       std::min(1.0, ended.high / from.months), all});
}

}  // namespace

std::vector<Metric> order_metrics(const MetricSources& sources) {
  std::vector<Metric> metrics;
  if (!sources.orders.empty()) {
    tell_sales(sources, metrics);
  } else {
    const std::uint64_t baskets = sources.lines_of_order.size();
    Metric orders = missing_metric(MetricId::Orders, MetricUnit::Count, "orders", {"order-id", "date"});
    if (baskets > 0) {
      orders = made(MetricId::Orders, MetricUnit::Count, sources);
      orders.figure = exactly(static_cast<double>(baskets), baskets);
    }
    metrics.push_back(std::move(orders));
    miss_money(metrics);
  }
  tell_items(sources, metrics);
  tell_customers(sources, metrics);
  tell_subscriptions(sources, metrics);
  if (sources.people > 0) {
    Metric leads = known_metric(MetricId::Leads, MetricUnit::Count, sources.people_columns);
    leads.figure = exactly(static_cast<double>(sources.people - sources.buyers_among_people), sources.people);
    Metric conversion = known_metric(MetricId::ConversionRate, MetricUnit::Share, sources.people_columns);
    conversion.figure = share_estimate(sources.buyers_among_people, sources.people);
    metrics.push_back(std::move(leads));
    metrics.push_back(std::move(conversion));
  } else {
    metrics.push_back(missing_metric(MetricId::Leads, MetricUnit::Count, "customers", {"email"}));
    metrics.push_back(
        missing_metric(MetricId::ConversionRate, MetricUnit::Share, "customers", {"email", "event-name"}));
  }
  return metrics;
}

}  // namespace attune::insight
