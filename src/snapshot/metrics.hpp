// The figures a business is steered by, each with the columns it came from, or what is missing for it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "snapshot/figures.hpp"

namespace attune::snapshot {

// In the order they are shown. The formula of each stands in insight/metrics.hpp.
enum class MetricId : std::uint8_t {
  Reviews,
  Rating,
  NetSentiment,
  NetPromoterScore,
  CustomerSatisfaction,
  CustomerEffort,
  Mentions,
  ShareOfVoice,
  TrustWords,
  Engagement,
  ResponseTime,
  ResponseRate,
  ResolutionTime,
  AgentProductivity,
  CostToServe,
  Revenue,
  Orders,
  AverageOrderValue,
  ItemsPerOrder,
  RepeatPurchaseRate,
  RetentionRate,
  ChurnRate,
  LifetimeValue,
  ActiveSubscriptions,
  MonthlyRecurringRevenue,
  SubscriptionChurn,
  RefundRate,
  Leads,
  ConversionRate,
  MarketingReturn
};

enum class MetricState : std::uint8_t { Known, TooFew, Missing };
enum class MetricUnit : std::uint8_t { Count, Share, Stars, Points, Money, Days, Hours, PerPerson, Ratio };

struct MetricGroup {
  std::string by;     // "period", "source", "product", "place", "segment", "campaign"
  std::string group;  // a name, or the period's first day
  Estimate figure;
};

struct Metric {
  MetricId id = MetricId::Reviews;
  MetricState state = MetricState::Missing;
  MetricUnit unit = MetricUnit::Count;
  std::string currency;  // of Money; "" when the files do not say
  Estimate figure;
  std::vector<std::string> columns;  // "orders.csv: Total"
  std::vector<std::string>
      needs;                // if Missing, the roles of columns that would give it: "date", "customer-id"
  std::string needs_table;  // and the kind of table they belong in: "orders", "survey", "tickets", ...
  std::vector<MetricGroup> groups;
  Granularity granularity = Granularity::Month;  // of the groups by "period"
};

}  // namespace attune::snapshot
