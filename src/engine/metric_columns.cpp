#include "engine/metric_columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "base/diagnostics.hpp"
#include "engine/column_list.hpp"
#include "engine/contract_table.hpp"
#include "engine/review_builder.hpp"
#include "engine/review_writers.hpp"
#include "engine/spending_columns.hpp"
#include "feedback/reviews.hpp"
#include "ingest/column_types.hpp"
#include "ingest/feedback_fields.hpp"

namespace attune::engine {
namespace {

using ingest::ColumnRole;
using ingest::TableKind;
using insight::MetricSources;

constexpr std::size_t kRowsAtOnce = 1024;
constexpr double kMostHours = 24.0 * 366;  // a ticket open for longer was closed by a script

// What a question asks, by words of its column's name in four languages.
constexpr std::array<std::string_view, 6> kRecommend{"nps",       "recommend", "empfehl",
                                                     "recommand", "recomend",  "promoter"};
constexpr std::array<std::string_view, 5> kSatisfied{"csat", "satisf", "zufried", "satisfac", "contento"};
constexpr std::array<std::string_view, 5> kEffort{"ces", "effort", "easy", "aufwand", "esfuerzo"};

template <std::size_t Size>
bool names_any(const std::string& name, const std::array<std::string_view, Size>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    // Short codes stand alone ("CES", not "success").
    if (word.size() > 4) return name.find(word) != std::string::npos;
    const std::size_t at = name.find(word);
    if (at == std::string::npos) return false;
    const auto is_letter = [&](std::size_t i) { return i < name.size() && name[i] >= 'a' && name[i] <= 'z'; };
    return !(at > 0 && is_letter(at - 1)) && !is_letter(at + word.size());
  });
}

double hours_between(const DateTime& from, const DateTime& to) {
  return 24.0 * (to.days - from.days) + (to.second_of_day - from.second_of_day) / 3600.0;
}

class Gatherer {
 public:
  Gatherer(const std::deque<SourceFile>& files, const CustomerBook* customers)
      : files_{files}, customers_{customers} {}

  Stepped<MetricSources> gather();

 private:
  struct Place {
    const SourceFile* file;
    const table::Table* table;
    const ingest::RoleMap* roles;
    std::uint32_t number, table_number;  // of the file, of the table in it
  };
  [[nodiscard]] std::string named(const Place& place, std::size_t column) const {
    return place.file->request.name + ": " + place.table->columns[column].name;
  }
  void name_columns(const Place& place, std::initializer_list<ColumnRole> roles,
                    std::vector<std::string>& names) const {
    list_columns(place.file->request.name, *place.table, *place.roles, roles, names);
  }
  // 0: nobody can be told.
  std::uint32_t person(const ingest::FeedbackFields& fields, std::size_t row) {
    for (const ColumnRole role : {ColumnRole::Email, ColumnRole::CustomerId, ColumnRole::Phone}) {
      const std::string_view cell = fields.cell(row, role);
      if (!ingest::is_missing(cell)) return people_.id_of(ascii_lower(cell));
    }
    const std::string name = fields.author(row);
    return name.empty() ? 0 : people_.id_of(ascii_lower(name));
  }
  void find_questions(const Place& place);
  void add_order(const ingest::FeedbackFields& fields, const std::vector<std::uint32_t>* persons,
                 std::size_t row);
  void add_item(const ingest::FeedbackFields& fields, std::size_t row);
  void add_contracts(const Place& place);
  void add_subscriptions();

  const std::deque<SourceFile>& files_;
  const CustomerBook* customers_;
  Diagnostics unheard_;  // told elsewhere
  feedback::NameList people_, agents_, order_names_;
  std::set<std::string> products_;
  std::string last_order_;
  std::set<std::uint32_t> listed_, buyers_;
  MetricSources sources_;
};

void Gatherer::find_questions(const Place& place) {
  const ingest::FeedbackFields fields{*place.table, *place.roles};
  for (std::size_t column = 0; column < place.table->columns.size(); ++column) {
    const ingest::ColumnProfile& profile = place.roles->profiles[column];
    const ColumnRole role = place.roles->columns[column].role;
    const std::string name = ascii_lower(place.table->columns[column].name);
    const bool is_scale = profile.type == ingest::CellType::Number && profile.low >= 0 && profile.high > 1 &&
                          profile.high <= 10;
    std::optional<MetricSources::Question>* question = nullptr;
    // "Recommended": 1 or 0, and stars, are no answers from 0 to 10.
    if (role == ColumnRole::Nps || (is_scale && profile.high > 5 && names_any(name, kRecommend)))
      question = &sources_.recommend;
    else if (role == ColumnRole::Csat || (is_scale && names_any(name, kSatisfied)))
      question = &sources_.satisfaction;
    else if (role == ColumnRole::Ces || (is_scale && names_any(name, kEffort)))
      question = &sources_.effort;
    if (question == nullptr) continue;
    if (!*question) question->emplace();
    (*question)->columns.push_back(named(place, column));
    const auto& cells = place.table->columns[column].cells;
    for (std::size_t row = 0; row < cells.size(); ++row) {
      const auto value = parse_number(cells[row], profile.number_style);
      if (!value || *value < 0 || *value > 10) continue;
      const auto date = fields.date(row, unheard_);
      (*question)->answers.push_back(*value);
      (*question)->days.push_back(date ? date->days : feedback::Reviews::kNoDay);
      (*question)->places.push_back({place.number, place.table_number, static_cast<std::uint32_t>(row)});
    }
  }
}

// persons: of the rows, in the customer book; may be null.
void Gatherer::add_order(const ingest::FeedbackFields& fields, const std::vector<std::uint32_t>* persons,
                         std::size_t row) {
  const auto date = fields.date(row, unheard_);
  if (!date) return;
  MetricSources::Order order;
  order.day = date->days;
  order.customer = person(fields, row);
  const auto amount = fields.number(row, ColumnRole::Amount, unheard_);
  const auto price = fields.number(row, ColumnRole::UnitPrice, unheard_);
  const auto quantity = fields.number(row, ColumnRole::Quantity, unheard_);
  const std::string_view id = fields.cell(row, ColumnRole::OrderId);
  order.continues = !id.empty() && id == last_order_ && !sources_.orders.empty();
  last_order_ = id;
  if (!amount && !price) {
    if (order.continues) return;  // a further line of an order that was counted whole
  }
  if (amount || price) sources_.orders_have_amounts = true;
  order.amount = amount ? *amount : price ? *price * quantity.value_or(1) : 0.0;
  const auto refund = fields.number(row, ColumnRole::Refund, unheard_);
  order.is_refund = order.amount < 0 || (refund && *refund > 0 && *refund >= order.amount);
  if (order.customer != 0 && !order.is_refund) buyers_.insert(order.customer);
  order.source = sources_.sources.id_of(fields.cell(row, ColumnRole::Source));
  order.place = sources_.places.id_of(fields.cell(row, ColumnRole::Place));
  if (persons != nullptr) order.segment = segment_of(*customers_, (*persons)[row]);
  sources_.orders.push_back(order);
  if (const std::string_view product = fields.cell(row, ColumnRole::Product); !product.empty())
    products_.emplace(product);
}

void Gatherer::add_item(const ingest::FeedbackFields& fields, std::size_t row) {
  const std::string_view order = fields.cell(row, ColumnRole::OrderId);
  const bool has_product = !ingest::is_missing(fields.cell(row, ColumnRole::Product)) ||
                           !ingest::is_missing(fields.cell(row, ColumnRole::ProductId));
  if (ingest::is_missing(order) || !has_product) return;
  const auto quantity = fields.number(row, ColumnRole::Quantity, unheard_);
  if (quantity && !(*quantity > 0)) return;  // sent back
  const std::uint32_t at = order_names_.id_of(order);
  if (at > sources_.lines_of_order.size()) sources_.lines_of_order.resize(at, 0);
  ++sources_.lines_of_order[at - 1];
}

// A list of subscriptions: when each began, and when it ended if it has.
void Gatherer::add_contracts(const Place& place) {
  const std::vector<Contract> contracts = contracts_of(*place.table, *place.roles);
  if (contracts.empty()) return;
  if (!sources_.subscriptions) sources_.subscriptions.emplace();
  MetricSources::Subscriptions& subscriptions = *sources_.subscriptions;
  for (const Contract& contract : contracts) {
    if (contract.has_ended && !contract.days) continue;  // nobody knows when
    ++(contract.has_ended ? subscriptions.ended : subscriptions.active);
    subscriptions.months += contract.days.value_or(0) * 12 / 365.25;
  }
  name_columns(place, {ColumnRole::SubscriptionStart, ColumnRole::SubscriptionEnd, ColumnRole::Status},
               subscriptions.columns);
}

// Those seen in payments, where no list tells of any.
void Gatherer::add_subscriptions() {
  if (sources_.subscriptions || customers_ == nullptr || !customers_->subscriptions.is_made) return;
  const customer::Subscriptions& found = customers_->subscriptions;
  sources_.subscriptions = MetricSources::Subscriptions{found.active, found.ended, found.months,
                                                        found.monthly_revenue, sources_.order_columns};
}

Stepped<MetricSources> Gatherer::gather() {
  sources_.orders_have_amounts = false;
  for (std::size_t number = 0; number < files_.size(); ++number) {
    const SourceFile& file = files_[number];
    for (std::size_t at = 0; at < file.roles.size(); ++at) {
      const Place place{&file, &file.tables()[at], &file.roles[at], static_cast<std::uint32_t>(number),
                        static_cast<std::uint32_t>(at)};
      const ingest::RoleMap& roles = *place.roles;
      const ingest::FeedbackFields fields{*place.table, roles};
      find_questions(place);
      add_contracts(place);
      add_spending(file.request.name, *place.table, roles, sources_.spending);
      co_yield attune::Progress{"Gathering figures", 0, 0};
      const bool is_feedback = holds_reviews(roles);
      const bool is_orders = roles.kind == TableKind::Orders || roles.kind == TableKind::OrderLines;
      const bool is_tickets = fields.has(ColumnRole::Date) &&
                              (fields.has(ColumnRole::ClosedDate) || fields.has(ColumnRole::FirstReplyDate));
      const bool is_people = roles.kind == TableKind::Customers || roles.kind == TableKind::Events;
      if (is_feedback)
        name_columns(place, {ColumnRole::Text, ColumnRole::Title, ColumnRole::Rating, ColumnRole::Date},
                     sources_.review_columns);
      if (is_feedback && fields.has(ColumnRole::Reply))
        name_columns(place, {ColumnRole::Reply}, sources_.reply_columns);
      if (is_orders) {
        name_columns(
            place,
            {ColumnRole::Date, ColumnRole::OrderId, ColumnRole::Amount, ColumnRole::UnitPrice,
             ColumnRole::Quantity, ColumnRole::Email, ColumnRole::CustomerId, ColumnRole::CustomerName},
            sources_.order_columns);
        const auto amount = roles.find(ColumnRole::Amount);
        if (amount && sources_.currency.empty()) sources_.currency = roles.profiles[*amount].currency;
      }
      if (is_tickets)
        name_columns(
            place, {ColumnRole::Date, ColumnRole::ClosedDate, ColumnRole::FirstReplyDate, ColumnRole::Agent},
            sources_.ticket_columns);
      if (is_people)
        name_columns(place, {ColumnRole::Email, ColumnRole::CustomerId, ColumnRole::EventName},
                     sources_.people_columns);
      const auto* persons =
          customers_ == nullptr ? nullptr : persons_of(*customers_, place.number, place.table_number);
      last_order_.clear();
      for (std::size_t row = 0; row < place.table->row_count(); ++row) {
        if (is_feedback && fields.has(ColumnRole::Reply)) {
          ++sources_.could_be_replied;
          if (!ingest::is_missing(fields.cell(row, ColumnRole::Reply))) ++sources_.replied;
        }
        if (is_orders) {
          if (sources_.currency.empty())
            sources_.currency = std::string{fields.cell(row, ColumnRole::Currency)};
          add_order(fields, persons, row);
          add_item(fields, row);
        }
        if (is_tickets) {
          const auto opened = fields.date(row, unheard_);
          const std::string_view cell = fields.cell(row, ColumnRole::ClosedDate);
          const auto column = roles.find(ColumnRole::ClosedDate);
          const auto closed = ingest::is_missing(cell) || !column
                                  ? std::nullopt
                                  : ingest::parse_date(cell, roles.profiles[*column].date_order);
          const std::string_view replied = fields.cell(row, ColumnRole::FirstReplyDate);
          if (opened && !ingest::is_missing(replied)) {
            const auto reply_column = roles.find(ColumnRole::FirstReplyDate);
            if (const auto reply = ingest::parse_date(replied, roles.profiles[*reply_column].date_order)) {
              const double hours = hours_between(*opened, *reply);
              if (hours >= 0 && hours <= kMostHours) sources_.first_replies.push_back({opened->days, hours});
            }
          }
          if (opened && closed) {
            const double hours = hours_between(*opened, *closed);
            const std::string_view agent = fields.cell(row, ColumnRole::Agent);
            if (hours >= 0 && hours <= kMostHours)
              sources_.tickets.push_back(
                  {opened->days, closed->days, hours, ingest::is_missing(agent) ? 0 : agents_.id_of(agent)});
          }
        }
        if (is_people) {
          if (const std::uint32_t one = person(fields, row); one != 0) listed_.insert(one);
          if (roles.kind == TableKind::Events) {
            const std::string event = ascii_lower(fields.cell(row, ColumnRole::EventName));
            const bool is_purchase = event.find("purchase") != std::string::npos ||
                                     event.find("transaction") != std::string::npos ||
                                     event.find("order") != std::string::npos ||
                                     event.find("checkout complete") != std::string::npos;
            if (is_purchase) buyers_.insert(person(fields, row));
          }
        }
        if (!is_orders && !is_tickets && !is_people && !fields.has(ColumnRole::Reply))
          break;  // nothing to gather row by row
        if (row % kRowsAtOnce == kRowsAtOnce - 1)
          co_yield attune::Progress{"Gathering figures", row, place.table->row_count()};
      }
    }
  }
  sources_.people = listed_.size();
  sources_.buyers_among_people = static_cast<std::uint64_t>(std::count_if(
      listed_.begin(), listed_.end(), [&](std::uint32_t one) { return buyers_.contains(one); }));
  sources_.products.assign(products_.begin(), products_.end());
  add_subscriptions();
  co_return std::move(sources_);
}

}  // namespace

Stepped<MetricSources> gather_metric_sources(const std::deque<SourceFile>& files,
                                             const CustomerBook* customers) {
  Gatherer gatherer{files, customers};
  auto gathering = gatherer.gather();
  while (gathering.advance()) co_yield gathering.progress();
  co_return std::move(gathering).result();
}

}  // namespace attune::engine
