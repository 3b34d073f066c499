// Who is about to leave, and why we think so.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "customer/value.hpp"
#include "stats/survival.hpp"

namespace attune::customer {

// What is known of a customer's feelings; count 0: nothing.
struct FeedbackSummary {
  std::uint32_t count = 0;    // reviews, answers and tickets
  double mean_sentiment = 0;  // -1 to 1
  double last_sentiment = 0;  // of the newest
  std::int32_t last_day = 0;
  std::uint32_t open_tickets = 0;
};

enum class RiskLevel : std::uint8_t { Low, Medium, High };
[[nodiscard]] const char* name_of(RiskLevel level) noexcept;

// A code with its numbers, for the page's own words, and an English sentence.
//   "ordered-once" (days ago), "silent" (usual gap, days silent), "regular" (usual gap, days ago),
//   "longest-silence" (the longest before), "refunds" (refunds, orders), "open-tickets" (how many),
//   "last-negative", "last-worse", "last-positive"
struct RiskReason {
  const char* code = "";
  std::vector<double> numbers;
  std::string sentence;
};

struct ChurnRisk {
  std::uint32_t customer = 0;
  double probability = 0;  // risk_of_leaving
  RiskLevel level = RiskLevel::Low;
  double value_at_risk = 0;         // value_if_kept, times the risk
  std::vector<RiskReason> reasons;  // strongest first; never empty
};

// The chance that he does not order within the horizon (a year, unless one chose another). Not 1 - alive:
// where the orders do not tell leaving from ordering rarely, a model of lifetimes says that nobody ever
// leaves, and with BG/NBD no one does who ordered once; that somebody stays away for a year is to be foreseen
// all the same.
[[nodiscard]] double risk_of_leaving(const CustomerValue& value);

// Money within the horizon if he orders at all: what keeping him is worth.
[[nodiscard]] double value_if_kept(const CustomerValue& value);

// The figures alone, without reasons: for many customers.
[[nodiscard]] ChurnRisk churn_figures(const CustomerValue& value);

// `feedback` may be null.
[[nodiscard]] ChurnRisk churn_risk(const CustomerHistory& history, const CustomerValue& value,
                                   std::int32_t today, const FeedbackSummary* feedback);

// A contract as a file tells it; `last_day` of a running one is not looked at.
struct Contract {
  std::int32_t first_day = 0, last_day = 0;
  bool has_ended = false;
};

// How long contracts last (in days), from `today`. Contracts that begin later are left out.
[[nodiscard]] std::vector<stats::Lifetime> contract_lifetimes(std::span<const Contract> contracts,
                                                              std::int32_t today);

}  // namespace attune::customer
