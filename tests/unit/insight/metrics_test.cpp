#include "insight/metrics.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "insight/priorities.hpp"
#include "insight/sentences.hpp"
#include "insight/share_of_voice.hpp"
#include "support/sample_reviews.hpp"

using namespace attune;
using snapshot::MetricId;
using snapshot::MetricState;

namespace {

snapshot::Metric metric_of(const std::vector<snapshot::Metric>& metrics, MetricId id) {
  const auto found =
      std::find_if(metrics.begin(), metrics.end(), [&](const auto& metric) { return metric.id == id; });
  REQUIRE(found != metrics.end());
  return *found;
}

}  // namespace

TEST_CASE("a net promoter score counts 9 and 10 against 0 to 6", "[insight][metrics]") {
  const snapshot::Estimate score = insight::net_promoter_score({10, 9, 9, 8, 7, 6, 0, 10, 10, 3});
  CHECK(score.value == Catch::Approx(20));  // five promoters, three detractors of ten
  CHECK(score.n == 10);
  CHECK(score.low < -20);
  CHECK(score.high > 50);
}

TEST_CASE("every metric is told: known with its columns, or with what is missing", "[insight][metrics]") {
  const tests::SampleReviews sample{
      {{"I trust them", 5, 19'000, "Google"}, {"a scam", 1, 19'040, "Yelp"}, {"", 4, 19'080}}};
  feedback::Readings readings;
  readings.resize(3);
  insight::MetricSources sources;
  sources.review_columns = {"reviews.csv: Text"};
  sources.trust = insight::find_trust(sample.reviews).run();
  const auto metrics = insight::find_metrics(sample.reviews, readings, sources, {}).run();

  CHECK(metrics.size() == 26);  // the share of voice comes by itself
  CHECK(std::is_sorted(metrics.begin(), metrics.end(),
                       [](const auto& a, const auto& b) { return a.id < b.id; }));
  const auto rating = metric_of(metrics, MetricId::Rating);
  CHECK(rating.figure.value == Catch::Approx(10.0 / 3));
  CHECK(rating.state == MetricState::TooFew);
  CHECK(rating.columns == std::vector<std::string>{"reviews.csv: Text"});
  CHECK(metric_of(metrics, MetricId::TrustWords).figure.value == Catch::Approx(0));
  CHECK(metric_of(metrics, MetricId::Engagement).figure.value == Catch::Approx(2.0 / 3));
  const auto nps = metric_of(metrics, MetricId::NetPromoterScore);
  CHECK(nps.state == MetricState::Missing);
  CHECK(nps.needs == std::vector<std::string>{"nps"});
  CHECK(nps.needs_table == "survey");
}

TEST_CASE("words of trust count unless they are denied", "[insight][metrics]") {
  using enum insight::TrustTold;
  const tests::SampleReviews sample{{{"Wir vertrauen ihnen", 5, 19'000},
                                     {"I do not trust them", 1, 19'000},
                                     {"No scam at all", 4, 19'000},
                                     {"Honest people, but a liar answered", 2, 19'000},
                                     {"", 3, 19'000}}};
  CHECK(insight::find_trust(sample.reviews).run() ==
        std::vector<insight::TrustTold>{Trust, Distrust, Nothing, Distrust, NoText});
}

TEST_CASE("orders give revenue, repeat and retention", "[insight][metrics]") {
  const tests::SampleReviews none{{}};
  feedback::Readings readings;
  readings.resize(3);
  insight::MetricSources sources;
  // Customer 1 buys in both windows, 2 only in the first, 3 only in the second; one order has two lines.
  sources.orders = {{19'000, 10, 1, false, false}, {19'000, 5, 1, false, true},
                    {19'010, 20, 2, false, false}, {19'179, 30, 1, false, false},
                    {19'179, 40, 3, false, false}, {19'179, -30, 3, true, false},
                    {19'179, -10, 3, true, true}};  // one refund of two lines
  sources.order_columns = {"orders.csv: Total"};
  sources.currency = "EUR";
  const auto metrics = insight::find_metrics(none.reviews, readings, sources, {}).run();

  CHECK(metric_of(metrics, MetricId::Revenue).figure.value == Catch::Approx(105));
  CHECK(metric_of(metrics, MetricId::Revenue).currency == "EUR");
  CHECK(metric_of(metrics, MetricId::Orders).figure.value == Catch::Approx(4));
  CHECK(metric_of(metrics, MetricId::AverageOrderValue).figure.value == Catch::Approx(105.0 / 4));
  CHECK(metric_of(metrics, MetricId::RepeatPurchaseRate).figure.value == Catch::Approx(1.0 / 3));
  CHECK(metric_of(metrics, MetricId::RetentionRate).figure.value == Catch::Approx(0.5));
  CHECK(metric_of(metrics, MetricId::ChurnRate).figure.value == Catch::Approx(0.5));
  CHECK(metric_of(metrics, MetricId::RefundRate).figure.value == Catch::Approx(0.25));
}

TEST_CASE("priorities name what to fix and what to praise, with their counts", "[insight][priorities]") {
  std::vector<tests::SampleReview> rows;
  for (int i = 0; i < 60; ++i) rows.push_back({"text", 5, static_cast<Days>(19'000 + i)});
  const tests::SampleReviews sample{rows};
  feedback::Readings readings;
  readings.resize(sample.reviews.size());
  snapshot::Insight insight;
  snapshot::Topic wait;
  wait.id = wait.name = "waiting time";
  wait.sentiment = {30, 0, 10, 0, 0, 0};
  snapshot::Topic bread;
  bread.id = bread.name = "bread";
  bread.sentiment = {2, 0, 58, 0, 0, 0};
  insight.topics.topics = {wait, bread};
  const auto priorities = insight::choose_priorities(sample.reviews, readings, insight);

  REQUIRE(priorities.size() == 2);
  CHECK(priorities[0].kind == snapshot::PriorityKind::Fix);
  CHECK(priorities[0].subject == "waiting time");
  CHECK(priorities[0].sentence ==
        "Waiting time: 75 % of the reviews that mention it are negative (60 % to 86 %; 30 reviews).");
  CHECK(priorities[0].evidence.topics == std::vector<std::string>{"waiting time"});
  CHECK(priorities[1].kind == snapshot::PriorityKind::Praise);
  CHECK(priorities[1].subject == "bread");
}

namespace {

std::vector<std::string> groups_by(const snapshot::Metric& metric, std::string_view by) {
  std::vector<std::string> groups;
  for (const auto& group : metric.groups) {
    if (group.by == by) groups.push_back(group.group);
  }
  return groups;
}

}  // namespace

TEST_CASE("ratings and answers are compared by place and by the writer's segment", "[insight][metrics]") {
  std::vector<tests::SampleReview> rows;
  insight::MetricSources sources;
  sources.recommend.emplace();
  insight::ReviewWriters writers;
  for (std::uint32_t i = 0; i < 40; ++i) {
    const bool is_north = i % 4 == 0;
    rows.push_back({"text", is_north ? 2.0F : 5.0F, 19'000, "", "", is_north ? "North" : "South"});
    writers.segments.push_back(i < 10 ? 1 : 0);  // champions, and people nobody knows
    sources.recommend->answers.push_back(is_north ? 2 : 10);
    sources.recommend->days.push_back(19'000);
    sources.recommend->places.push_back({0, 0, i});
  }
  const tests::SampleReviews sample{rows};
  feedback::Readings readings;
  readings.resize(rows.size());
  const auto metrics = insight::find_metrics(sample.reviews, readings, sources, writers).run();

  const auto rating = metric_of(metrics, MetricId::Rating);
  CHECK(groups_by(rating, "place") == std::vector<std::string>{"South", "North"});
  CHECK(groups_by(rating, "segment") == std::vector<std::string>{"champions"});
  const auto nps = metric_of(metrics, MetricId::NetPromoterScore);
  REQUIRE(groups_by(nps, "place") == std::vector<std::string>{"South", "North"});
  CHECK(groups_by(nps, "segment") == std::vector<std::string>{"champions"});
  for (const auto& group : nps.groups) {
    if (group.by == "place") CHECK(group.figure.value == (group.group == "South" ? 100 : -100));
    if (group.by == "segment") CHECK(group.figure.n == 10);
  }
}

TEST_CASE("retention is told quarter by quarter, and sales by place and segment", "[insight][metrics]") {
  const tests::SampleReviews none{{}};
  feedback::Readings readings;
  insight::MetricSources sources;
  const Days start = days_from_civil({2024, 1, 1});
  // Customer 1 comes every month of the year, 2 in January and in May only.
  const std::uint32_t north = sources.places.id_of("North");
  const std::uint32_t south = sources.places.id_of("South");
  for (Days day = start; day < start + 365; day += 30)
    sources.orders.push_back({.day = day, .amount = 10, .customer = 1, .place = north, .segment = 1});
  for (const Days day : {start + 10, start + 130})
    sources.orders.push_back({.day = day, .amount = 30, .customer = 2, .place = south});
  const auto metrics = insight::find_metrics(none.reviews, readings, sources, {}).run();

  const auto retention = metric_of(metrics, MetricId::RetentionRate);
  CHECK(retention.granularity == snapshot::Granularity::Quarter);
  std::vector<std::pair<std::string, double>> quarters;
  for (const auto& group : retention.groups) {
    if (group.by == "period") quarters.emplace_back(group.group, group.figure.value);
  }
  CHECK(quarters == std::vector<std::pair<std::string, double>>{
                        {"2024-04-01", 1}, {"2024-07-01", 0.5}});  // the last quarter is cut
  const auto order = metric_of(metrics, MetricId::AverageOrderValue);
  CHECK(groups_by(order, "place") == std::vector<std::string>{"North", "South"});
  CHECK(groups_by(order, "segment") == std::vector<std::string>{"champions"});
  CHECK(groups_by(metric_of(metrics, MetricId::RepeatPurchaseRate), "segment").empty());  // it makes them
}

TEST_CASE("the share of voice counts whole names, once a text", "[insight][metrics]") {
  std::vector<tests::SampleReview> rows;
  for (int i = 0; i < 6; ++i) rows.push_back({"Blue Door is better, blue door!"});
  for (int i = 0; i < 3; ++i) rows.push_back({"CAFÉ NERO has the nicer chairs"});
  rows.push_back({"Blue Door against Cafe Nero"});
  rows.push_back({"a blue bicycle outdoors"});
  const tests::SampleReviews sample{rows};
  const insight::ReviewWriters nobody;
  const std::vector<std::string> columns{"reviews.csv: Text"};
  const auto voice = [&](const insight::BrandNames& names) {
    return insight::share_of_voice(sample.reviews, nobody, names, columns).run();
  };

  const auto unnamed = voice({});
  CHECK(unnamed.state == MetricState::Missing);
  CHECK(unnamed.needs == std::vector<std::string>{"competitor-names"});

  const insight::BrandNames names{.own = {"Blue Door"}, .rivals = {"Café Nero", "Nobody"}};
  const auto metric = voice(names);
  CHECK(metric.state == MetricState::Known);
  CHECK(metric.figure.n == 11);
  CHECK(metric.figure.value == Catch::Approx(7.0 / 11));
  REQUIRE(groups_by(metric, "name") == std::vector<std::string>{"Blue Door", "Café Nero", "Nobody"});
  CHECK(metric.groups[1].figure.value == Catch::Approx(4.0 / 11));
  CHECK(metric.groups[2].figure.value == 0);

  // Without a name of its own every text is about the shop.
  const insight::BrandNames only_rivals{.own = {}, .rivals = {"cafe nero"}};
  CHECK(voice(only_rivals).figure.value == Catch::Approx(11.0 / 15));
}
