// The engine's answers about customers, as values. README.md in this folder shows the JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.hpp"

namespace attune::protocol {

// Why we think so, as a code with its numbers for the page's own words, and as an English sentence.
// Codes of churn: "ordered-once" (days ago), "silent" (usual gap, days silent), "regular" (usual gap, days
// ago), "longest-silence" (the longest before), "refunds" (refunds, orders), "open-tickets" (how many),
// "last-negative", "last-worse", "last-positive".
// Codes of recommendations: "because-of" (item: what the customer has), "popular" (customers),
// "popular-in-segment" (customers), "bought-together" (item, together); of baskets where nobody is named
// "bought-with" (item) and "in-baskets" (baskets).
struct Reason {
  std::string code, sentence;
  std::string item;
  std::vector<double> numbers;
};

struct CustomerRow {
  std::uint32_t customer = 0;
  std::string id, name, email;  // id: the file's own, else "" ; name may be ""
  std::uint64_t orders = 0;     // 0: no orders, and the figures made from them are absent
  double revenue = 0;
  std::optional<Days> first_order, last_order;
  std::optional<double> alive;            // 0..1
  std::optional<double> expected_orders;  // within the horizon; low and high: 95 %
  double expected_orders_low = 0, expected_orders_high = 0;
  std::optional<double> value;  // expected money within the horizon
  double value_low = 0, value_high = 0;
  std::optional<double> risk;  // 0..1 of having left
  std::string risk_level;      // "low", "medium", "high", "" without orders
  double value_at_risk = 0;
  std::optional<double> next_order;  // chance of an order within the horizon of the next-order score
  std::string segment;               // "champions", "" without orders
  std::optional<std::uint32_t> cluster;
  std::optional<double> sentiment, last_sentiment;  // -1..1
  std::uint64_t feedback = 0;                       // reviews, answers and tickets
  std::optional<bool> consent;                      // absent: the files do not say
};

struct CustomersAnswer {
  std::uint64_t total = 0;  // who pass the filter
  std::uint64_t offset = 0;
  double revenue = 0, value = 0, value_at_risk = 0;  // of all who pass
  std::vector<CustomerRow> customers;
};

// One thing that happened, from whichever file. kind: "order", "refund", "review", "ticket", "survey".
struct TimelineEvent {
  std::optional<Days> day;
  std::string kind;
  std::string text;    // the review's first part, or the items bought, joined by ", "
  std::string detail;  // the order's number, the ticket's status
  std::string file;
  std::optional<double> amount;
  std::optional<double> sentiment;   // -1..1
  std::optional<double> rating;      // 1..5
  std::optional<std::uint64_t> row;  // of a review, for the `row` query
};

struct Offer {
  std::uint32_t item = 0;
  std::string name;
  double score = 0;
  std::string method;  // "popularity", "neighbours", "ease"
  Reason why;
};

struct ProfileField {
  std::string name, value;  // name: a role ("email", "place"), value as the newest file has it
};

// The story of one customer.
struct CustomerAnswer {
  CustomerRow customer;
  std::vector<ProfileField> profile;
  std::vector<std::string> known_as;  // the records that were joined: "email:sara@example.net"
  std::optional<double> usual_gap_days;
  double mean_order = 0, refunded = 0;
  std::uint64_t refunds = 0;
  std::vector<ProfileField> products;   // most bought first; value: how many times
  std::optional<double> peak, end;      // of the story: the strongest feeling and the last, -1..1
  std::vector<Reason> risk_reasons;     // strongest first
  std::vector<TimelineEvent> timeline;  // newest first, undated last; at most 500
  std::uint64_t timeline_total = 0;
  std::vector<Offer> offers;
};

struct ItemOffersAnswer {
  std::uint32_t item = 0;
  std::string name;
  std::vector<Offer> offers;
};

// Readers of an answer's JSON object; unreadable members keep their defaults.
[[nodiscard]] CustomersAnswer parse_customers_answer(std::string_view json);
[[nodiscard]] CustomerAnswer parse_customer_answer(std::string_view json);
[[nodiscard]] ItemOffersAnswer parse_item_offers_answer(std::string_view json);

}  // namespace attune::protocol
