#include "insight/order_metrics.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "insight/estimates.hpp"
#include "insight/trend.hpp"

namespace attune::insight {
namespace {

using snapshot::Estimate;
using snapshot::Metric;
using snapshot::MetricId;
using snapshot::MetricState;
using snapshot::MetricUnit;

constexpr Days kWindow = 90;
constexpr std::size_t kMostGroups = 40;

struct Customer {
  std::set<Days> days;
  double revenue = 0;
};

Metric made(MetricId id, MetricUnit unit, const MetricSources& sources, const Estimate& figure) {
  Metric metric;
  metric.id = id, metric.unit = unit, metric.state = MetricState::Known;
  metric.columns = sources.order_columns;
  metric.figure = figure;
  if (unit == MetricUnit::Money) metric.currency = sources.currency;
  return metric;
}

Metric missing(MetricId id, MetricUnit unit, const char* table, std::vector<std::string> needs) {
  Metric metric;
  metric.id = id, metric.unit = unit;
  metric.needs_table = table, metric.needs = std::move(needs);
  return metric;
}

Estimate exactly(double value, std::uint64_t n) { return {value, value, value, n}; }

void tell_sales(const MetricSources& sources, std::vector<Metric>& metrics) {
  struct Period {
    std::uint64_t orders = 0;
    double revenue = 0;
    RunningMean amounts;
  };
  Period all;
  std::map<std::int32_t, Period> periods;
  Days first = sources.orders.front().day;
  Days last = first;
  for (const auto& order : sources.orders)
    first = std::min(first, order.day), last = std::max(last, order.day);
  const snapshot::Granularity granularity = granularity_for(first, last);
  // Lines of one order are one amount.
  double amount = 0;
  const auto close = [&](const MetricSources::Order& order) {
    for (Period* period : {&all, &periods[period_of(order.day, granularity)]})
      ++period->orders, period->revenue += amount, period->amounts.add(amount);
  };
  std::uint64_t refunds = 0;
  for (std::size_t i = 0; i < sources.orders.size(); ++i) {
    const auto& order = sources.orders[i];
    if (order.is_refund) {
      const bool is_counted = order.continues && i > 0 && sources.orders[i - 1].is_refund;
      refunds += is_counted ? 0U : 1U;  // lines of one order are one refund
      continue;
    }
    amount = order.continues ? amount + order.amount : order.amount;
    const bool goes_on =
        i + 1 < sources.orders.size() && sources.orders[i + 1].continues && !sources.orders[i + 1].is_refund;
    if (!goes_on) close(order);
  }
  Metric revenue = made(MetricId::Revenue, MetricUnit::Money, sources, exactly(all.revenue, all.orders));
  Metric orders = made(MetricId::Orders, MetricUnit::Count, sources,
                       exactly(static_cast<double>(all.orders), all.orders));
  Metric value =
      made(MetricId::AverageOrderValue, MetricUnit::Money, sources, all.amounts.estimate(-1e15, 1e15));
  if (periods.size() <= kMostGroups) {
    for (const auto& [number, period] : periods) {
      const std::string day = iso_from_days(first_day_of(number, granularity));
      revenue.groups.push_back({"period", day, exactly(period.revenue, period.orders)});
      orders.groups.push_back({"period", day, exactly(static_cast<double>(period.orders), period.orders)});
      value.groups.push_back({"period", day, period.amounts.estimate(-1e15, 1e15)});
    }
  }
  metrics.push_back(std::move(revenue));
  metrics.push_back(std::move(orders));
  metrics.push_back(std::move(value));
  metrics.push_back(made(MetricId::RefundRate, MetricUnit::Share, sources,
                         share_estimate(std::min(refunds, all.orders), all.orders)));
}

void tell_customers(const MetricSources& sources, std::vector<Metric>& metrics) {
  std::map<std::uint32_t, Customer> customers;
  std::optional<Days> last, first;
  for (const auto& order : sources.orders) {
    last = std::max(last.value_or(order.day), order.day);
    first = std::min(first.value_or(order.day), order.day);
    if (order.customer == 0 || order.is_refund) continue;
    Customer& customer = customers[order.customer];
    customer.days.insert(order.day);
    customer.revenue += order.amount;
  }
  if (customers.empty()) {
    for (const MetricId id : {MetricId::RepeatPurchaseRate, MetricId::RetentionRate, MetricId::ChurnRate})
      metrics.push_back(missing(id, MetricUnit::Share, "orders", {"customer-id", "date"}));
    metrics.push_back(
        missing(MetricId::LifetimeValue, MetricUnit::Money, "orders", {"customer-id", "amount"}));
    return;
  }
  std::uint64_t repeat = 0;
  std::uint64_t before = 0;
  std::uint64_t stayed = 0;
  RunningMean revenue;
  for (const auto& [id, customer] : customers) {
    if (customer.days.size() > 1) ++repeat;
    revenue.add(customer.revenue);
    const auto bought = [&](Days from, Days to) {
      const auto at = customer.days.lower_bound(from);
      return at != customer.days.end() && *at <= to;
    };
    if (!bought(*last - 2 * kWindow + 1, *last - kWindow)) continue;
    ++before;
    if (bought(*last - kWindow + 1, *last)) ++stayed;
  }
  metrics.push_back(made(MetricId::RepeatPurchaseRate, MetricUnit::Share, sources,
                         share_estimate(repeat, customers.size())));
  if (*last - *first + 1 >= 2 * kWindow && before > 0) {
    metrics.push_back(
        made(MetricId::RetentionRate, MetricUnit::Share, sources, share_estimate(stayed, before)));
    metrics.push_back(
        made(MetricId::ChurnRate, MetricUnit::Share, sources, share_estimate(before - stayed, before)));
  } else {
    for (const MetricId id : {MetricId::RetentionRate, MetricId::ChurnRate})
      metrics.push_back(missing(id, MetricUnit::Share, "orders", {"180-days-of-orders"}));
  }
  metrics.push_back(made(MetricId::LifetimeValue, MetricUnit::Money, sources, revenue.estimate(-1e15, 1e15)));
}

}  // namespace

std::vector<Metric> order_metrics(const MetricSources& sources) {
  std::vector<Metric> metrics;
  if (sources.orders.empty()) {
    metrics.push_back(missing(MetricId::Revenue, MetricUnit::Money, "orders", {"amount", "date"}));
    metrics.push_back(missing(MetricId::Orders, MetricUnit::Count, "orders", {"order-id", "date"}));
    metrics.push_back(
        missing(MetricId::AverageOrderValue, MetricUnit::Money, "orders", {"amount", "order-id"}));
    metrics.push_back(missing(MetricId::RefundRate, MetricUnit::Share, "orders", {"refund"}));
  } else {
    tell_sales(sources, metrics);
  }
  tell_customers(sources, metrics);
  if (sources.people > 0) {
    Metric leads =
        made(MetricId::Leads, MetricUnit::Count, sources,
             exactly(static_cast<double>(sources.people - sources.buyers_among_people), sources.people));
    Metric conversion = made(MetricId::ConversionRate, MetricUnit::Share, sources,
                             share_estimate(sources.buyers_among_people, sources.people));
    leads.columns = conversion.columns = sources.people_columns;
    metrics.push_back(std::move(leads));
    metrics.push_back(std::move(conversion));
  } else {
    metrics.push_back(missing(MetricId::Leads, MetricUnit::Count, "customers", {"email"}));
    metrics.push_back(
        missing(MetricId::ConversionRate, MetricUnit::Share, "customers", {"email", "event-name"}));
  }
  metrics.push_back(missing(MetricId::MarketingReturn, MetricUnit::Ratio, "campaigns",
                            {"campaign-cost", "campaign-revenue"}));
  return metrics;
}

}  // namespace attune::insight
