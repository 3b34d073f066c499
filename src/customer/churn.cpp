#include "customer/churn.hpp"

#include <algorithm>
#include <cmath>

namespace attune::customer {
namespace {

struct Reason {
  double strength;
  RiskReason told;
};

std::string days(double count) {
  const auto whole = static_cast<long long>(std::llround(count));
  return std::to_string(whole) + (whole == 1 ? " day" : " days");
}

RiskLevel level_of(double probability) {
  if (probability >= 0.66) return RiskLevel::High;
  return probability >= 0.33 ? RiskLevel::Medium : RiskLevel::Low;
}

// Silence, measured in the customer's own rhythm.
Reason silence(const CustomerHistory& history, double silent_days) {
  if (history.visits < 2 || !(history.usual_gap_days > 0)) {
    return {0.5, {"ordered-once", {silent_days}, "Ordered once, " + days(silent_days) + " ago"}};
  }
  const std::string rhythm = "Usually orders every " + days(history.usual_gap_days);
  if (silent_days > history.usual_gap_days) {
    return {silent_days / history.usual_gap_days,
            {"silent", {history.usual_gap_days, silent_days}, rhythm + ", silent for " + days(silent_days)}};
  }
  return {0.1,
          {"regular",
           {history.usual_gap_days, silent_days},
           rhythm + ", last order " + days(silent_days) + " ago"}};
}

void add_feedback(const FeedbackSummary& feedback, std::vector<Reason>& reasons) {
  if (feedback.open_tickets > 0) {
    reasons.push_back(
        {3.5,
         {"open-tickets",
          {static_cast<double>(feedback.open_tickets)},
          feedback.open_tickets == 1 ? "Has an open ticket"
                                     : "Has " + std::to_string(feedback.open_tickets) + " open tickets"}});
  }
  if (feedback.count == 0) return;
  if (feedback.last_sentiment < -0.2) {
    reasons.push_back({4, {"last-negative", {}, "Last review negative"}});
  } else if (feedback.last_sentiment < feedback.mean_sentiment - 0.4) {
    reasons.push_back({2, {"last-worse", {}, "Last review worse than the ones before"}});
  } else if (feedback.last_sentiment > 0.2) {
    reasons.push_back({0.05, {"last-positive", {}, "Last review positive"}});
  }
}

}  // namespace

const char* name_of(RiskLevel level) noexcept {
  switch (level) {
    case RiskLevel::Low:
      return "low";
    case RiskLevel::Medium:
      return "medium";
    case RiskLevel::High:
      return "high";
  }
  return "";
}

double risk_of_leaving(const CustomerValue& value) { return value.orders.silent; }

double value_if_kept(const CustomerValue& value) {
  const double comes = 1 - value.orders.silent;
  return comes > 1e-9 ? value.value / comes : 0;
}

ChurnRisk churn_figures(const CustomerValue& value) {
  ChurnRisk risk;
  risk.customer = value.customer;
  risk.probability = risk_of_leaving(value);
  risk.level = level_of(risk.probability);
  risk.value_at_risk = value_if_kept(value) * risk.probability;
  return risk;
}

ChurnRisk churn_risk(const CustomerHistory& history, const CustomerValue& value, std::int32_t today,
                     const FeedbackSummary* feedback) {
  ChurnRisk risk = churn_figures(value);
  const double silent_days = std::max(0.0, static_cast<double>(today) - history.last_day);
  std::vector<Reason> reasons{silence(history, silent_days)};
  if (history.visits > 2 && silent_days > history.longest_gap_days) {
    reasons.push_back({1.5,
                       {"longest-silence",
                        {static_cast<double>(history.longest_gap_days)},
                        "Never before silent for longer than " + days(history.longest_gap_days)}});
  }
  if (history.refunds > 0 && history.refunds * 3 >= history.orders) {
    reasons.push_back(
        {1.2,
         {"refunds",
          {static_cast<double>(history.refunds), static_cast<double>(history.orders)},
          std::to_string(history.refunds) + (history.refunds == 1 ? " refund" : " refunds") + " in " +
              std::to_string(history.orders) + (history.orders == 1 ? " order" : " orders")}});
  }
  if (feedback != nullptr) add_feedback(*feedback, reasons);
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const Reason& a, const Reason& b) { return a.strength > b.strength; });
  for (Reason& reason : reasons) risk.reasons.push_back(std::move(reason.told));
  return risk;
}

std::vector<stats::Lifetime> contract_lifetimes(std::span<const Contract> contracts, std::int32_t today) {
  std::vector<stats::Lifetime> lifetimes;
  for (const Contract& contract : contracts) {
    if (contract.first_day > today) continue;
    const bool has_ended = contract.has_ended && contract.last_day <= today;
    const double end = has_ended ? contract.last_day : today;
    lifetimes.push_back({end - contract.first_day, has_ended});
  }
  return lifetimes;
}

}  // namespace attune::customer
