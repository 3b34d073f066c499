// The answer that tells one customer's story: profile, timeline across all files, risk and offers.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "engine/customer_answers.hpp"
#include "feedback/sentiment.hpp"
#include "ingest/cell_shapes.hpp"
#include "ingest/column_types.hpp"

namespace attune::engine {
namespace {

using ingest::ColumnRole;
using protocol::JsonWriter;

constexpr std::size_t kMostEvents = 500;
constexpr std::size_t kMostOffers = 10;
constexpr std::size_t kMostProducts = 20;
constexpr std::size_t kMostEventText = 200;

struct Event {
  std::optional<Days> day;
  const char* kind = "";
  std::string text, detail, file;
  std::optional<double> amount, sentiment, rating;
  std::optional<std::uint64_t> row;
};

const char* kind_of(const SourceRows& rows) {
  if (rows.source.roles->kind == ingest::TableKind::Tickets) return "ticket";
  return rows.source.roles->kind == ingest::TableKind::Survey ? "survey" : "review";
}

void add_orders(const AnalysisRun& run, const CustomerBook& book, std::uint32_t customer,
                std::vector<Event>& events) {
  const ShopData& shop = *book.shop;
  struct Whole {
    std::int32_t day = 0;
    double amount = 0;
    std::string items;
  };
  std::map<std::uint32_t, Whole> orders;
  for (const customer::Order& order : shop.orders) {
    if (order.customer != customer || order.day > book.until) continue;
    orders[order.order].day = order.day;
    orders[order.order].amount += order.amount;
  }
  for (const ShopItem& thing : shop.things) {
    const auto order = thing.person == customer ? orders.find(thing.order) : orders.end();
    if (order == orders.end() || order->second.items.size() > kMostEventText) continue;
    if (!order->second.items.empty()) order->second.items += ", ";
    order->second.items += shop.item_names[thing.item];
  }
  for (auto& [number, whole] : orders) {
    const ShopOrder& facts = shop.order_facts[number];
    Event event;
    event.day = whole.day;
    event.kind = whole.amount < 0 ? "refund" : "order";
    event.text = std::move(whole.items);
    event.detail = shop.order_names.text(facts.name);
    event.file = run.files()[shop.sources[facts.source].source.file].request.name;
    if (shop.has_money) event.amount = whole.amount;
    events.push_back(std::move(event));
  }
}

void add_feedback(const AnalysisRun& run, const CustomerBook& book, std::uint32_t customer,
                  std::vector<Event>& events) {
  const feedback::Reviews& reviews = run.reviews();
  for (const feedback::Part& part : reviews.parts) {
    for (const SourceRows& rows : book.shop->sources) {
      if (rows.source.file != part.file || rows.source.table_number != part.table ||
          rows.person_of_row.empty())
        continue;
      for (std::size_t i = 0; i < part.table_rows.size(); ++i) {
        if (rows.person_of_row[part.table_rows[i]] != customer) continue;
        const auto row = static_cast<feedback::Row>(part.first + i);
        Event event;
        event.day = reviews.day(row);
        event.kind = kind_of(rows);
        std::string scratch;
        const std::string_view text = reviews.text(row, scratch);
        event.text = text.substr(0, utf8::prefix_within(text, kMostEventText));
        event.detail = reviews.product(row);
        event.file = run.files()[part.file].request.name;
        event.rating = reviews.rating(row);
        if (run.feelings().is_known(row)) event.sentiment = run.feelings()[row].score;
        event.row = row;
        events.push_back(std::move(event));
      }
    }
  }
}

void write_timeline(const AnalysisRun& run, const CustomerBook& book, std::uint32_t customer,
                    JsonWriter& json) {
  std::vector<Event> events;
  add_orders(run, book, customer, events);
  add_feedback(run, book, customer, events);
  std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return a.day.value_or(INT32_MIN) > b.day.value_or(INT32_MIN);
  });
  // The story's strongest feeling and its last: what people remember (Fredrickson, Kahneman 1993).
  std::optional<double> peak;
  std::optional<double> end;
  for (const Event& event : events) {
    std::optional<double> felt = event.sentiment;
    if (!felt && event.rating) felt = (*event.rating - 3) / 2;
    if (!felt) continue;
    if (!end) end = felt;
    if (!peak || std::abs(*felt) > std::abs(*peak)) peak = felt;
  }
  if (peak) json.member("peak", *peak).member("end", *end);
  json.member("timelineTotal", events.size()).key("timeline").begin_array();
  for (std::size_t i = 0; i < std::min(events.size(), kMostEvents); ++i) {
    const Event& event = events[i];
    json.begin_object();
    if (event.day) json.member("date", iso_from_days(*event.day));
    json.member("kind", event.kind).member("text", event.text).member("file", event.file);
    if (!event.detail.empty()) json.member("detail", event.detail);
    if (event.amount) json.member("amount", *event.amount);
    if (event.sentiment) json.member("sentiment", *event.sentiment);
    if (event.rating) json.member("rating", *event.rating);
    if (event.row) json.member("row", *event.row);
    json.end_object();
  }
  json.end_array();
}

void write_profile(const CustomerBook& book, std::uint32_t customer, JsonWriter& json) {
  constexpr std::array kRoles{ColumnRole::Email,      ColumnRole::Phone,   ColumnRole::Place,
                              ColumnRole::PostalCode, ColumnRole::Country, ColumnRole::Tags,
                              ColumnRole::Language};
  std::map<ColumnRole, std::string> known;  // the last file and row that tells
  for (const SourceRows& rows : book.shop->sources) {
    for (std::size_t row = 0; row < rows.person_of_row.size(); ++row) {
      if (rows.person_of_row[row] != customer) continue;
      for (const ColumnRole role : kRoles) {
        const auto column = rows.source.roles->find(role);
        if (!column) continue;
        const std::string_view cell = ingest::trimmed(rows.source.table->columns[*column].cells[row]);
        if (!ingest::is_missing(cell)) known[role] = cell;
      }
    }
  }
  json.key("profile").begin_array();
  for (const auto& [role, value] : known)
    json.begin_object().member("name", ingest::name_of(role)).member("value", value).end_object();
  json.end_array().key("knownAs").begin_array();
  const auto& records = book.shop->records;
  for (std::uint32_t i = book.first_record[customer]; i < book.first_record[customer + 1]; ++i) {
    const auto& record = records.all()[book.records[i]];
    std::string told = records.shown.text(record.shown);
    if (record.email != 0)
      told += (told.empty() ? "" : " ") + std::string{"<"} + records.emails.text(record.email) + ">";
    if (record.id != 0) told += (told.empty() ? "" : " ") + std::string{"#"} + records.shown_id(record);
    if (told.empty()) told = records.phones.text(record.phone);
    json.value(told);
  }
  json.end_array();
}

void write_products(const CustomerBook& book, std::uint32_t customer, JsonWriter& json) {
  std::map<std::uint32_t, std::uint64_t> counts;
  for (const ShopItem& thing : book.shop->things) {
    if (thing.person == customer) ++counts[thing.item];
  }
  std::vector<std::pair<std::uint64_t, std::uint32_t>> ranked;
  for (const auto& [item, count] : counts) ranked.emplace_back(count, item);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (ranked.size() > kMostProducts) ranked.resize(kMostProducts);
  json.key("products").begin_array();
  for (const auto& [count, item] : ranked)
    json.begin_object()
        .member("name", book.shop->item_names[item])
        .member("value", std::to_string(count))
        .end_object();
  json.end_array();
}

}  // namespace

Result<std::string> answer_customer(const AnalysisRun& run, const CustomerBook& book, std::uint64_t id,
                                    const protocol::CustomerQuery& query) {
  if (query.customer >= book.customers()) {
    return Error{ErrorCode::InvalidRequest, "This customer is not there any more. Choose another one.",
                 "customer=" + std::to_string(query.customer)};
  }
  JsonWriter json;
  json.begin_object().member("id", id).key("customer").begin_object();
  write_customer(book, query.customer, json);
  json.end_object();
  write_profile(book, query.customer, json);
  json.key("riskReasons").begin_array();
  if (const customer::CustomerHistory* history = book.history(query.customer)) {
    for (const customer::RiskReason& reason : book.risk(query.customer).reasons) {
      json.begin_object()
          .member("code", reason.code)
          .member("sentence", reason.sentence)
          .key("numbers")
          .begin_array();
      for (const double number : reason.numbers) json.value(number);
      json.end_array().end_object();
    }
    json.end_array();
    if (history->visits > 1) json.member("usualGapDays", history->usual_gap_days);
    json.member("meanOrder", history->mean_order)
        .member("refunds", history->refunds)
        .member("refunded", history->refunded);
  } else {
    json.end_array();
  }
  write_products(book, query.customer, json);
  write_timeline(run, book, query.customer, json);
  write_offers(book, offers_for(book, query.customer, kMostOffers), json);
  json.end_object();
  return json.take();
}

}  // namespace attune::engine
