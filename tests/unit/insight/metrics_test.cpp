#include "insight/metrics.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "insight/priorities.hpp"
#include "insight/sentences.hpp"
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
  const auto metrics = insight::find_metrics(sample.reviews, readings, sources).run();

  CHECK(metrics.size() == 26);
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
  const auto metrics = insight::find_metrics(none.reviews, readings, sources).run();

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
