#include "engine/customer_picture.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <string>

#include "base/dates.hpp"
#include "engine/customer_value_picture.hpp"
#include "engine/group_profiles.hpp"
#include "snapshot/customer_names.hpp"
#include "stats/intervals.hpp"

namespace attune::engine {
namespace {

constexpr std::size_t kMostPoints = 2000;
constexpr std::size_t kMostListed = 200;

snapshot::Estimate share_of(std::uint64_t part, std::uint64_t whole) {
  const stats::Interval interval = stats::share_interval(part, whole);
  return {whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0, interval.low, interval.high,
          whole};
}

// All orders' gross amount by their number. Orders of one customer are alike, so the interval is that of a
// ratio whose cases are customers (Cochran 1977, "Sampling Techniques", 6.4).
snapshot::Estimate mean_order_of(std::span<const customer::CustomerHistory> customers) {
  double gross = 0;
  std::uint64_t orders = 0;
  for (const customer::CustomerHistory& history : customers) {
    gross += history.mean_order * history.orders;
    orders += history.orders;
  }
  if (orders == 0) return {};
  const double ratio = gross / static_cast<double>(orders);
  double squares = 0;
  for (const customer::CustomerHistory& history : customers) {
    const double off = (history.mean_order - ratio) * history.orders;
    squares += off * off;
  }
  const auto n = static_cast<double>(customers.size());
  const double orders_each = static_cast<double>(orders) / n;
  const double deviation = n > 1 ? std::sqrt(squares / (n - 1)) / orders_each : 0;
  const stats::Interval interval = stats::mean_interval(customers.size(), ratio, deviation);
  return {ratio, std::max(0.0, interval.low), interval.high, orders};
}

void draw_counts(const CustomerBook& book, snapshot::CustomerCounts& counts) {
  const ShopData& shop = *book.shop;
  const customer::Histories& histories = book.value.histories;
  counts.customers = book.customers();
  counts.with_orders = histories.customers.size();
  counts.guest_orders = histories.guest_orders;
  counts.guest_revenue = histories.guest_revenue;
  counts.other_currency_orders = histories.other_currency_orders;
  counts.cancelled_orders = shop.cancelled_orders;
  counts.unusable_rows = shop.unusable_rows + histories.unusable_amounts;
  counts.currency = book.currency_name();
  MeanOf gap;
  for (const customer::CustomerHistory& history : histories.customers) {
    counts.repeat += history.visits > 1 ? 1 : 0;
    counts.orders += history.orders;
    counts.refunds += history.refunds;
    counts.revenue += history.revenue;
    counts.refunded += history.refunded;
    if (history.visits > 1) gap.add(history.usual_gap_days);
  }
  for (const customer::FeedbackSummary& summary : book.feedback)
    counts.with_feedback += summary.count > 0 ? 1 : 0;
  for (const Consent consent : book.consent) {
    counts.with_consent += consent == Consent::Yes ? 1 : 0;
    counts.without_consent += consent == Consent::No ? 1 : 0;
  }
  if (counts.with_orders > 0 || counts.guest_orders > 0) {
    counts.first_day = histories.first_day;
    counts.last_day = histories.last_day;
  }
  counts.repeat_share = share_of(counts.repeat, counts.with_orders);
  if (shop.has_money) counts.order_amount = mean_order_of(histories.customers);
  counts.order_gap_days = gap.estimate();
}

void draw_identity(const customer::People& people, std::uint64_t records, snapshot::Identity& identity) {
  identity.records = records;
  identity.people = people.customers;
  for (std::size_t i = 0; i < identity.joined_by.size(); ++i) identity.joined_by[i] = people.joined_by[i];
  identity.conflicts = people.conflicts;
  identity.separated = people.separated;
  const auto note = [](const customer::JoinNote& from) {
    return snapshot::IdentityNote{from.key,      static_cast<snapshot::JoinKey>(from.by),
                                  from.value,    from.records,
                                  from.customer, from.rows};
  };
  for (const auto& join : people.joins) identity.joins.push_back(note(join));
  for (const auto& apart : people.kept_apart) identity.kept_apart.push_back(note(apart));
}

void draw_grid(const CustomerBook& book, snapshot::Segments& segments) {
  std::array<std::array<MeanOf, 5>, 5> sentiment;
  const auto& histories = book.value.histories.customers;
  for (std::size_t i = 0; i < book.rfm.size(); ++i) {
    const std::size_t recency = book.rfm[i].recency - 1U;
    const std::size_t frequency = book.rfm[i].frequency - 1U;
    snapshot::RfmCell& cell = segments.grid[recency][frequency];
    ++cell.n;
    cell.revenue += histories[i].revenue;
    cell.expected_value += book.value.customers[i].value;
    const customer::FeedbackSummary& said = book.feedback[histories[i].customer];
    if (said.count > 0) sentiment[recency][frequency].add(said.mean_sentiment);
  }
  for (unsigned r = 0; r < 5; ++r) {
    for (unsigned f = 0; f < 5; ++f) {
      segments.grid[r][f].segment = segment_from(customer::segment_of(r + 1, f + 1));
      segments.grid[r][f].sentiment = sentiment[r][f].estimate();
    }
  }
}

void draw_clusters(const CustomerBook& book, std::vector<snapshot::GroupProfile> profiles,
                   snapshot::Clusters& clusters) {
  const customer::Segmentation& from = book.segmentation;
  clusters.is_made = from.is_made;
  clusters.is_stable = from.choice.is_stable;
  clusters.remark = from.remark;
  for (const auto& feature : from.features) {
    clusters.features.push_back(
        {static_cast<snapshot::Feature>(feature.feature), feature.column,
         feature.is_logarithm ? snapshot::Transform::Logarithm : snapshot::Transform::None});
  }
  if (!from.is_made) return;
  for (const auto& tried : from.choice.tried)
    clusters.tried.push_back({static_cast<std::uint32_t>(tried.clusters), tried.silhouette, tried.stability});
  clusters.silhouette = from.choice.tried[from.choice.chosen].silhouette;
  for (std::size_t k = 0; k < from.groups.size(); ++k) {
    const customer::CustomerGroup& group = from.groups[k];
    snapshot::ClusterGroup made;
    made.profile = std::move(profiles[k]);
    made.centre = group.centre;
    for (const auto& trait : group.traits)
      made.traits.push_back({static_cast<std::uint32_t>(trait.feature), trait.distance});
    for (const auto& condition : group.rule.conditions) {
      snapshot::Condition told{static_cast<std::uint32_t>(condition.feature), {}, {}};
      if (std::isfinite(condition.above)) told.above = condition.above;
      if (std::isfinite(condition.up_to)) told.up_to = condition.up_to;
      made.rule.push_back(told);
    }
    made.rule_precision = group.rule.precision;
    made.rule_recall = group.rule.recall;
    made.stability = std::min(1.0, group.stability);
    made.x = group.x;
    made.y = group.y;
    clusters.groups.push_back(std::move(made));
  }
  for (std::size_t c = 0; c < from.axes.directions.rows; ++c) {
    snapshot::PlotAxis axis{from.axes.explained_share[c], {}};
    for (std::uint32_t j = 0; j < from.axes.directions.columns; ++j)
      axis.loadings.push_back({j, from.axes.directions.at(c, j)});
    std::stable_sort(axis.loadings.begin(), axis.loadings.end(),
                     [](const auto& a, const auto& b) { return std::abs(a.weight) > std::abs(b.weight); });
    clusters.axes.push_back(std::move(axis));
  }
  const std::size_t rows = from.coordinates.rows;
  const std::size_t stride = std::max<std::size_t>(1, (rows + kMostPoints - 1) / kMostPoints);
  for (std::size_t row = stride / 2; row < rows; row += stride) {
    const std::uint32_t customer = book.customer_of_row[row];
    if (customer == customer::kNobody) continue;
    const std::uint32_t at = book.history_of.empty() ? kNoHistory : book.history_of[customer];
    clusters.points.push_back(
        {customer, static_cast<float>(from.coordinates.at(row, 0)),
         static_cast<float>(from.coordinates.at(row, 1)), from.choice.clustering.cluster_of_row[row],
         at == kNoHistory ? snapshot::RfmSegment::Hibernating : segment_from(book.rfm[at].segment)});
  }
}

void draw_test(const customer::ScoreTest& test, snapshot::Score& score) {
  score.n = test.n;
  score.yes = test.yes;
  score.auc = {test.model.auc, test.model.auc_low, test.model.auc_high, test.n};
  score.naive_auc = {test.naive.auc, test.naive.auc_low, test.naive.auc_high, test.n};
  score.lift_at_tenth = test.model.lift_at_tenth;
  score.naive_lift_at_tenth = test.naive.lift_at_tenth;
  score.brier = test.brier;
  score.calibration_error = test.calibration_error;
  for (const stats::ReliabilityBin& bin : test.calibration)
    score.calibration.push_back({bin.mean_score, bin.share, bin.interval.low, bin.interval.high, bin.n});
}

void draw_reasons(const std::vector<customer::ScoreReason>& from,
                  std::vector<snapshot::ScoreReason>& reasons) {
  for (const customer::ScoreReason& reason : from) {
    if (reasons.size() == 50) break;
    reasons.push_back({reason.what, reason.value, reason.weight, reason.low, reason.high});
  }
}

void draw_scores(const CustomerBook& book, snapshot::Customers& customers) {
  snapshot::Score& next = customers.next_order;
  next.is_made = book.next_order.is_made;
  next.remark = book.next_order.remark;
  next.horizon_days = book.next_order.horizon_days;
  next.naive_rule = "most-recent-first";
  if (next.is_made) {
    next.learned_until = book.next_order.learned_until;
    next.tested_until = book.next_order.tested_until;
    next.uses_naive_rule = book.next_order.uses_naive_rule;
    draw_test(book.next_order.test, next);
    draw_reasons(book.next_order.reasons, next.reasons);
  }
  snapshot::Score& lead = customers.lead;
  lead.is_made = book.lead.is_made;
  lead.remark = book.lead.remark;
  lead.label = book.label_column;
  lead.outcome = book.label_yes;
  lead.naive_rule = "best-single-column";
  if (!lead.is_made) return;
  lead.folds = book.lead.folds;
  draw_test(book.lead.test, lead);
  draw_reasons(book.lead.reasons, lead.reasons);
}

void draw_offers(const CustomerBook& book, snapshot::Recommendations& offers) {
  const ShopData& shop = *book.shop;
  offers.remark = book.offer_remark;
  offers.known_margins = book.known_margins;
  offers.items = shop.items.size() - 1;
  const customer::InteractionTable& learned_from = book.learned_from();
  offers.interactions = learned_from.size();
  offers.baskets = book.rules.baskets;
  offers.is_made = book.recommender.has_value();
  offers.best = static_cast<snapshot::Method>(book.back_test.best);
  offers.top = static_cast<std::uint32_t>(book.back_test.top);
  for (std::uint32_t c = 0; c < book.interactions.customer_count(); ++c)
    offers.customers += book.interactions.items_of(c).empty() ? 0 : 1;
  for (const customer::BackTestRow& row : book.back_test.rows)
    offers.back_test.push_back({static_cast<snapshot::Method>(row.method),
                                {row.hit_rate, row.hit_low, row.hit_high, row.n},
                                row.ndcg});
  std::vector<double> revenue(shop.items.size(), 0);
  for (const ShopItem& thing : shop.things) revenue[thing.item] += thing.amount;
  std::vector<snapshot::ItemCount> popular;
  for (std::uint32_t item = 1; item < learned_from.item_count(); ++item)
    popular.push_back({item, shop.item_names[item], learned_from.customers_of(item).size(), revenue[item]});
  std::stable_sort(popular.begin(), popular.end(),
                   [](const auto& a, const auto& b) { return a.customers > b.customers; });
  if (popular.size() > kMostListed) popular.resize(kMostListed);
  offers.popular = std::move(popular);
  for (const customer::BasketRule& rule : book.rules.rules) {
    if (rule.if_items.size() == 1 && rule.if_items.front() < rule.then_item &&
        offers.bought_together.size() < kMostListed)
      offers.bought_together.push_back({shop.item_names[rule.if_items.front()],
                                        shop.item_names[rule.then_item], rule.together, rule.lift});
    if (offers.rules.size() == kMostListed) continue;
    snapshot::BasketRule made{
        {},          shop.item_names[rule.then_item], rule.together, rule.support, rule.confidence, rule.lift,
        rule.p_value};
    for (const std::uint32_t item : rule.if_items) made.if_items.push_back(shop.item_names[item]);
    offers.rules.push_back(std::move(made));
  }
}

}  // namespace

Stepped<CustomersPtr> draw_customers(const CustomerBook& book) {
  auto customers = std::make_shared<snapshot::Customers>();
  draw_counts(book, customers->counts);
  draw_identity(book.people, book.shop->records.all().size(), customers->identity);
  co_yield attune::Progress{"Drawing customers", 1, 5};
  draw_grid(book, customers->segments);
  draw_value(book, customers->value);
  co_yield attune::Progress{"Drawing customers", 2, 5};
  auto profiling = profile_groups(book);
  while (profiling.advance()) co_yield profiling.progress();
  GroupProfiles profiles = std::move(profiling).result();
  for (std::size_t i = 0; i < snapshot::kRfmSegments; ++i)
    customers->segments.named[i] = std::move(profiles.named[i]);
  draw_clusters(book, std::move(profiles.clusters), customers->segments.clusters);
  for (std::size_t i = 0; i < book.settings.segments.size(); ++i)
    customers->segments.user_made.push_back(
        {book.settings.segments[i].name, std::move(profiles.user_made[i])});
  co_yield attune::Progress{"Drawing customers", 3, 5};
  snapshot::Movement& movement = customers->segments.movement;
  movement.customers = book.movement.customers;
  if (!movement.customers.empty())
    movement.from_day = book.movement.from_day, movement.to_day = book.movement.to_day;
  draw_survival(book.survival, customers->survival);
  draw_retention(book.retention, customers->retention);
  draw_scores(book, *customers);
  co_yield attune::Progress{"Drawing customers", 4, 5};
  draw_offers(book, customers->recommendations);
  co_return CustomersPtr{std::move(customers)};
}

}  // namespace attune::engine
