// What the reviews of a made-up bakery mean, as the engine would find it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/dates.hpp"
#include "snapshot/snapshot.hpp"

namespace attune::test {

inline snapshot::Estimate within(double value, double half, std::uint64_t n) {
  return {value, value - half, value + half, n};
}

inline snapshot::Quote said(std::uint64_t row, std::string text, float score) {
  snapshot::Quote quote;
  quote.row = row;
  quote.text = std::move(text);
  quote.source = "Google";
  quote.day = 19783;
  quote.rating = score < 0 ? 2 : 5;
  quote.score = score;
  return quote;
}

inline snapshot::Topic topic(std::string id, std::string name, std::uint64_t n, double net) {
  snapshot::Topic topic;
  topic.id = std::move(id);
  topic.name = std::move(name);
  topic.n = n;
  topic.share = within(0.12, 0.02, 1204);
  topic.net = within(net, 0.08, n);
  topic.rating = within(3.9, 0.2, n);
  topic.sentiment.negative = n / 4;
  topic.sentiment.neutral = n / 10;
  topic.sentiment.positive = n - n / 4 - n / 10;
  topic.terms = {{topic.name, n / 2, 1}, {"half an hour", n / 3, 0.7}};
  for (int month = 1; month <= 12; ++month)
    topic.trend.push_back({days_from_civil({2024, month, 1}), n / 12, 100, within(0.1, 0.03, 100), {}});
  topic.quotes = {said(31, "The queue reached the street, on a Tuesday.", -0.8F)};
  return topic;
}

inline snapshot::Topics topics() {
  snapshot::Topics all;
  all.texts = 1204;
  all.assigned = 1013;
  all.read = 1204;
  all.taxonomies = {"restaurant", "hotel"};
  all.topics = {topic("waiting", "waiting time", 144, -0.42), topic("queue", "the queue", 60, -0.5),
                topic("bread", "fresh bread", 300, 0.7), topic("other", "", 191, 0.1)};
  all.topics[1].parent = "waiting";
  all.topics[2].movement = snapshot::TopicMovement::Growing;
  all.topics[3].is_other = true;
  return all;
}

inline snapshot::Driver driver(std::string id, std::string name, double effect) {
  snapshot::Driver driver;
  driver.id = id;
  driver.name = std::move(name);
  driver.n = 144;
  driver.effect = within(effect, 0.15, 144);
  driver.importance = within(0.3, 0.06, 1204);
  driver.performance = within(effect / 2, 0.1, 144);
  driver.if_halved = effect < 0 ? within(0.2, 0.1, 1204) : within(0, 0.01, 1204);
  driver.complaints = effect < 0 ? 88 : 4;
  driver.p = driver.q = 0.001;
  driver.evidence.topics = {std::move(id)};
  driver.evidence.n = 144;
  return driver;
}

inline snapshot::Series series(snapshot::Measure measure, snapshot::Granularity granularity) {
  snapshot::Series series;
  series.measure = measure;
  series.granularity = granularity;
  for (int month = 1; month <= 12; ++month)
    series.points.push_back({days_from_civil({2024, month, 1}), within(month < 7 ? 4.5 : 4.1, 0.1, 100)});
  series.changes = {{days_from_civil({2024, 7, 1}), within(4.5, 0.05, 600), within(4.1, 0.05, 600), 0.0001}};
  return series;
}

inline snapshot::Trends trends() {
  using snapshot::Granularity;
  using snapshot::Measure;
  snapshot::Trends trends;
  trends.series = {series(Measure::Rating, Granularity::Month), series(Measure::Rating, Granularity::Week),
                   series(Measure::TopicShare, Granularity::Month)};
  trends.series[2].topic = "waiting";
  for (auto& point : trends.series[2].points) point.figure = within(0.1, 0.02, 100);
  snapshot::WeekdayPattern days;
  days.measure = Measure::Rating;
  for (auto& day : days.days) day = within(4.2, 0.1, 170);
  days.p = 0.4;
  trends.weekdays = {days};
  return trends;
}

inline snapshot::Metric metric(snapshot::MetricId id, snapshot::MetricState state,
                               snapshot::MetricUnit unit) {
  snapshot::Metric metric;
  metric.id = id;
  metric.state = state;
  metric.unit = unit;
  return metric;
}

inline std::vector<snapshot::Metric> metrics() {
  using snapshot::MetricId;
  using snapshot::MetricState;
  using snapshot::MetricUnit;
  std::vector<snapshot::Metric> all{
      metric(MetricId::Rating, MetricState::Known, MetricUnit::Stars),
      metric(MetricId::NetPromoterScore, MetricState::TooFew, MetricUnit::Points),
      metric(MetricId::Revenue, MetricState::Known, MetricUnit::Money),
      metric(MetricId::ResponseTime, MetricState::Missing, MetricUnit::Hours)};
  all[0].figure = within(4.31, 0.06, 1204);
  all[0].columns = {"reviews.csv: Stars"};
  all[0].groups = {{"source", "Google", within(4.4, 0.1, 700)},
                   {"source", "Web shop", within(4.1, 0.1, 500)},
                   {"period", "2024-01-01", within(4.2, 0.2, 100)}};
  all[1].figure.n = 3;
  all[2].figure = {12345.5, 12345.5, 12345.5, 900};
  all[2].currency = "EUR";
  all[3].needs = {"date", "reply"};
  all[3].needs_table = "tickets";
  return all;
}

inline std::vector<snapshot::Priority> priorities() {
  using snapshot::PriorityKind;
  using snapshot::PriorityReason;
  std::vector<snapshot::Priority> all(4);
  all[0].kind = PriorityKind::Fix;
  all[0].reason = PriorityReason::LowersRating;
  all[0].subject = "waiting";
  all[0].name = "waiting time";
  all[0].figure = within(0.2, 0.1, 1204);
  all[0].quote = said(31, "The queue reached the street, on a Tuesday.", -0.8F);
  all[0].evidence.topics = {"waiting"};
  all[0].evidence.sentiments = {snapshot::Sentiment::Negative};
  all[0].evidence.n = 88;
  all[1].kind = PriorityKind::Praise;
  all[1].reason = PriorityReason::MuchPraise;
  all[1].name = "fresh bread";
  all[1].figure = within(0.8, 0.05, 300);
  all[1].evidence.topics = {"bread"};
  all[1].evidence.n = 240;
  all[2].kind = PriorityKind::CallBack;
  all[2].reason = PriorityReason::UnhappyCustomer;
  all[2].name = "Sara Moreau";
  all[2].figure.value = 1;
  all[2].evidence.rows = {17};
  all[2].evidence.n = 1;
  all[3].kind = PriorityKind::New;
  all[3].reason = PriorityReason::Appeared;
  all[3].name = "oat milk";
  all[3].figure = within(0.09, 0.03, 280);
  all[3].evidence.topics = {"oat"};
  all[3].evidence.n = 25;
  for (auto& priority : all) priority.share = 0.12;
  return all;
}

inline snapshot::Aspect aspect() {
  snapshot::Aspect aspect;
  aspect.term = "coffee";
  aspect.n = 90;
  aspect.positive = 60;
  aspect.negative = 20;
  aspect.neutral = 10;
  aspect.net = within(0.44, 0.1, 90);
  aspect.opinions = {{"strong", 30, snapshot::Sentiment::Positive},
                     {"cold", 12, snapshot::Sentiment::Negative}};
  aspect.by_source = {{"Google", within(0.5, 0.1, 50)}, {"Web shop", within(-0.2, 0.1, 40)}};
  aspect.quotes = {said(9, "The coffee was cold again.", -0.7F)};
  return aspect;
}

inline snapshot::Insight full_insight() {
  snapshot::Insight insight;
  insight.topics = topics();
  insight.aspects = {aspect()};
  insight.entities = {{"Anna", snapshot::EntityKind::Person, 14, within(0.8, 0.1, 14), "", {3}}};
  insight.drivers.state = snapshot::DriversState::Known;
  insight.drivers.n = 1100;
  insight.drivers.explained = 0.34;
  insight.drivers.drivers = {driver("waiting", "waiting time", -0.9), driver("bread", "fresh bread", 0.5)};
  insight.trends = trends();
  snapshot::Alert alert;
  alert.kind = snapshot::AlertKind::MoreComplaints;
  alert.topic = "waiting";
  alert.topic_name = "waiting time";
  alert.from = days_from_civil({2024, 7, 1});
  alert.to = days_from_civil({2024, 7, 7});
  alert.observed = within(0.5, 0.1, 64);
  alert.expected = 0.12;
  alert.evidence.from = alert.from;
  alert.evidence.to = alert.to;
  alert.evidence.n = 32;
  insight.alerts = {alert};
  insight.metrics = metrics();
  insight.priorities = priorities();
  return insight;
}

}  // namespace attune::test
