// What the shop spends, and the two metrics that come from it; formulas in insight/metrics.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/dates.hpp"
#include "feedback/reviews.hpp"
#include "snapshot/metrics.hpp"

namespace attune::insight {

// Gathered by engine/spending_columns.hpp.
struct Spending {
  struct OfCampaign {
    std::optional<Days> day;
    std::uint32_t campaign = 0;  // in `campaigns`
    double cost = 0, revenue = 0;
  };
  struct Cost {
    std::optional<Days> day;
    double amount = 0;
  };
  feedback::NameList campaigns;             // in lower case
  std::vector<std::string> campaign_names;  // as many, as they were first written
  std::vector<OfCampaign> campaign_costs;
  bool tells_revenue = false;               // the lists of campaigns do
  std::vector<OfCampaign> campaign_orders;  // revenue of orders that name their campaign
  std::vector<std::string> campaign_columns;

  std::vector<Cost> ticket_costs;   // one a ticket that tells it
  std::vector<Cost> service_costs;  // of a time
  std::vector<Days> tickets;        // when each was opened
  std::vector<std::string> service_columns;

  std::string campaign_currency, service_currency;  // "" where the files do not say
};

// Compared by period and by campaign. Counted, not estimated: without interval.
[[nodiscard]] snapshot::Metric marketing_return(const Spending& spending);

// From what tickets tell of their own cost: their mean, with a t interval. Else the costs of the periods that
// have both costs and tickets, by those tickets.
[[nodiscard]] snapshot::Metric cost_to_serve(const Spending& spending);

}  // namespace attune::insight
