#include "protocol/customer_answers.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace attune::protocol {
namespace {

using Json = nlohmann::json;

const Json* find(const Json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto at = object.find(name);
  return at == object.end() || at->is_null() ? nullptr : &*at;
}

std::string text(const Json& object, const char* name) {
  const Json* found = find(object, name);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string{};
}

std::optional<double> maybe(const Json& object, const char* name) {
  const Json* found = find(object, name);
  if (found == nullptr || !found->is_number()) return std::nullopt;
  const double value = found->get<double>();
  return std::isfinite(value) ? std::optional{value} : std::nullopt;
}

double real(const Json& object, const char* name) { return maybe(object, name).value_or(0); }

std::optional<std::uint64_t> maybe_whole(const Json& object, const char* name) {
  const auto value = maybe(object, name);
  if (!value || *value < 0 || *value > 9007199254740992.0) return std::nullopt;
  return static_cast<std::uint64_t>(*value);
}

std::uint64_t whole(const Json& object, const char* name) { return maybe_whole(object, name).value_or(0); }

std::uint32_t small(const Json& object, const char* name) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(whole(object, name), 0xFFFFFFFFU));
}

std::optional<Days> day(const Json& object, const char* name) {
  const auto parsed = parse_iso(text(object, name));
  return parsed ? std::optional{parsed->days} : std::nullopt;
}

const Json& list(const Json& object, const char* name) {
  static const Json kNone = Json::array();
  const Json* found = find(object, name);
  return found != nullptr && found->is_array() ? *found : kNone;
}

Reason reason(const Json& object) {
  Reason made{.code = text(object, "code"),
              .sentence = text(object, "sentence"),
              .item = text(object, "item"),
              .numbers = {}};
  for (const Json& number : list(object, "numbers")) {
    if (number.is_number()) made.numbers.push_back(number.get<double>());
  }
  return made;
}

CustomerRow customer_row(const Json& object) {
  CustomerRow row;
  row.customer = small(object, "customer");
  row.id = text(object, "id");
  row.name = text(object, "name");
  row.email = text(object, "email");
  row.orders = whole(object, "orders");
  row.revenue = real(object, "revenue");
  row.first_order = day(object, "firstOrder");
  row.last_order = day(object, "lastOrder");
  row.alive = maybe(object, "pAlive");
  row.expected_orders = maybe(object, "expectedOrders");
  row.expected_orders_low = real(object, "expectedOrdersLow");
  row.expected_orders_high = real(object, "expectedOrdersHigh");
  row.value = maybe(object, "value");
  row.value_low = real(object, "valueLow");
  row.value_high = real(object, "valueHigh");
  row.risk = maybe(object, "risk");
  row.risk_level = text(object, "riskLevel");
  row.value_at_risk = real(object, "valueAtRisk");
  row.next_order = maybe(object, "nextOrder");
  row.segment = text(object, "segment");
  if (const auto cluster = maybe_whole(object, "cluster")) row.cluster = static_cast<std::uint32_t>(*cluster);
  row.sentiment = maybe(object, "sentiment");
  row.last_sentiment = maybe(object, "lastSentiment");
  row.feedback = whole(object, "feedback");
  if (const Json* consent = find(object, "consent"); consent != nullptr && consent->is_boolean())
    row.consent = consent->get<bool>();
  return row;
}

TimelineEvent timeline_event(const Json& object) {
  return {.day = day(object, "date"),
          .kind = text(object, "kind"),
          .text = text(object, "text"),
          .detail = text(object, "detail"),
          .file = text(object, "file"),
          .amount = maybe(object, "amount"),
          .sentiment = maybe(object, "sentiment"),
          .rating = maybe(object, "rating"),
          .row = maybe_whole(object, "row")};
}

std::vector<Offer> offers(const Json& object) {
  std::vector<Offer> all;
  for (const Json& item : list(object, "offers")) {
    const Json* why = find(item, "why");
    all.push_back({.item = small(item, "item"),
                   .name = text(item, "name"),
                   .score = real(item, "score"),
                   .method = text(item, "method"),
                   .why = why != nullptr ? reason(*why) : Reason{}});
  }
  return all;
}

std::vector<ProfileField> fields(const Json& object, const char* name) {
  std::vector<ProfileField> all;
  for (const Json& item : list(object, name))
    all.push_back({.name = text(item, "name"), .value = text(item, "value")});
  return all;
}

}  // namespace

CustomersAnswer parse_customers_answer(std::string_view json) {
  const Json object = Json::parse(json, nullptr, false);
  CustomersAnswer answer{.total = whole(object, "total"),
                         .offset = whole(object, "offset"),
                         .revenue = real(object, "revenue"),
                         .value = real(object, "value"),
                         .value_at_risk = real(object, "valueAtRisk"),
                         .customers = {}};
  for (const Json& item : list(object, "customers")) answer.customers.push_back(customer_row(item));
  return answer;
}

CustomerAnswer parse_customer_answer(std::string_view json) {
  const Json object = Json::parse(json, nullptr, false);
  CustomerAnswer answer;
  if (const Json* row = find(object, "customer")) answer.customer = customer_row(*row);
  answer.profile = fields(object, "profile");
  for (const Json& known : list(object, "knownAs")) {
    if (known.is_string()) answer.known_as.push_back(known.get<std::string>());
  }
  answer.usual_gap_days = maybe(object, "usualGapDays");
  answer.mean_order = real(object, "meanOrder");
  answer.refunded = real(object, "refunded");
  answer.refunds = whole(object, "refunds");
  answer.products = fields(object, "products");
  answer.peak = maybe(object, "peak");
  answer.end = maybe(object, "end");
  for (const Json& item : list(object, "riskReasons")) answer.risk_reasons.push_back(reason(item));
  for (const Json& item : list(object, "timeline")) answer.timeline.push_back(timeline_event(item));
  answer.timeline_total = whole(object, "timelineTotal");
  answer.offers = offers(object);
  return answer;
}

ItemOffersAnswer parse_item_offers_answer(std::string_view json) {
  const Json object = Json::parse(json, nullptr, false);
  return {.item = small(object, "item"), .name = text(object, "name"), .offers = offers(object)};
}

}  // namespace attune::protocol
