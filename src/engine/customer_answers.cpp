#include "engine/customer_answers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "engine/group_profiles.hpp"
#include "ingest/column_names.hpp"
#include "ingest/feedback_fields.hpp"
#include "snapshot/customer_names.hpp"

namespace attune::engine {

using customer::kNobody;
using protocol::CustomerSort;
using protocol::JsonWriter;

namespace {

constexpr std::size_t kMostOffers = 20;

std::string_view segment_name(const CustomerBook& book, std::uint32_t at) {
  return snapshot::name_of(static_cast<snapshot::RfmSegment>(book.rfm[at].segment));
}

std::uint32_t history_at(const CustomerBook& book, std::uint32_t customer) {
  return customer < book.history_of.size() ? book.history_of[customer] : kNoHistory;
}

class Filter {
 public:
  Filter(const CustomerBook& book, const protocol::CustomersFilter& filter)
      : book_{book}, filter_{filter}, search_{ingest::normalized_name(filter.search)} {
    if (!filter.bought.empty()) {
      for (std::uint32_t item = 1; item < book.interactions.item_count(); ++item) {
        const bool is_meant =
            book.shop->item_names[item] == filter.bought || book.shop->items.text(item) == filter.bought;
        if (!is_meant) continue;
        const auto buyers = book.interactions.customers_of(item);
        buyers_.insert(buyers_.end(), buyers.begin(), buyers.end());
      }
      std::sort(buyers_.begin(), buyers_.end());
    }
    chosen_ = filter.customers;
    std::sort(chosen_.begin(), chosen_.end());
    for (const protocol::SegmentRule& rule : book.settings.segments) {
      if (rule.name == filter.user_segment) rule_ = &rule;
    }
  }

  [[nodiscard]] bool passes(std::uint32_t customer) const {
    if (!chosen_.empty() && !std::binary_search(chosen_.begin(), chosen_.end(), customer)) return false;
    if (!filter_.bought.empty() && !std::binary_search(buyers_.begin(), buyers_.end(), customer))
      return false;
    if (filter_.only_with_consent && book_.consent[customer] != Consent::Yes) return false;
    const std::uint32_t at = history_at(book_, customer);
    if (!filter_.segments.empty() &&
        (at == kNoHistory || !contains(filter_.segments, segment_name(book_, at))))
      return false;
    if (!filter_.clusters.empty() && std::find(filter_.clusters.begin(), filter_.clusters.end(),
                                               book_.cluster_of[customer]) == filter_.clusters.end())
      return false;
    if (!filter_.risks.empty() &&
        (at == kNoHistory ||
         !contains(filter_.risks,
                   customer::name_of(customer::churn_figures(book_.value.customers[at]).level))))
      return false;
    if (!filter_.user_segment.empty() && (rule_ == nullptr || !meets(book_, customer, *rule_))) return false;
    if (!has_worth(at)) return false;
    return search_.empty() || matches_search(customer);
  }

 private:
  static bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  }
  static bool within(double value, const std::optional<double>& least, const std::optional<double>& most) {
    if (!least && !most) return true;
    return !std::isnan(value) && (!least || value >= *least) && (!most || value <= *most);
  }
  [[nodiscard]] bool has_worth(std::uint32_t at) const {
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    const customer::CustomerValue* value = at == kNoHistory ? nullptr : &book_.value.customers[at];
    return within(value ? value->value : kUnknown, filter_.least_value, filter_.most_value) &&
           within(value ? customer::value_if_kept(*value) : kUnknown, filter_.least_worth,
                  filter_.most_worth) &&
           within(value ? customer::risk_of_leaving(*value) : kUnknown, filter_.least_risk,
                  filter_.most_risk);
  }
  [[nodiscard]] bool matches_search(std::uint32_t customer) const {
    const auto& records = book_.shop->records;
    for (std::uint32_t i = book_.first_record[customer]; i < book_.first_record[customer + 1]; ++i) {
      const auto& record = records.all()[book_.records[i]];
      if (records.names.text(record.name).find(search_) != std::string::npos ||
          records.ids.text(record.id).find(filter_.search) != std::string::npos ||
          records.emails.text(record.email).find(filter_.search) != std::string::npos ||
          ingest::normalized_name(records.shown_id(record)).find(search_) != std::string::npos)
        return true;
    }
    return false;
  }

  const CustomerBook& book_;
  const protocol::CustomersFilter& filter_;
  std::string search_;
  std::vector<std::uint32_t> buyers_, chosen_;
  const protocol::SegmentRule* rule_ = nullptr;
};

// What to sort by as a number; NaN, what is not known, comes last either way.
double sort_number(const CustomerBook& book, std::uint32_t customer, CustomerSort by) {
  constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
  switch (by) {
    case CustomerSort::Customer:
    case CustomerSort::Name:
      return customer;
    case CustomerSort::Sentiment:
      return book.feedback[customer].count > 0 ? book.feedback[customer].mean_sentiment : kUnknown;
    case CustomerSort::LastSentiment:
      return book.feedback[customer].count > 0 ? book.feedback[customer].last_sentiment : kUnknown;
    case CustomerSort::NextOrder:
      return customer < book.next_order.chance.size() ? book.next_order.chance[customer] : kUnknown;
    default:
      break;
  }
  const std::uint32_t at = history_at(book, customer);
  if (at == kNoHistory) return kUnknown;
  const customer::CustomerHistory& history = book.value.histories.customers[at];
  const customer::CustomerValue& value = book.value.customers[at];
  switch (by) {
    case CustomerSort::Orders:
      return history.orders;
    case CustomerSort::Revenue:
      return history.revenue;
    case CustomerSort::LastOrder:
      return history.last_day;
    case CustomerSort::Alive:
      return value.orders.alive;
    case CustomerSort::ExpectedOrders:
      return value.orders.expected;
    case CustomerSort::Value:
      return value.value;
    case CustomerSort::Risk:
      return customer::risk_of_leaving(value);
    case CustomerSort::ValueAtRisk:
      return customer::churn_figures(value).value_at_risk;
    default:
      return static_cast<double>(book.rfm[at].segment);
  }
}

// The part of the order that is asked for, first.
void sort_page(const CustomerBook& book, const protocol::CustomersQuery& query,
               std::vector<std::uint32_t>& selected) {
  const auto end =
      static_cast<std::size_t>(std::min<std::uint64_t>(query.offset + query.limit, selected.size()));
  if (query.by == CustomerSort::Name) {
    std::vector<std::pair<std::string, std::uint32_t>> named;
    for (const std::uint32_t customer : selected)
      named.emplace_back(ingest::normalized_name(book.name(customer)), customer);
    std::stable_sort(named.begin(), named.end(), [&](const auto& a, const auto& b) {
      if (a.first.empty() != b.first.empty()) return b.first.empty();
      return query.descending ? b.first < a.first : a.first < b.first;
    });
    for (std::size_t i = 0; i < named.size(); ++i) selected[i] = named[i].second;
    return;
  }
  std::vector<std::tuple<bool, double, std::uint32_t>> keys;
  for (const std::uint32_t customer : selected) {
    const double number = sort_number(book, customer, query.by);
    const bool is_unknown = std::isnan(number);
    keys.emplace_back(is_unknown, is_unknown ? 0 : (query.descending ? -number : number), customer);
  }
  std::partial_sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(end), keys.end());
  for (std::size_t i = 0; i < keys.size(); ++i) selected[i] = std::get<2>(keys[i]);
}

}  // namespace

std::vector<std::uint32_t> select_customers(const CustomerBook& book,
                                            const protocol::CustomersFilter& filter) {
  std::vector<std::uint32_t> selected;
  const Filter all{book, filter};
  for (std::uint32_t customer = 0; customer < book.customers(); ++customer) {
    if (all.passes(customer)) selected.push_back(customer);
  }
  return selected;
}

void write_customer(const CustomerBook& book, std::uint32_t customer, JsonWriter& json) {
  json.member("customer", customer);
  const auto text = [&json](std::string_view key, const std::string& value) {
    if (!value.empty()) json.member(key, value);
  };
  text("id", book.id(customer));
  text("name", book.name(customer));
  text("email", book.email(customer));
  if (const std::uint32_t at = history_at(book, customer); at != kNoHistory) {
    const customer::CustomerHistory& history = book.value.histories.customers[at];
    const customer::CustomerValue& value = book.value.customers[at];
    const customer::ChurnRisk risk = customer::churn_figures(value);
    json.member("orders", history.orders).member("revenue", history.revenue);
    json.member("firstOrder", iso_from_days(history.first_day))
        .member("lastOrder", iso_from_days(history.last_day));
    json.member("pAlive", value.orders.alive).member("expectedOrders", value.orders.expected);
    json.member("expectedOrdersLow", value.orders.low).member("expectedOrdersHigh", value.orders.high);
    if (book.shop->has_money)
      json.member("value", value.value)
          .member("valueLow", value.value_low)
          .member("valueHigh", value.value_high);
    json.member("risk", risk.probability).member("riskLevel", customer::name_of(risk.level));
    if (book.shop->has_money) json.member("valueAtRisk", risk.value_at_risk);
    json.member("segment", segment_name(book, at));
  }
  if (customer < book.next_order.chance.size() && std::isfinite(book.next_order.chance[customer]))
    json.member("nextOrder", book.next_order.chance[customer]);
  if (customer < book.lead_chance.size() && std::isfinite(book.lead_chance[customer]))
    json.member("lead", book.lead_chance[customer]);
  if (book.cluster_of[customer] != kNoCluster) json.member("cluster", book.cluster_of[customer]);
  const customer::FeedbackSummary& said = book.feedback[customer];
  if (said.count > 0) {
    json.member("sentiment", said.mean_sentiment).member("lastSentiment", said.last_sentiment);
    json.member("feedback", said.count);
  }
  if (book.consent[customer] != Consent::Unknown)
    json.member("consent", book.consent[customer] == Consent::Yes);
}

void write_offers(const CustomerBook& book, const std::vector<customer::Recommendation>& offers,
                  JsonWriter& json) {
  json.key("offers").begin_array();
  for (const customer::Recommendation& offer : offers) {
    json.begin_object().member("item", offer.item).member("name", book.shop->item_names[offer.item]);
    json.member("score", offer.score)
        .member("method", snapshot::name_of(static_cast<snapshot::Method>(offer.method)));
    json.key("why").begin_object();
    const auto buyers = book.learned_from().customers_of(offer.item).size();
    if (offer.because_of != customer::kNoItem) {
      const std::string& item = book.shop->item_names[offer.because_of];
      json.member("code", book.offers_by_basket ? "bought-with" : "because-of")
          .member("item", item)
          .member("sentence", book.offers_by_basket ? "Often bought together with " + item
                                                    : "Often bought by those who have " + item);
    } else if (book.offers_by_basket) {
      json.member("code", "in-baskets").key("numbers").begin_array().value(buyers).end_array();
      json.member("sentence", "It is in " + std::to_string(buyers) + " baskets");
    } else {
      json.member("code", "popular").key("numbers").begin_array().value(buyers).end_array();
      json.member("sentence", "Bought by " + std::to_string(buyers) + " customers");
    }
    json.end_object().end_object();
  }
  json.end_array();
}

std::string answer_customers(const CustomerBook& book, std::uint64_t id,
                             const protocol::CustomersQuery& query) {
  std::vector<std::uint32_t> selected = select_customers(book, query.filter);
  double revenue = 0;
  double value = 0;
  double at_risk = 0;
  for (const std::uint32_t customer : selected) {
    const std::uint32_t at = history_at(book, customer);
    if (at == kNoHistory) continue;
    revenue += book.value.histories.customers[at].revenue;
    value += book.value.customers[at].value;
    at_risk += customer::churn_figures(book.value.customers[at]).value_at_risk;
  }
  sort_page(book, query, selected);
  JsonWriter json;
  json.begin_object().member("id", id).member("total", selected.size()).member("offset", query.offset);
  json.member("revenue", revenue).member("value", value).member("valueAtRisk", at_risk);
  json.key("customers").begin_array();
  const auto begin = static_cast<std::size_t>(std::min<std::uint64_t>(query.offset, selected.size()));
  const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(query.limit, selected.size() - begin));
  for (std::size_t i = begin; i < begin + count; ++i) {
    json.begin_object();
    write_customer(book, selected[i], json);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take();
}

Result<std::string> answer_item_offers(const CustomerBook& book, std::uint64_t id,
                                       const protocol::RecommendForItemQuery& query) {
  if (query.item == 0 || query.item >= book.shop->items.size()) {
    return Error{ErrorCode::InvalidRequest, "There is no such item in these files. Choose another one.", ""};
  }
  std::vector<customer::Recommendation> offers;
  if (book.recommender) {
    customer::RecommendOptions options = book.offer_options;
    options.top = kMostOffers;
    offers = book.recommender->beside_item(query.item, options);
  }
  JsonWriter json;
  json.begin_object()
      .member("id", id)
      .member("item", query.item)
      .member("name", book.shop->item_names[query.item]);
  write_offers(book, offers, json);
  json.end_object();
  return json.take();
}

}  // namespace attune::engine
