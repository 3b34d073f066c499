#include "customer/segmentation.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "customer/movement.hpp"

using namespace attune::customer;

namespace {

// Three kinds of customers: regulars, big spenders who come seldom, and those who came once.
FeatureTable three_kinds(std::uint64_t seed) {
  attune::Random random{seed};
  FeatureTable table;
  table.features = {
      {Feature::DaysSinceOrder, {}, false}, {Feature::Orders, {}, false}, {Feature::OrderAmount, {}, false}};
  table.values = attune::stats::Matrix{300, 3};
  for (std::size_t i = 0; i < 300; ++i) {
    const double noise = random.uniform();
    const std::size_t kind = i % 3;
    table.values.at(i, 0) = kind == 0 ? 5 + 5 * noise : kind == 1 ? 60 + 20 * noise : 300 + 60 * noise;
    table.values.at(i, 1) = kind == 0 ? 20 + std::floor(8 * random.uniform()) : kind == 1 ? 4 : 1;
    table.values.at(i, 2) = kind == 1 ? 400 + 50 * random.uniform() : 20 + 5 * random.uniform();
  }
  return table;
}

}  // namespace

TEST_CASE("groups that are there are found, hold, and are said in a rule that fits",
          "[customer][segmentation]") {
  const Segmentation made = segment_customers(three_kinds(1)).run();
  REQUIRE(made.is_made);
  CHECK(made.choice.is_stable);
  CHECK(made.remark.empty());
  REQUIRE(made.groups.size() == 3);
  for (std::size_t i = 0; i < 300; ++i)
    CHECK(made.choice.clustering.cluster_of_row[i] == made.choice.clustering.cluster_of_row[i % 3]);
  for (const CustomerGroup& group : made.groups) {
    CHECK(group.rule.precision > 0.99);
    CHECK(group.rule.recall > 0.99);
    CHECK(group.stability > 0.9);
    CHECK_FALSE(group.rule.conditions.empty());
    CHECK_FALSE(group.traits.empty());
  }
  CHECK(made.axes.explained_share.size() == 2);
}

TEST_CASE("segments do not depend on the order of customers", "[customer][segmentation]") {
  FeatureTable table = three_kinds(2);
  const Segmentation first = segment_customers(table).run();
  FeatureTable turned = table;
  for (std::size_t i = 0; i < 300; ++i) {
    const auto from = table.values.row(299 - i);
    std::copy(from.begin(), from.end(), turned.values.row(i).begin());
  }
  const Segmentation second = segment_customers(turned).run();
  REQUIRE(second.groups.size() == first.groups.size());
  for (std::size_t i = 0; i < 300; ++i) {
    CHECK(second.choice.clustering.cluster_of_row[i] == first.choice.clustering.cluster_of_row[299 - i]);
    CHECK(std::abs(second.coordinates.at(i, 0) - first.coordinates.at(299 - i, 0)) < 1e-9);
  }
}

TEST_CASE("too few customers, and customers all alike, are told and not cut into groups",
          "[customer][segmentation]") {
  FeatureTable few = three_kinds(3);
  few.values = attune::stats::Matrix{4, 3};
  CHECK_FALSE(segment_customers(few).run().is_made);
  CHECK_FALSE(segment_customers(few).run().remark.empty());
  FeatureTable alike = three_kinds(3);
  std::fill(alike.values.values.begin(), alike.values.values.end(), 7.0);
  const Segmentation made = segment_customers(alike).run();
  CHECK_FALSE(made.is_made);
  CHECK_FALSE(made.remark.empty());
  CHECK_FALSE(segment_customers({}).run().is_made);
}

TEST_CASE("movement counts every customer once, newcomers from nowhere", "[customer][segmentation]") {
  std::vector<Order> orders;
  std::uint32_t number = 0;
  for (std::uint32_t customer = 0; customer < 50; ++customer) {
    for (std::int32_t day = static_cast<std::int32_t>(customer) * 6; day <= 300;
         day += 20 + static_cast<std::int32_t>(customer))
      orders.push_back({customer, day, 10, number++, 0});
  }
  const SegmentMovement movement = segment_movement(orders, 0, 300);
  constexpr std::size_t kSide = kRfmSegments + 1;
  REQUIRE(movement.customers.size() == kSide * kSide);
  std::uint64_t all = 0;
  std::uint64_t new_ones = 0;
  for (std::size_t to = 0; to < kSide; ++to) {
    new_ones += movement.customers[kRfmSegments * kSide + to];
    for (std::size_t from = 0; from < kSide; ++from) all += movement.customers[from * kSide + to];
    CHECK(movement.customers[to * kSide + kRfmSegments] == 0);  // nobody stops being a customer
  }
  CHECK(all == 50);
  CHECK(new_ones == 12);  // first orders after day 225
  CHECK(segment_movement(orders, 0, 30).customers.empty());
}
