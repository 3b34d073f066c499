// What a host may ask about customers, and what the user decides about them. README.md shows the JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.hpp"
#include "base/result.hpp"

namespace attune::protocol {

class JsonWriter;

// feature > above and feature <= up_to. The name is a feature code of snapshot/customer_names.hpp ("orders",
// "days-since-order") or "expected-value", "churn-risk".
struct FeatureCondition {
  std::string feature;
  std::optional<double> above, up_to;
  friend bool operator==(const FeatureCondition&, const FeatureCondition&) = default;
};

// A segment of the user's own: all conditions hold.
struct SegmentRule {
  std::string name;
  std::vector<FeatureCondition> conditions;
  friend bool operator==(const SegmentRule&, const SegmentRule&) = default;
};

// All that the user decided about customers; a command replaces all of it, absent values are the default.
struct CustomerSettings {
  std::vector<std::string> separate;  // keys of IdentityNotes: records that are not to be joined by them
  std::vector<SegmentRule> segments;
  std::optional<Days> until;             // models learn from orders up to this day
  double horizon_days = 365;             // of expected orders and value, 1 to 3650
  std::string model;                     // "bg-nbd" (default), "mbg-nbd", "pareto-nbd"
  std::vector<std::string> not_offered;  // items never to recommend
  bool prefers_margin = false;           // of two that suit, the one that earns more
  std::uint32_t top = 20;                // offers a customer, 1 to 1000
  bool only_customers =
      false;                // nothing is offered: who they are and what they are worth is all that was asked
  bool recommends = false;  // offers are what was asked for: more items take part in the model
  bool hides_last = false;  // offers are made without each customer's last item, to be tried on it
  std::string label;        // the column to learn leads from; "": found by itself
  friend bool operator==(const CustomerSettings&, const CustomerSettings&) = default;
};

// An empty list or string, or an absent bound, lets everybody pass.
struct CustomersFilter {
  std::string search;                 // in name, id, e-mail, place
  std::vector<std::string> segments;  // RFM segments, "champions"
  std::vector<std::uint32_t> clusters;
  std::vector<std::string> risks;                 // "low", "medium", "high"
  std::string user_segment;                       // the name of a SegmentRule
  std::optional<double> least_value, most_value;  // expected within the horizon
  std::optional<double> least_worth, most_worth;  // the same, were they certainly to stay
  std::optional<double> least_risk, most_risk;    // 0..1
  std::string bought;                             // an item's name
  bool only_with_consent = false;
  std::vector<std::uint32_t> customers;  // chosen by hand, with a lasso
  friend bool operator==(const CustomersFilter&, const CustomersFilter&) = default;
};

enum class CustomerSort : std::uint8_t {
  Customer,
  Name,
  Orders,
  Revenue,
  LastOrder,
  Alive,
  ExpectedOrders,
  Value,
  Risk,
  ValueAtRisk,
  NextOrder,
  Sentiment,
  LastSentiment,
  Segment,
};
[[nodiscard]] std::string_view name_of(CustomerSort sort) noexcept;  // "last-order"

struct CustomersQuery {
  CustomersFilter filter;
  CustomerSort by = CustomerSort::Customer;
  bool descending = false;
  std::uint64_t offset = 0;
  std::uint64_t limit = 80;
};
struct CustomerQuery {
  std::uint32_t customer = 0;
};
// The people who pass the filter as a CSV for a mailing tool: those who said no are left out, and counted.
struct CustomerExportQuery {
  CustomersFilter filter;
  std::uint64_t cursor = 0;
};
struct RecommendForItemQuery {
  std::uint32_t item = 0;
};

// "customers", "customer", "customerExport", "recommendForItem".
[[nodiscard]] bool is_customer_query(std::string_view kind) noexcept;

// Readers of the whole JSON object; fail with the detail of what is wrong.
Result<CustomersQuery> parse_customers_query(std::string_view json);
Result<CustomerExportQuery> parse_customer_export_query(std::string_view json);
// The member "customers" of a command; without it the defaults.
Result<CustomerSettings> parse_customer_settings(std::string_view json);

// The members as they are read above, into an object that is open.
void write_filter(JsonWriter& json, const CustomersFilter& filter);       // "filter":{...}
void write_settings(JsonWriter& json, const CustomerSettings& settings);  // "customers":{...}

}  // namespace attune::protocol
