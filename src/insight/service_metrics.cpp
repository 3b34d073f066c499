#include "insight/service_metrics.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "insight/estimates.hpp"
#include "insight/metric_groups.hpp"
#include "insight/trend.hpp"

namespace attune::insight {
namespace {

using snapshot::Estimate;
using snapshot::Granularity;
using snapshot::Metric;
using snapshot::MetricId;
using snapshot::MetricUnit;

// The median with the interval of its order statistics (from the binomial distribution's normal limit).
Estimate median_estimate(std::vector<double> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  const double half = 1.96 * std::sqrt(n) / 2;
  const auto at = [&](double rank) { return values[static_cast<std::size_t>(std::clamp(rank, 0.0, n - 1))]; };
  return {(at(std::floor((n - 1) / 2)) + at(std::ceil((n - 1) / 2))) / 2, at(std::floor(n / 2 - half) - 1),
          at(std::ceil(n / 2 + half)), values.size()};
}

Metric waiting_time(MetricId id, const std::vector<MetricSources::Wait>& waits,
                    const std::vector<std::string>& columns) {
  Metric metric = known_metric(id, MetricUnit::Hours, columns);
  const auto [first, last] = std::minmax_element(
      waits.begin(), waits.end(), [](const auto& a, const auto& b) { return a.opened < b.opened; });
  Grouped<std::vector<double>> hours{granularity_for(first->opened, last->opened)};
  for (const MetricSources::Wait& wait : waits)
    hours.add({.day = wait.opened}, [&](std::vector<double>& group) { group.push_back(wait.hours); });
  hours.tell(metric, {}, median_estimate);
  return metric;
}

Metric agent_productivity(const MetricSources& sources) {
  std::map<std::pair<std::uint32_t, std::int32_t>, std::uint64_t> closed;
  for (const MetricSources::Ticket& ticket : sources.tickets) {
    if (ticket.agent != 0) ++closed[{ticket.agent, period_of(ticket.closed_day, Granularity::Week)}];
  }
  if (closed.empty())
    return missing_metric(MetricId::AgentProductivity, MetricUnit::PerPerson, "tickets",
                          {"agent", "closed-date"});
  Metric metric = known_metric(MetricId::AgentProductivity, MetricUnit::PerPerson, sources.ticket_columns);
  RunningMean mean;
  for (const auto& [week, tickets] : closed) mean.add(static_cast<double>(tickets));
  metric.figure = mean.estimate(0, 1e12);
  return metric;
}

}  // namespace

std::vector<Metric> service_metrics(const MetricSources& sources) {
  std::vector<Metric> metrics;
  if (!sources.first_replies.empty()) {
    metrics.push_back(waiting_time(MetricId::ResponseTime, sources.first_replies, sources.ticket_columns));
  } else {
    metrics.push_back(
        missing_metric(MetricId::ResponseTime, MetricUnit::Hours, "tickets", {"first-reply-date"}));
  }
  if (!sources.reply_columns.empty() && sources.could_be_replied > 0) {
    Metric rate = known_metric(MetricId::ResponseRate, MetricUnit::Share, sources.reply_columns);
    rate.figure = share_estimate(sources.replied, sources.could_be_replied);
    metrics.push_back(std::move(rate));
  } else {
    metrics.push_back(missing_metric(MetricId::ResponseRate, MetricUnit::Share, "feedback", {"reply"}));
  }
  if (!sources.tickets.empty()) {
    std::vector<MetricSources::Wait> waits;
    for (const MetricSources::Ticket& ticket : sources.tickets)
      waits.push_back({ticket.opened_day, ticket.hours});
    metrics.push_back(waiting_time(MetricId::ResolutionTime, waits, sources.ticket_columns));
  } else {
    metrics.push_back(
        missing_metric(MetricId::ResolutionTime, MetricUnit::Hours, "tickets", {"date", "closed-date"}));
  }
  metrics.push_back(agent_productivity(sources));
  return metrics;
}

}  // namespace attune::insight
