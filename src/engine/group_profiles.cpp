#include "engine/group_profiles.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/numbers.hpp"
#include "ingest/cell_shapes.hpp"
#include "snapshot/customer_names.hpp"

namespace attune::engine {
namespace {

using customer::kNobody;

constexpr std::size_t kCustomersPerPause = 4096;
constexpr std::size_t kMostProducts = 5;
constexpr double kFewestBuyers = 3;

struct Group {
  snapshot::GroupProfile profile;
  MeanOf orders, order_amount, days_since_order, sentiment, churn_risk;
  std::vector<double> buyers;  // of each item
};

void add(const CustomerBook& book, std::uint32_t customer, double risk, Group& group) {
  ++group.profile.n;
  const std::uint32_t at = book.history_of.empty() ? kNoHistory : book.history_of[customer];
  if (at != kNoHistory) {
    const customer::CustomerHistory& history = book.value.histories.customers[at];
    group.profile.revenue += history.revenue;
    group.profile.expected_value += book.value.customers[at].value;
    group.orders.add(history.visits);
    group.order_amount.add(history.mean_order);
    group.days_since_order.add(static_cast<double>(book.until) - history.last_day);
    group.churn_risk.add(risk);
  }
  const customer::FeedbackSummary& said = book.feedback[customer];
  if (said.count > 0) group.sentiment.add(said.mean_sentiment);
  if (customer < book.interactions.customer_count()) {
    for (const std::uint32_t item : book.interactions.items_of(customer)) group.buyers[item] += 1;
  }
}

// Bought more often than by others: by the excess over what chance would give, in standard deviations.
void name_products(const CustomerBook& book, std::uint64_t all, Group& group) {
  if (book.interactions.item_count() == 0 || group.profile.n == 0 || group.profile.n == all) return;
  std::vector<std::pair<double, std::uint32_t>> ranked;
  const double share = static_cast<double>(group.profile.n) / static_cast<double>(all);
  for (std::uint32_t item = 1; item < book.interactions.item_count(); ++item) {
    const auto buyers = static_cast<double>(book.interactions.customers_of(item).size());
    const double excess = group.buyers[item] - share * buyers;
    if (group.buyers[item] < kFewestBuyers || !(excess > 0)) continue;
    ranked.emplace_back(-excess / std::sqrt(share * (1 - share) * buyers), item);
  }
  const std::size_t most = std::min(kMostProducts, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(most), ranked.end());
  for (std::size_t i = 0; i < most; ++i)
    group.profile.products.push_back(book.shop->item_names[ranked[i].second]);
}

std::vector<snapshot::GroupProfile> finish(const CustomerBook& book, std::vector<Group>& groups,
                                           std::uint64_t all) {
  std::vector<snapshot::GroupProfile> profiles;
  for (Group& group : groups) {
    group.profile.share = all > 0 ? static_cast<double>(group.profile.n) / static_cast<double>(all) : 0;
    group.profile.orders = group.orders.estimate();
    group.profile.order_amount = group.order_amount.estimate();
    group.profile.days_since_order = group.days_since_order.estimate();
    group.profile.sentiment = group.sentiment.estimate();
    group.profile.churn_risk = group.churn_risk.estimate();
    name_products(book, all, group);
    profiles.push_back(std::move(group.profile));
  }
  return profiles;
}

// The cell of a column that was used to form groups, by its name.
double column_figure(const CustomerBook& book, std::uint32_t customer, std::string_view name) {
  for (const SourceRows& rows : book.shop->sources) {
    if (rows.kind != SourceKind::Customers) continue;
    const auto column = rows.source.table->find(name);
    if (!column) continue;
    const auto at = std::find(rows.person_of_row.begin(), rows.person_of_row.end(), customer);
    if (at == rows.person_of_row.end()) continue;
    const auto row = static_cast<std::size_t>(at - rows.person_of_row.begin());
    std::string_view cell = ingest::trimmed(rows.source.table->columns[*column].cells[row]);
    static_cast<void>(ingest::take_currency(cell));
    return parse_number(cell, rows.source.roles->profiles[*column].number_style).value_or(std::nan(""));
  }
  return std::nan("");
}

}  // namespace

Stepped<GroupProfiles> profile_groups(const CustomerBook& book) {
  const std::size_t items = book.interactions.item_count();
  const auto make = [items](std::size_t count) {
    std::vector<Group> groups(count);
    for (Group& group : groups) group.buyers.assign(items, 0);
    return groups;
  };
  std::vector<Group> named = make(customer::kRfmSegments);
  std::vector<Group> clusters = make(book.segmentation.groups.size());
  std::vector<Group> user_made = make(book.settings.segments.size());
  std::uint64_t with_cluster = 0;
  for (std::uint32_t customer = 0; customer < book.customers(); ++customer) {
    const std::uint32_t at = book.history_of.empty() ? kNoHistory : book.history_of[customer];
    const double risk = at == kNoHistory ? 0 : customer::risk_of_leaving(book.value.customers[at]);
    if (at != kNoHistory) add(book, customer, risk, named[static_cast<std::size_t>(book.rfm[at].segment)]);
    if (const std::uint32_t cluster = book.cluster_of[customer]; cluster != kNoCluster) {
      add(book, customer, risk, clusters[cluster]);
      ++with_cluster;
    }
    for (std::size_t i = 0; i < user_made.size(); ++i) {
      if (meets(book, customer, book.settings.segments[i])) add(book, customer, risk, user_made[i]);
    }
    if (customer % kCustomersPerPause == kCustomersPerPause - 1)
      co_yield attune::Progress{"Describing segments", customer, book.customers()};
  }
  co_return GroupProfiles{finish(book, named, book.value.histories.customers.size()),
                          finish(book, clusters, with_cluster), finish(book, user_made, book.customers())};
}

double figure_of(const CustomerBook& book, std::uint32_t customer, std::string_view name) {
  constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
  if (name == "next-order")
    return customer < book.next_order.chance.size() ? book.next_order.chance[customer] : kUnknown;
  const auto feature = snapshot::feature_from_name(name);
  if (feature == snapshot::Feature::Sentiment)
    return book.feedback[customer].count > 0 ? book.feedback[customer].mean_sentiment : kUnknown;
  if (feature == snapshot::Feature::DifferentProducts) {
    return customer < book.interactions.customer_count()
               ? static_cast<double>(book.interactions.items_of(customer).size())
               : kUnknown;
  }
  const std::uint32_t at = book.history_of.empty() ? kNoHistory : book.history_of[customer];
  if (at == kNoHistory) return feature ? kUnknown : column_figure(book, customer, name);
  const customer::CustomerHistory& history = book.value.histories.customers[at];
  if (name == "expected-value") return book.value.customers[at].value;
  if (name == "churn-risk") return customer::risk_of_leaving(book.value.customers[at]);
  if (!feature) return column_figure(book, customer, name);
  switch (*feature) {
    case snapshot::Feature::DaysSinceOrder:
      return static_cast<double>(book.until) - history.last_day;
    case snapshot::Feature::Orders:
      return history.visits;
    case snapshot::Feature::OrderAmount:
      return history.mean_order;
    case snapshot::Feature::Tenure:
      return static_cast<double>(book.until) - history.first_day;
    case snapshot::Feature::UsualGap:
      return history.visits > 1 ? history.usual_gap_days : kUnknown;
    case snapshot::Feature::RefundShare:
      return history.orders > 0 ? static_cast<double>(history.refunds) / history.orders : 0;
    case snapshot::Feature::Revenue:
      return history.revenue;
    case snapshot::Feature::Sentiment:
    case snapshot::Feature::DifferentProducts:
    case snapshot::Feature::Column:
      break;
  }
  return kUnknown;
}

bool meets(const CustomerBook& book, std::uint32_t customer, const protocol::SegmentRule& rule) {
  return std::all_of(rule.conditions.begin(), rule.conditions.end(),
                     [&](const protocol::FeatureCondition& condition) {
                       const double figure = figure_of(book, customer, condition.feature);
                       if (std::isnan(figure)) return false;
                       return (!condition.above || figure > *condition.above) &&
                              (!condition.up_to || figure <= *condition.up_to);
                     });
}

}  // namespace attune::engine
