#include "protocol/customer_requests.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "protocol/json_writer.hpp"
#include "protocol/requests.hpp"

namespace attune::protocol {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 14> kSortNames{
    "customer", "name", "orders",        "revenue",    "last-order", "alive",          "expected-orders",
    "value",    "risk", "value-at-risk", "next-order", "sentiment",  "last-sentiment", "segment"};

Error invalid(std::string detail) {
  return Error{ErrorCode::InvalidRequest,
               "The page and the engine do not understand each other. Reload the page.", std::move(detail)};
}

// Reads members; the first of the wrong kind is kept as the problem.
class Reader {
 public:
  [[nodiscard]] const std::string& problem() const noexcept { return problem_; }

  const Json* find(const Json& object, const char* name) {
    if (!object.is_object()) {
      wrong(name, "inside an object");
      return nullptr;
    }
    const auto at = object.find(name);
    return at == object.end() || at->is_null() ? nullptr : &*at;
  }
  std::string text(const Json& object, const char* name) {
    const Json* found = find(object, name);
    if (found == nullptr) return {};
    if (!found->is_string()) return wrong(name, "a text"), std::string{};
    return found->get<std::string>();
  }
  std::optional<double> real(const Json& object, const char* name) {
    const Json* found = find(object, name);
    if (found == nullptr) return std::nullopt;
    if (!found->is_number() || !std::isfinite(found->get<double>()))
      return wrong(name, "a number"), std::nullopt;
    return found->get<double>();
  }
  std::uint64_t whole(const Json& object, const char* name, std::uint64_t fallback) {
    const std::optional<double> value = real(object, name);
    if (!value) return fallback;
    if (*value < 0 || *value > 9007199254740992.0 || *value != std::floor(*value))
      return wrong(name, "a whole number"), fallback;
    return static_cast<std::uint64_t>(*value);
  }
  bool truth(const Json& object, const char* name) {
    const Json* found = find(object, name);
    if (found == nullptr) return false;
    if (!found->is_boolean()) return wrong(name, "true or false"), false;
    return found->get<bool>();
  }
  std::vector<std::string> texts(const Json& object, const char* name) {
    std::vector<std::string> all;
    for (const Json& item : list(object, name)) {
      if (!item.is_string()) return wrong(name, "a list of texts"), all;
      all.push_back(item.get<std::string>());
    }
    return all;
  }
  std::vector<std::uint32_t> numbers(const Json& object, const char* name) {
    std::vector<std::uint32_t> all;
    for (const Json& item : list(object, name)) {
      const double value = item.is_number() ? item.get<double>() : -1;
      if (!(value >= 0 && value <= 4294967295.0 && value == std::floor(value)))
        return wrong(name, "a list of whole numbers"), all;
      all.push_back(static_cast<std::uint32_t>(value));
    }
    return all;
  }
  const Json& list(const Json& object, const char* name) {
    static const Json kNone = Json::array();
    const Json* found = find(object, name);
    if (found == nullptr) return kNone;
    if (!found->is_array()) return wrong(name, "a list"), kNone;
    return *found;
  }
  void wrong(const char* name, const char* expected) {
    if (problem_.empty()) problem_ = std::string{"\""} + name + "\" is not " + expected;
  }

 private:
  std::string problem_;
};

FeatureCondition read_condition(Reader& read, const Json& object) {
  return {.feature = read.text(object, "feature"),
          .above = read.real(object, "above"),
          .up_to = read.real(object, "upTo")};
}

SegmentRule read_segment(Reader& read, const Json& object) {
  SegmentRule rule{.name = read.text(object, "name"), .conditions = {}};
  if (rule.name.empty()) read.wrong("name", "a name");
  for (const Json& condition : read.list(object, "conditions"))
    rule.conditions.push_back(read_condition(read, condition));
  return rule;
}

CustomersFilter read_filter(Reader& read, const Json& query) {
  CustomersFilter filter;
  const Json* object = read.find(query, "filter");
  if (object == nullptr) return filter;
  filter.search = read.text(*object, "search");
  filter.segments = read.texts(*object, "segment");
  filter.clusters = read.numbers(*object, "cluster");
  filter.risks = read.texts(*object, "risk");
  filter.user_segment = read.text(*object, "userSegment");
  filter.least_value = read.real(*object, "leastValue");
  filter.most_value = read.real(*object, "mostValue");
  filter.least_worth = read.real(*object, "leastWorth");
  filter.most_worth = read.real(*object, "mostWorth");
  filter.least_risk = read.real(*object, "leastRisk");
  filter.most_risk = read.real(*object, "mostRisk");
  filter.bought = read.text(*object, "bought");
  filter.only_with_consent = read.truth(*object, "onlyWithConsent");
  filter.customers = read.numbers(*object, "customers");
  return filter;
}

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  json.key(key).begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
}

void write_numbers(JsonWriter& json, std::string_view key, const std::vector<std::uint32_t>& numbers) {
  if (numbers.empty()) return;
  json.key(key).begin_array();
  for (const std::uint32_t number : numbers) json.value(number);
  json.end_array();
}

void write_bound(JsonWriter& json, std::string_view key, const std::optional<double>& bound) {
  if (bound) json.member(key, *bound);
}

}  // namespace

std::string_view name_of(CustomerSort sort) noexcept { return kSortNames[static_cast<std::size_t>(sort)]; }

bool is_customer_query(std::string_view kind) noexcept {
  return kind == "customers" || kind == "customer" || kind == "customerExport" || kind == "recommendForItem";
}

Result<CustomersQuery> parse_customers_query(std::string_view json) {
  const Json object = Json::parse(json, nullptr, false);
  Reader read;
  CustomersQuery query;
  query.filter = read_filter(read, object);
  query.offset = read.whole(object, "offset", 0);
  query.limit = std::min(read.whole(object, "limit", 80), kMaxRowsPerPage);
  if (const Json* sort = read.find(object, "sort")) {
    const std::string by = read.text(*sort, "by");
    const auto found = std::find(kSortNames.begin(), kSortNames.end(), by);
    if (found != kSortNames.end()) {
      query.by = static_cast<CustomerSort>(found - kSortNames.begin());
    } else if (!by.empty()) {
      read.wrong("by", "a column to sort by");
    }
    query.descending = read.truth(*sort, "descending");
  }
  if (!read.problem().empty()) return invalid(read.problem());
  return query;
}

Result<CustomerExportQuery> parse_customer_export_query(std::string_view json) {
  const Json object = Json::parse(json, nullptr, false);
  Reader read;
  CustomerExportQuery query{.filter = read_filter(read, object), .cursor = read.whole(object, "cursor", 0)};
  if (!read.problem().empty()) return invalid(read.problem());
  return query;
}

Result<CustomerSettings> parse_customer_settings(std::string_view json) {
  const Json command = Json::parse(json, nullptr, false);
  Reader read;
  CustomerSettings settings;
  const Json* object = read.find(command, "customers");
  if (object == nullptr) return settings;
  settings.separate = read.texts(*object, "separate");
  for (const Json& segment : read.list(*object, "segments"))
    settings.segments.push_back(read_segment(read, segment));
  if (const std::string until = read.text(*object, "until"); !until.empty()) {
    const auto day = parse_iso(until);
    if (!day) read.wrong("until", "a date");
    if (day) settings.until = day->days;
  }
  settings.horizon_days = std::clamp(read.real(*object, "horizonDays").value_or(365), 1.0, 3650.0);
  settings.model = read.text(*object, "model");
  if (!settings.model.empty() && settings.model != "bg-nbd" && settings.model != "mbg-nbd" &&
      settings.model != "pareto-nbd")
    read.wrong("model", "a model");
  settings.not_offered = read.texts(*object, "notOffered");
  settings.prefers_margin = read.truth(*object, "prefersMargin");
  settings.top =
      static_cast<std::uint32_t>(std::clamp<std::uint64_t>(read.whole(*object, "top", 20), 1, 1000));
  settings.only_customers = read.truth(*object, "onlyCustomers");
  settings.recommends = read.truth(*object, "recommends");
  settings.hides_last = read.truth(*object, "hidesLast");
  settings.label = read.text(*object, "label");
  if (!read.problem().empty()) return invalid("customers: " + read.problem());
  return settings;
}

void write_filter(JsonWriter& json, const CustomersFilter& filter) {
  json.key("filter").begin_object();
  if (!filter.search.empty()) json.member("search", filter.search);
  write_texts(json, "segment", filter.segments);
  write_numbers(json, "cluster", filter.clusters);
  write_texts(json, "risk", filter.risks);
  if (!filter.user_segment.empty()) json.member("userSegment", filter.user_segment);
  write_bound(json, "leastValue", filter.least_value);
  write_bound(json, "mostValue", filter.most_value);
  write_bound(json, "leastWorth", filter.least_worth);
  write_bound(json, "mostWorth", filter.most_worth);
  write_bound(json, "leastRisk", filter.least_risk);
  write_bound(json, "mostRisk", filter.most_risk);
  if (!filter.bought.empty()) json.member("bought", filter.bought);
  if (filter.only_with_consent) json.member("onlyWithConsent", true);
  write_numbers(json, "customers", filter.customers);
  json.end_object();
}

void write_settings(JsonWriter& json, const CustomerSettings& settings) {
  json.key("customers").begin_object();
  write_texts(json, "separate", settings.separate);
  json.key("segments").begin_array();
  for (const SegmentRule& rule : settings.segments) {
    json.begin_object().member("name", rule.name).key("conditions").begin_array();
    for (const FeatureCondition& condition : rule.conditions) {
      json.begin_object().member("feature", condition.feature);
      write_bound(json, "above", condition.above);
      write_bound(json, "upTo", condition.up_to);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
  if (settings.until) json.member("until", iso_from_days(*settings.until));
  json.member("horizonDays", settings.horizon_days);
  if (!settings.model.empty()) json.member("model", settings.model);
  write_texts(json, "notOffered", settings.not_offered);
  if (settings.prefers_margin) json.member("prefersMargin", true);
  json.member("top", settings.top);
  if (settings.only_customers) json.member("onlyCustomers", true);
  if (settings.recommends) json.member("recommends", true);
  if (settings.hides_last) json.member("hidesLast", true);
  if (!settings.label.empty()) json.member("label", settings.label);
  json.end_object();
}

}  // namespace attune::protocol
