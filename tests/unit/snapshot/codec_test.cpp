#include "snapshot/codec.hpp"

#include <cstring>
#include <limits>
#include <string>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"

using namespace attune;
using snapshot::Snapshot;

namespace {

// Every field set to a value of its own, so that a swapped or forgotten field shows.
Snapshot full_snapshot() {
  Snapshot s;
  s.run = 3, s.revision = 9, s.stage = snapshot::Stage::Understanding, s.model_loaded = true,
  s.rejected_rows = 4;
  s.files = {{"reviews.csv", 1024, 90, 4, 2, "feedback", "Yelp", "Read as UTF-8.", false},
             {"b.csv", 1, 0, 0, 0, "", "", "Empty.", true}};
  auto& o = s.overview;
  o.reviews = 90, o.rated = 80, o.dated = 70;
  o.rating = {4.25, 4.0, 4.5, 80};
  o.stars = {1, 2, 3, 4, 70};
  o.sentiment = {10, 20, 50, 10, 3, 5};
  o.negative_share = {0.1, 0.05, 0.2, 80}, o.neutral_share = {0.2, 0.1, 0.3, 80},
  o.positive_share = {0.7, 0.6, 0.8, 80};
  o.score = {0.5, 0.4, 0.6, 80};
  o.granularity = snapshot::Granularity::Week;
  o.trend = {{-3, 5, {4, 3, 5, 5}, {0.1, 0, 0.2, 5}, {1, 1, 3, 0, 0, 1}}, {4, 0, {}, {}, {}}};
  o.praise = {{17, "Wonderful \xf0\x9f\x8d\x9e", "Google", "Rye", 19000, 5.0, 0.9F, {{0, 9, 0.8F}}}};
  o.complaints = {{18, "Too slow", "", "", std::nullopt, std::nullopt, -0.9F, {}}};
  o.sources = {{"Google", 60}}, o.products = {{"Rye", 30}, {"Bun", 10}}, o.languages = {{"en", 88}};
  o.first_day = -3, o.last_day = 19000;
  auto& topics = s.insight.topics;
  topics.texts = 88, topics.assigned = 70, topics.read = 80, topics.taxonomy = "hotel",
  topics.is_edited = true;
  topics.taxonomies = {"hotel", "shop"};
  topics.topics = {{"staff",
                    "staff",
                    "service",
                    snapshot::TopicOrigin::User,
                    true,
                    false,
                    12,
                    {0.1, 0.05, 0.2, 88},
                    {0.3, 0.2, 0.4, 11},
                    {4, 3, 5, 10},
                    {1, 2, 3, 4, 5, 6},
                    {{"waiter", 7, 0.8}},
                    snapshot::TopicMovement::Growing,
                    4,
                    {0.3, 0.1, 0.5, 9},
                    0.01,
                    {{3, 4, 5, {0.8, 0.7, 0.9, 5}, {0.1, 0, 0.2, 4}}},
                    {1, 2},
                    {}}};
  s.insight.aspects = {{"coffee",
                        5,
                        3,
                        1,
                        1,
                        {0.4, 0.1, 0.7, 5},
                        {{"cold", 2, snapshot::Sentiment::Negative}},
                        {{"Rye", {1, 0, 1, 2}}},
                        {},
                        {{"North", {1, 0, 1, 2}}},
                        {{"champions", {1, 0, 1, 2}}},
                        {},
                        {}}};
  s.insight.entities = {{"Anna", snapshot::EntityKind::Person, 3, {1, 0, 1, 3}, "Rye", {4, 5}}};
  s.insight.drivers = {snapshot::DriversState::Known,
                       80,
                       0.4,
                       {{snapshot::DriverKind::Aspect,
                         "coffee",
                         "Coffee",
                         5,
                         {-0.5, -0.9, -0.1, 5},
                         {0.3, 0.2, 0.4, 80},
                         {0.4, 0.1, 0.7, 5},
                         {0.2, 0.1, 0.3, 80},
                         4,
                         0.001,
                         0.02,
                         {.topics = {"staff"},
                          .aspects = {"waiter"},
                          .entities = {"Rome"},
                          .sources = {"Google"},
                          .products = {"Soup"},
                          .customers = {"c1"},
                          .sentiments = {snapshot::Sentiment::Negative},
                          .ratings = {1, 2},
                          .from = 3,
                          .to = 9,
                          .rows = {7},
                          .n = 4}}}};
  s.insight.recommendation_drivers = s.insight.drivers;
  s.insight.recommendation_drivers.n = 60;
  s.insight.aspect_drivers.n = 61;
  s.insight.return_drivers.n = 62;
  s.understanding.own_names = {"Blue Door"};
  s.understanding.competitors = {"Café Nero", "Nobody"};
  s.insight.trends.series = {{snapshot::Measure::TopicShare,
                              "staff",
                              snapshot::Granularity::Week,
                              {{3, {1, 0, 2, 4}}},
                              {{10, {1, 0, 1, 3}, {2, 1, 3, 4}, 0.01}}}};
  s.insight.trends.weekdays = {{snapshot::Measure::Rating, {{{4, 3, 5, 10}}}, 0.03}};
  s.insight.alerts = {{snapshot::AlertKind::MoreComplaints,
                       "staff",
                       "Staff",
                       "Google",
                       "Rye",
                       3,
                       9,
                       {9, 5, 12, 9},
                       4,
                       0.001,
                       0.02,
                       {},
                       "More complaints."}};
  s.insight.metrics = {{snapshot::MetricId::Revenue,
                        snapshot::MetricState::Known,
                        snapshot::MetricUnit::Money,
                        "EUR",
                        {100, 90, 110, 3},
                        {"orders.csv: Total"},
                        {"date"},
                        "orders",
                        {{"source", "Google", {1, 0, 2, 3}}}}};
  s.insight.priorities = {{snapshot::PriorityKind::Praise,
                           snapshot::PriorityReason::MuchPraise,
                           "staff",
                           "Staff",
                           {0.9, 0.8, 1, 12},
                           0.1,
                           {},
                           s.overview.praise.front(),
                           "Praise the staff."}};
  o.agreement = {{0.7, 0.6, 0.8, 80}, {0.95, 0.9, 0.99, 80}};
  auto& c = s.customers.emplace();
  c.counts.customers = 12, c.counts.currency = "EUR", c.counts.last_day = 19000;
  c.counts.order_amount = {12.5, 10, 15, 40};
  c.identity.joined_by = {1, 2, 3, 4, 5};
  c.identity.joins = {{"email:a@example.net", snapshot::JoinKey::Email, "a@example.net", {"A", "B"}, 3, 7}};
  c.segments.grid[4][4] = {3, 50, 20, snapshot::RfmSegment::Champions, {0.5, 0.1, 0.9, 2}};
  c.segments.named[0].n = 3, c.segments.named[0].products = {"Rye"};
  auto& clusters = c.segments.clusters;
  clusters.is_made = true, clusters.silhouette = 0.4;
  clusters.features = {{snapshot::Feature::Column, "Age", snapshot::Transform::Logarithm}};
  clusters.groups.resize(2);
  clusters.groups[1].rule = {{0, 3.0, std::nullopt}};
  clusters.points = {{5, 0.5F, -1.0F, 1, snapshot::RfmSegment::AtRisk}};
  c.segments.movement.customers = {1, 2, 3};
  c.value.orders = {"BG/NBD", snapshot::FitState::Fitted, {{"r", 0.2, 0.1, 0.3}}, -9582.4, 2357, ""};
  c.value.distribution = {{0, 10, 4}};
  c.value.risk.points = {{5, 0.25F, 10, snapshot::RfmSegment::AtRisk}};
  c.survival = {snapshot::SurvivalOf::Contract, "months", 10, 4, 20.0, {{1, 0.9, 0.8, 1, 10, 1}}, {}, {}};
  c.retention = {{18000, 5, {{5, 1, 0.5, 1, 60}}}};
  c.next_order.calibration = {{0.2, 0.25, 0.1, 0.4, 20}};
  c.lead.reasons = {{"Contract", "Two year", -1.5, -2, -1}};
  c.recommendations.back_test = {{snapshot::Method::Ease, {0.2, 0.1, 0.3, 50}, 0.11}};
  c.recommendations.rules = {{{"Rye", "Bun"}, "Soup", 9, 0.1, 0.5, 2, 0.001}};
  return s;
}

}  // namespace

TEST_CASE("a snapshot comes back from its bytes with every field", "[snapshot][codec]") {
  const auto bytes = snapshot::encode(full_snapshot());
  const auto back = snapshot::decode(bytes);
  REQUIRE(back);
  CHECK(snapshot::encode(*back) == bytes);
  CHECK(back->overview.praise.at(0).text == "Wonderful \xf0\x9f\x8d\x9e");
  CHECK(back->overview.praise.at(0).highlights.at(0).weight == 0.8F);
  CHECK(back->overview.trend.at(0).first_day == -3);
  CHECK_FALSE(back->overview.complaints.at(0).day.has_value());
  CHECK(back->files.at(1).failed);
  CHECK(back->overview.agreement.within_one.high == 0.99);
  REQUIRE(back->customers.has_value());
  CHECK(back->customers->segments.clusters.groups.at(1).rule.at(0).above == 3.0);
  CHECK(back->customers->lead.reasons.at(0).value == "Two year");
  CHECK(back->customers->recommendations.rules.at(0).then_item == "Soup");
}

TEST_CASE("an empty snapshot has a binary form too", "[snapshot][codec]") {
  const auto back = snapshot::decode(snapshot::encode(Snapshot{}));
  REQUIRE(back);
  CHECK(back->stage == snapshot::Stage::Idle);
}

TEST_CASE("a snapshot cut short, grown or changed in any byte is refused", "[snapshot][codec]") {
  const auto bytes = snapshot::encode(full_snapshot());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(snapshot::decode(std::span{bytes}.first(size)));
  }
  auto longer = bytes;
  longer.push_back(std::byte{0});
  CHECK_FALSE(snapshot::decode(longer));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    auto changed = bytes;
    changed[at] ^= std::byte{0x10};
    const auto result = snapshot::decode(changed);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::CorruptData);
  }
}

TEST_CASE("bytes that pass the checksum but lie are refused without a large allocation",
          "[snapshot][codec]") {
  Random random{7};
  const auto good = snapshot::encode(full_snapshot());
  for (int trial = 0; trial < 2000; ++trial) {
    auto bytes = good;
    for (int change = 0; change < 3; ++change) {
      bytes[24 + random.below(static_cast<std::uint32_t>(bytes.size() - 24))] =
          static_cast<std::byte>(random.below(256));
    }
    std::uint64_t hash = 14695981039346656037ULL;
    for (std::size_t i = 24; i < bytes.size(); ++i)
      hash = (hash ^ static_cast<std::uint64_t>(bytes[i])) * 1099511628211ULL;
    std::memcpy(bytes.data() + 16, &hash, sizeof hash);
    if (const auto result = snapshot::decode(bytes))
      CHECK(snapshot::encode(*result) == bytes);  // a true snapshot after all
  }
}

TEST_CASE("a number that is not finite never enters the page", "[snapshot][codec]") {
  Snapshot s = full_snapshot();
  s.overview.rating.value = std::numeric_limits<double>::quiet_NaN();
  const auto result = snapshot::decode(snapshot::encode(s));
  REQUIRE_FALSE(result);
  CHECK(result.error().detail == "field value");
}
