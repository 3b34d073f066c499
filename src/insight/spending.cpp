#include "insight/spending.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "insight/metric_groups.hpp"
#include "insight/trend.hpp"

namespace attune::insight {
namespace {

using snapshot::Estimate;
using snapshot::Granularity;
using snapshot::Metric;
using snapshot::MetricId;
using snapshot::MetricUnit;

struct Balance {
  double cost = 0, revenue = 0;
  std::uint64_t n = 0;
};

Estimate return_of(const Balance& balance) {
  if (!(balance.cost > 0)) return {};
  const double gain = (balance.revenue - balance.cost) / balance.cost;
  return {gain, gain, gain, balance.n};
}

Granularity granularity_of(std::span<const Spending::OfCampaign> costs) {
  std::optional<Days> first, last;
  for (const Spending::OfCampaign& cost : costs) {
    if (!cost.day) continue;
    first = first ? std::min(*first, *cost.day) : cost.day;
    last = last ? std::max(*last, *cost.day) : cost.day;
  }
  return first ? granularity_for(*first, *last) : Granularity::Month;
}

// Weeks where the costs are told week by week or more often, else months.
Granularity granularity_of(std::vector<Days> days) {
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  std::vector<Days> gaps;
  for (std::size_t i = 1; i < days.size(); ++i) gaps.push_back(days[i] - days[i - 1]);
  if (gaps.empty()) return Granularity::Month;
  std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2), gaps.end());
  return gaps[gaps.size() / 2] <= 10 ? Granularity::Week : Granularity::Month;
}

// The campaigns that cost most, the costliest first.
void compare_campaigns(const Spending& spending, const std::map<std::uint32_t, Balance>& by_campaign,
                       Metric& metric) {
  std::vector<std::pair<std::uint32_t, Balance>> costly;
  for (const auto& one : by_campaign) {
    if (one.second.cost > 0) costly.push_back(one);
  }
  std::stable_sort(costly.begin(), costly.end(),
                   [](const auto& a, const auto& b) { return a.second.cost > b.second.cost; });
  if (costly.size() > kMostNamedGroups) costly.resize(kMostNamedGroups);
  for (const auto& [campaign, balance] : costly)
    metric.groups.push_back({"campaign", spending.campaign_names[campaign], return_of(balance)});
}

Metric cost_of_tickets(const Spending& spending) {
  Metric metric = known_metric(MetricId::CostToServe, MetricUnit::Money, spending.service_columns);
  std::vector<Days> days;
  for (const Spending::Cost& cost : spending.ticket_costs) {
    if (cost.day) days.push_back(*cost.day);
  }
  Granularity granularity = Granularity::Month;
  if (const auto [first, last] = std::minmax_element(days.begin(), days.end()); first != days.end())
    granularity = granularity_for(*first, *last);
  Grouped<RunningMean> means{granularity};
  for (const Spending::Cost& cost : spending.ticket_costs)
    means.add({.day = cost.day}, [&](RunningMean& mean) { mean.add(cost.amount); });
  means.tell(metric, {}, [](const RunningMean& mean) { return mean.estimate(0, 1e12); });
  return metric;
}

Estimate cost_each(const Balance& balance) {
  if (balance.n == 0) return {};
  const double each = balance.cost / static_cast<double>(balance.n);
  return {each, each, each, balance.n};
}

Metric cost_of_times(const Spending& spending, Granularity granularity,
                     const std::map<std::int32_t, Balance>& periods) {
  Metric metric = known_metric(MetricId::CostToServe, MetricUnit::Money, spending.service_columns);
  Grouped<Balance> balances{granularity};
  Balance all;
  for (const auto& [period, balance] : periods) {
    if (balance.n == 0 || !(balance.cost > 0)) continue;
    all.cost += balance.cost, all.n += balance.n;
    balances.add_to_period(period, [&](Balance& sum) { sum = balance; });
  }
  balances.all = all;
  balances.tell(metric, {}, cost_each);
  return metric;
}

}  // namespace

Metric marketing_return(const Spending& spending) {
  const bool knows_revenue = spending.tells_revenue || !spending.campaign_orders.empty();
  double cost = 0;
  for (const Spending::OfCampaign& one : spending.campaign_costs) cost += one.cost;
  if (!knows_revenue || !(cost > 0))
    return missing_metric(MetricId::MarketingReturn, MetricUnit::Share, "campaigns",
                          {"campaign", "cost", "amount"});

  Metric metric = known_metric(MetricId::MarketingReturn, MetricUnit::Share, spending.campaign_columns);
  Grouped<Balance> balances{granularity_of(spending.campaign_costs)};
  std::map<std::uint32_t, Balance> by_campaign;
  const auto add = [&](const Spending::OfCampaign& one, std::uint64_t cases) {
    const auto add_to = [&](Balance& balance) {
      balance.cost += one.cost, balance.revenue += one.revenue, balance.n += cases;
    };
    balances.add({.day = one.day}, add_to);
    add_to(by_campaign[one.campaign]);
  };
  for (const Spending::OfCampaign& one : spending.campaign_costs) add(one, 1);
  if (!spending.tells_revenue) {  // then by the orders that name a campaign of the list
    for (const Spending::OfCampaign& order : spending.campaign_orders) {
      if (by_campaign.contains(order.campaign)) add(order, 0);
    }
  }
  balances.tell(metric, {}, return_of);
  std::erase_if(metric.groups, [](const auto& group) { return group.figure.n == 0; });  // cost nothing
  compare_campaigns(spending, by_campaign, metric);
  return metric;
}

Metric cost_to_serve(const Spending& spending) {
  if (!spending.ticket_costs.empty()) {
    Metric metric = cost_of_tickets(spending);
    metric.currency = spending.service_currency;
    return metric;
  }
  std::vector<Days> days;
  for (const Spending::Cost& cost : spending.service_costs) {
    if (cost.day) days.push_back(*cost.day);
  }
  const Granularity granularity = granularity_of(days);
  std::map<std::int32_t, Balance> periods;
  for (const Spending::Cost& cost : spending.service_costs) {
    if (cost.day) periods[period_of(*cost.day, granularity)].cost += cost.amount;
  }
  bool has_both = false;
  for (const Days opened : spending.tickets) {
    const auto found = periods.find(period_of(opened, granularity));
    if (found == periods.end()) continue;
    ++found->second.n;
    has_both = has_both || found->second.cost > 0;
  }
  if (!has_both) return missing_metric(MetricId::CostToServe, MetricUnit::Money, "tickets", {"cost"});
  Metric metric = cost_of_times(spending, granularity, periods);
  metric.currency = spending.service_currency;
  return metric;
}

}  // namespace attune::insight
