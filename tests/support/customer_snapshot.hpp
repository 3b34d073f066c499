// The customers of a made-up shop, as the engine would summarise them.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "base/dates.hpp"
#include "snapshot/snapshot.hpp"

namespace attune::test {

inline snapshot::Estimate around(double value, double half, std::uint64_t n) {
  return {value, value - half, value + half, n};
}

inline snapshot::GroupProfile profile(std::uint64_t n) {
  snapshot::GroupProfile profile;
  profile.n = n;
  profile.share = 0.1;
  profile.revenue = 1200.5;
  profile.expected_value = 310;
  profile.orders = around(3.2, 0.4, n);
  profile.order_amount = around(34, 3, n);
  profile.days_since_order = around(40, 8, n);
  profile.sentiment = around(0.4, 0.1, n / 2);
  profile.churn_risk = around(0.35, 0.05, n);
  profile.products = {"Sourdough loaf", "Rye loaf"};
  return profile;
}

inline snapshot::Segments segments(std::uint64_t customers) {
  using snapshot::RfmSegment;
  snapshot::Segments segments;
  for (std::size_t recency = 0; recency < 5; ++recency) {
    for (std::size_t frequency = 0; frequency < 5; ++frequency) {
      auto& cell = segments.grid[recency][frequency];
      cell.n = customers / 25;
      cell.segment = recency == 4   ? RfmSegment::Champions
                     : recency == 0 ? RfmSegment::Hibernating
                                    : RfmSegment::AtRisk;
    }
  }
  for (auto& named : segments.named) named = profile(customers / 10);
  auto& clusters = segments.clusters;
  clusters.is_made = clusters.is_stable = true;
  clusters.silhouette = 0.51;
  clusters.features = {{snapshot::Feature::Orders, "", snapshot::Transform::Logarithm},
                       {snapshot::Feature::DaysSinceOrder, "", snapshot::Transform::Logarithm}};
  clusters.axes = {{0.7, {{0, 0.9}, {1, -0.4}}}, {0.3, {{1, 0.9}}}};
  for (std::uint32_t group = 0; group < 2; ++group) {
    snapshot::ClusterGroup one;
    one.profile = profile(customers / 2);
    one.traits = {{0, group == 0 ? 1.2 : -0.9}};
    one.rule = {
        {0, group == 0 ? std::optional{3.5} : std::nullopt, group == 0 ? std::nullopt : std::optional{3.5}}};
    one.rule_precision = 0.93;
    one.rule_recall = 0.88;
    one.stability = 0.9;
    clusters.groups.push_back(one);
  }
  for (std::uint32_t i = 0; i < std::min<std::uint64_t>(customers, 2000); ++i) {
    clusters.points.push_back(
        {i, static_cast<float>(i % 17), static_cast<float>(i % 11), i % 2, RfmSegment::Champions});
  }
  segments.movement.from_day = days_from_civil({2024, 1, 1});
  segments.movement.to_day = days_from_civil({2024, 6, 30});
  segments.movement.customers.assign(11 * 11, 0);
  segments.movement.customers[10 * 11 + 3] = 12;  // nobody yet -> new customers
  segments.movement.customers[0 * 11 + 7] = 5;    // champions -> at risk
  return segments;
}

inline snapshot::Value value(std::uint64_t customers) {
  snapshot::Value value;
  value.until = days_from_civil({2024, 6, 30});
  value.orders = {"BG/NBD",
                  snapshot::FitState::Fitted,
                  {{"r", 0.243, 0.22, 0.27}, {"alpha", 4.414, 3.9, 5.0}},
                  -9582.4,
                  customers,
                  ""};
  value.spending = {"Gamma-Gamma",
                    snapshot::FitState::Typical,
                    {},
                    0,
                    customers,
                    "Amounts hardly differ between customers."};
  value.holdout.split_day = days_from_civil({2024, 3, 31});
  value.holdout.last_day = value.until;
  value.holdout.customers = customers;
  value.holdout.orders_expected = 412.3;
  value.holdout.orders_seen = 401;
  value.holdout.mean_error = 0.72;
  value.holdout.naive_error = 0.94;
  value.holdout.correlation = 0.63;
  value.expected_orders = 900;
  value.expected_value = 30600;
  value.expected_value_low = 27900;
  value.expected_value_high = 33100;
  value.median_value = 82;
  value.top_tenth_share = 0.41;
  for (int bin = 0; bin < 12; ++bin)
    value.distribution.push_back({bin * 50.0, bin * 50.0 + 50, static_cast<std::uint64_t>(120 - bin * 9)});
  value.risk.customers = {customers / 2, customers / 4, customers / 4};
  value.risk.value_at_risk = {900, 2100, 5200};
  value.risk.value_line = 82;
  for (std::uint32_t i = 0; i < std::min<std::uint64_t>(customers, 2000); ++i) {
    value.risk.points.push_back({i, static_cast<float>(i % 100) / 100, static_cast<float>(5 + (i * 7) % 400),
                                 snapshot::RfmSegment::AtRisk});
  }
  return value;
}

inline snapshot::Recommendations recommendations(std::uint64_t customers) {
  snapshot::Recommendations made;
  made.is_made = true;
  made.customers = customers;
  made.items = 3;
  made.baskets = 800;
  made.best = snapshot::Method::Ease;
  made.back_test = {{snapshot::Method::Popularity, around(0.21, 0.02, customers), 0.11},
                    {snapshot::Method::Neighbours, around(0.33, 0.02, customers), 0.17},
                    {snapshot::Method::Ease, around(0.36, 0.02, customers), 0.19}};
  made.popular = {
      {0, "Sourdough loaf", 300, 2100}, {1, "Rye loaf", 200, 1300}, {2, "Cinnamon bun", 120, 460}};
  made.rules = {{{"Sourdough loaf"}, "Salted butter", 40, 0.05, 0.31, 2.4, 0.0001},
                {{"Rye loaf", "Cinnamon bun"}, "Filter coffee", 18, 0.02, 0.22, 1.9, 0.004}};
  return made;
}

inline snapshot::Customers full_customers(std::uint64_t customers = 500) {
  snapshot::Customers made;
  auto& counts = made.counts;
  counts.customers = counts.with_orders = customers;
  counts.repeat = customers / 2;
  counts.with_feedback = customers / 3;
  counts.with_consent = customers / 2;
  counts.orders = customers * 3;
  counts.revenue = 51200.4;
  counts.currency = "EUR";
  counts.first_day = days_from_civil({2023, 1, 2});
  counts.last_day = days_from_civil({2024, 6, 30});
  counts.repeat_share = around(0.5, 0.03, customers);
  counts.order_amount = around(34.2, 1.1, customers * 3);
  counts.order_gap_days = around(31, 2, customers / 2);
  made.segments = segments(customers);
  made.value = value(customers);
  made.survival.of = snapshot::SurvivalOf::SecondOrder;
  made.survival.n = customers;
  made.survival.ended = customers / 2;
  made.survival.median = 63;
  for (int step = 0; step < 20; ++step) {
    const double share = std::exp(-step / 12.0);
    made.survival.steps.push_back({step * 10.0, share, share - 0.03, share + 0.03, customers, 4});
  }
  for (int month = 0; month < 6; ++month) {
    snapshot::Cohort cohort{days_from_civil({2024, month + 1, 1}), 40, {}};
    for (int later = 0; later < 6 - month; ++later)
      cohort.months.push_back({20, later == 0 ? 1.0 : 0.4 / later, 0, 1, 300});
    made.retention.push_back(cohort);
  }
  made.next_order.is_made = true;
  made.next_order.horizon_days = 30;
  made.next_order.n = customers;
  made.next_order.auc = around(0.78, 0.03, customers);
  made.next_order.naive_auc = around(0.71, 0.03, customers);
  made.next_order.lift_at_tenth = 2.6;
  made.next_order.calibration = {{0.1, 0.12, 0.08, 0.17, customers / 2},
                                 {0.6, 0.57, 0.5, 0.64, customers / 2}};
  made.next_order.reasons = {{"days-since-order", "", -0.9, -1.1, -0.7}};
  made.recommendations = recommendations(customers);
  auto& identity = made.identity;
  identity.records = customers + 20;
  identity.people = customers;
  identity.joined_by = {0, 12, 4, 3, 1};
  identity.joins = {
      {"join-1", snapshot::JoinKey::Email, "sara@example.net", {"Sara Moreau", "S. Moreau"}, 3, 7}};
  identity.kept_apart = {{"apart-1",
                          snapshot::JoinKey::NameAlone,
                          "Anna Berg",
                          {"anna@example.net", "a.berg@example.org"},
                          4,
                          5}};
  identity.conflicts = 1;
  return made;
}

}  // namespace attune::test
