#include "engine/customer_book.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "base/numbers.hpp"
#include "engine/contract_table.hpp"
#include "ingest/cell_shapes.hpp"
#include "ingest/feedback_fields.hpp"

namespace attune::engine {
namespace {

using customer::kNobody;
using ingest::ColumnRole;

const std::string kNoText;

void put_customers_for_records(CustomerBook& book) {
  ShopData& shop = *book.shop;
  const auto& of_record = book.people.customer_of_record;
  const auto customer_of = [&](std::uint32_t person) {
    return person == kNobody ? kNobody : of_record[person];
  };
  for (SourceRows& rows : shop.sources) {
    for (std::uint32_t& person : rows.person_of_row) person = customer_of(person);
  }
  for (customer::Order& order : shop.orders) order.customer = customer_of(order.customer);
  for (ShopItem& thing : shop.things) thing.person = customer_of(thing.person);
  book.first_record.assign(book.customers() + std::size_t{1}, 0);
  for (const std::uint32_t customer : of_record) ++book.first_record[customer + std::size_t{1}];
  for (std::size_t c = 0; c < book.customers(); ++c) book.first_record[c + 1] += book.first_record[c];
  std::vector<std::uint32_t> next = book.first_record;
  book.records.resize(of_record.size());
  for (std::uint32_t record = 0; record < of_record.size(); ++record)
    book.records[next[of_record[record]]++] = record;
}

// The currency of most orders; of equals the one seen first.
std::uint16_t main_currency(const std::vector<customer::Order>& orders) {
  std::map<std::uint16_t, std::uint64_t> counts;
  for (const customer::Order& order : orders) ++counts[order.currency];
  std::uint16_t best = 0;
  std::uint64_t most = 0;
  for (const auto& [currency, count] : counts) {
    if (count > most) best = currency, most = count;
  }
  return best;
}

customer::LifetimeModel model_from(const std::string& name) {
  if (name == "pareto-nbd") return customer::LifetimeModel::ParetoNbd;
  return name == "mbg-nbd" ? customer::LifetimeModel::MbgNbd : customer::LifetimeModel::BgNbd;
}

// A "no" anywhere is a no.
void read_consent(CustomerBook& book) {
  book.consent.assign(book.customers(), Consent::Unknown);
  for (const SourceRows& rows : book.shop->sources) {
    const auto column = rows.source.roles->find(ColumnRole::Consent);
    if (!column || rows.person_of_row.empty()) continue;
    const table::StringColumn& cells = rows.source.table->columns[*column].cells;
    for (std::size_t row = 0; row < rows.person_of_row.size(); ++row) {
      const std::uint32_t customer = rows.person_of_row[row];
      if (customer == kNobody) continue;
      const int answer = ingest::boolean_of(ingest::trimmed(cells[row]));
      if (answer == 0) book.consent[customer] = Consent::No;
      if (answer == 1 && book.consent[customer] == Consent::Unknown) book.consent[customer] = Consent::Yes;
    }
  }
}

// Days from the first visit to the second, running still for those who have not come back.
SurvivalFacts second_order_survival(std::span<const customer::Order> orders, std::int32_t until,
                                    std::uint16_t currency) {
  std::vector<std::pair<std::uint32_t, std::int32_t>> visits;
  for (const customer::Order& order : orders) {
    if (order.customer != customer::kGuest && order.currency == currency && order.amount >= 0 &&
        order.day <= until)
      visits.emplace_back(order.customer, order.day);
  }
  std::sort(visits.begin(), visits.end());
  std::vector<stats::Lifetime> lifetimes;
  for (std::size_t first = 0; first < visits.size();) {
    std::size_t last = first;
    std::int32_t second = until;
    bool came_back = false;
    for (; last < visits.size() && visits[last].first == visits[first].first; ++last) {
      if (!came_back && visits[last].second != visits[first].second)
        second = visits[last].second, came_back = true;
    }
    const double days = static_cast<double>(second) - visits[first].second;
    lifetimes.push_back({days, came_back});
    first = last;
  }
  return survival_in_days(lifetimes);
}

SurvivalFacts subscription_survival(const customer::Subscriptions& subscriptions) {
  SurvivalFacts facts = survival_in_days(subscriptions.lifetimes);
  facts.is_contract = true;
  return facts;
}

void take_clusters(CustomerBook& book) {
  book.cluster_of.assign(book.customers(), kNoCluster);
  if (!book.segmentation.is_made) return;
  const auto& cluster_of_row = book.segmentation.choice.clustering.cluster_of_row;
  for (std::size_t row = 0; row < cluster_of_row.size(); ++row) {
    if (book.customer_of_row[row] != kNobody)
      book.cluster_of[book.customer_of_row[row]] = cluster_of_row[row];
  }
}

}  // namespace

const std::string& CustomerBook::name(std::uint32_t customer) const {
  for (std::uint32_t i = first_record[customer]; i < first_record[customer + 1]; ++i) {
    const auto& record = shop->records.all()[records[i]];
    if (record.shown != 0) return shop->records.shown.text(record.shown);
  }
  return kNoText;
}

const std::string& CustomerBook::email(std::uint32_t customer) const {
  for (std::uint32_t i = first_record[customer]; i < first_record[customer + 1]; ++i) {
    const auto& record = shop->records.all()[records[i]];
    if (record.email != 0) return shop->records.emails.text(record.email);
  }
  return kNoText;
}

const std::string& CustomerBook::id(std::uint32_t customer) const {
  for (std::uint32_t i = first_record[customer]; i < first_record[customer + 1]; ++i) {
    const auto& record = shop->records.all()[records[i]];
    if (record.id != 0) return shop->records.shown_id(record);
  }
  return kNoText;
}

customer::ChurnRisk CustomerBook::risk(std::uint32_t customer) const {
  const std::uint32_t at = history_of[customer];
  const customer::FeedbackSummary* said = customer < feedback.size() ? &feedback[customer] : nullptr;
  return customer::churn_risk(value.histories.customers[at], value.customers[at], until, said);
}

std::string CustomerBook::currency_name() const { return shop->currencies.text(currency); }

SurvivalFacts survival_in_days(std::span<const stats::Lifetime> lifetimes) {
  SurvivalFacts facts;
  facts.unit = "days";
  facts.days_per_period = 30;
  facts.n = lifetimes.size();
  facts.ended = static_cast<std::uint64_t>(
      std::count_if(lifetimes.begin(), lifetimes.end(), [](const auto& one) { return one.has_ended; }));
  facts.curve = stats::kaplan_meier(lifetimes);
  std::vector<stats::Lifetime> periods{lifetimes.begin(), lifetimes.end()};
  for (stats::Lifetime& lifetime : periods) lifetime.time /= facts.days_per_period;
  facts.hazard = stats::discrete_hazard(periods);
  return facts;
}

bool tells_of_customers(std::span<const ShopSource> sources) {
  return std::any_of(sources.begin(), sources.end(), [](const ShopSource& source) {
    switch (source_kind(*source.roles)) {
      case SourceKind::Orders:
      case SourceKind::OrderItems:
      case SourceKind::Customers:
      case SourceKind::Events:
        return true;
      case SourceKind::Feedback:
        return source.roles->find(ColumnRole::Email).has_value() ||
               source.roles->find(ColumnRole::CustomerId).has_value();
      case SourceKind::Products:
      case SourceKind::Other:
        break;
    }
    return false;
  });
}

Stepped<std::unique_ptr<CustomerBook>> open_book(std::vector<ShopSource> sources,
                                                 protocol::CustomerSettings settings) {
  auto book = std::make_unique<CustomerBook>();
  book->settings = std::move(settings);
  auto reading = read_shop(std::move(sources));
  while (reading.advance()) co_yield reading.progress();
  book->shop = std::move(reading).result();
  book->people = customer::join_people(book->shop->records, book->settings.separate);
  co_yield attune::Progress{"Joining people", 0, 0};
  put_customers_for_records(*book);
  read_consent(*book);
  const std::vector<customer::Order>& orders = book->shop->orders;
  book->currency = main_currency(orders);

  customer::ValueOptions options;
  options.currency = book->currency;
  options.horizon_days = book->settings.horizon_days;
  options.model = model_from(book->settings.model);
  if (book->settings.until) options.until = *book->settings.until;
  auto valuing = customer::value_customers(orders, options);
  while (valuing.advance()) co_yield valuing.progress();
  book->value = std::move(valuing).result();
  const auto& histories = book->value.histories.customers;
  book->until = book->value.until;
  book->first_day = book->value.histories.first_day;
  book->history_of.assign(book->customers(), kNoHistory);
  for (std::uint32_t i = 0; i < histories.size(); ++i) book->history_of[histories[i].customer] = i;
  book->rfm = customer::score_rfm(histories);
  co_yield attune::Progress{"Grouping customers", 0, 0};

  customer::FeatureTable features;
  if (!histories.empty()) {
    features = customer::features_of(histories, book->until, book->shop->has_money);
    for (const customer::CustomerHistory& history : histories)
      book->customer_of_row.push_back(history.customer);
  } else {
    features = features_of_table(*book->shop, book->customer_of_row);
  }
  auto segmenting = customer::segment_customers(std::move(features));
  while (segmenting.advance()) co_yield segmenting.progress();
  book->segmentation = std::move(segmenting).result();
  take_clusters(*book);
  if (!histories.empty()) {
    book->movement = customer::segment_movement(orders, book->first_day, book->until, book->currency);
    co_yield attune::Progress{"Looking at who stays", 0, 0};
    book->retention = customer::build_retention(orders, book->currency);
    co_yield attune::Progress{"Looking at who stays", 0, 0};
    auto trying =
        customer::try_on_holdout(orders, book->first_day, book->until, options.model, book->currency);
    while (trying.advance()) co_yield trying.progress();
    book->holdout = std::move(trying).result();
    if (book->shop->has_money) {
      auto looking = customer::find_subscriptions(orders, book->until, book->currency);
      while (looking.advance()) co_yield looking.progress();
      book->subscriptions = std::move(looking).result();
    }
    book->survival = book->subscriptions.is_made ? subscription_survival(book->subscriptions)
                                                 : second_order_survival(orders, book->until, book->currency);
  }
  auto learning = learn_labelled_table(*book);
  while (learning.advance()) co_yield learning.progress();
  learn_contracts(*book);
  book->feedback.assign(book->customers(), {});
  co_return book;
}

}  // namespace attune::engine
