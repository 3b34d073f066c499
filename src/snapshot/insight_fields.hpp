// The fields of the values in snapshot/insight.hpp and the headers it gathers.
#pragma once

#include <cstdint>

#include "snapshot/fields_of.hpp"
#include "snapshot/figure_fields.hpp"
#include "snapshot/insight.hpp"

namespace attune::snapshot {

template <class Visit, FieldsOf<TopicTerm> V>
void each(Visit&& visit, V& v) {
  visit("text", v.text);
  visit("n", v.n);
  visit("weight", v.weight);
}

template <class Visit, FieldsOf<TopicPoint> V>
void each(Visit&& visit, V& v) {
  visit("firstDay", v.first_day);
  visit("n", v.n);
  visit("of", v.of);
  visit("share", v.share);
  visit("net", v.net);
}

template <class Visit, FieldsOf<Topic> V>
void each(Visit&& visit, V& v) {
  visit("id", v.id);
  visit("name", v.name);
  visit("parent", v.parent);
  visit("origin", v.origin);
  visit("isPinned", v.is_pinned);
  visit("isOther", v.is_other);
  visit("n", v.n);
  visit("share", v.share);
  visit("net", v.net);
  visit("rating", v.rating);
  visit("sentiment", v.sentiment);
  visit("terms", v.terms);
  visit("movement", v.movement);
  visit("recent", v.recent);
  visit("recentShare", v.recent_share);
  visit("movementP", v.movement_p);
  visit("trend", v.trend);
  visit("examples", v.examples);
  visit("quotes", v.quotes);
}

template <class Visit, FieldsOf<Topics> V>
void each(Visit&& visit, V& v) {
  visit("texts", v.texts);
  visit("assigned", v.assigned);
  visit("read", v.read);
  visit("taxonomy", v.taxonomy);
  visit("taxonomies", v.taxonomies);
  visit("isEdited", v.is_edited);
  visit("topics", v.topics);
}

template <class Visit, FieldsOf<OpinionWord> V>
void each(Visit&& visit, V& v) {
  visit("text", v.text);
  visit("n", v.n);
  visit("sentiment", v.sentiment);
}

template <class Visit, FieldsOf<NetOfGroup> V>
void each(Visit&& visit, V& v) {
  visit("group", v.group);
  visit("net", v.net);
}

template <class Visit, FieldsOf<Aspect> V>
void each(Visit&& visit, V& v) {
  visit("term", v.term);
  visit("n", v.n);
  visit("positive", v.positive);
  visit("negative", v.negative);
  visit("neutral", v.neutral);
  visit("net", v.net);
  visit("opinions", v.opinions);
  visit("byProduct", v.by_product);
  visit("bySource", v.by_source);
  visit("byPlace", v.by_place);
  visit("bySegment", v.by_segment);
  visit("trend", v.trend);
  visit("quotes", v.quotes);
}

template <class Visit, FieldsOf<Entity> V>
void each(Visit&& visit, V& v) {
  visit("name", v.name);
  visit("kind", v.kind);
  visit("n", v.n);
  visit("net", v.net);
  visit("product", v.product);
  visit("examples", v.examples);
}

template <class Visit, FieldsOf<Driver> V>
void each(Visit&& visit, V& v) {
  visit("kind", v.kind);
  visit("id", v.id);
  visit("name", v.name);
  visit("n", v.n);
  visit("effect", v.effect);
  visit("importance", v.importance);
  visit("performance", v.performance);
  visit("ifHalved", v.if_halved);
  visit("complaints", v.complaints);
  visit("p", v.p);
  visit("q", v.q);
  visit("evidence", v.evidence);
}

template <class Visit, FieldsOf<Drivers> V>
void each(Visit&& visit, V& v) {
  visit("state", v.state);
  visit("n", v.n);
  visit("explained", v.explained);
  visit("drivers", v.drivers);
}

template <class Visit, FieldsOf<SeriesPoint> V>
void each(Visit&& visit, V& v) {
  visit("firstDay", v.first_day);
  visit("figure", v.figure);
}

template <class Visit, FieldsOf<ChangePoint> V>
void each(Visit&& visit, V& v) {
  visit("firstDay", v.first_day);
  visit("before", v.before);
  visit("after", v.after);
  visit("p", v.p);
}

template <class Visit, FieldsOf<Series> V>
void each(Visit&& visit, V& v) {
  visit("measure", v.measure);
  visit("topic", v.topic);
  visit("granularity", v.granularity);
  visit("points", v.points);
  visit("changes", v.changes);
}

template <class Visit, FieldsOf<WeekdayPattern> V>
void each(Visit&& visit, V& v) {
  visit("measure", v.measure);
  visit("days", v.days);
  visit("p", v.p);
}

template <class Visit, FieldsOf<Trends> V>
void each(Visit&& visit, V& v) {
  visit("series", v.series);
  visit("weekdays", v.weekdays);
}

template <class Visit, FieldsOf<Alert> V>
void each(Visit&& visit, V& v) {
  visit("kind", v.kind);
  visit("topic", v.topic);
  visit("topicName", v.topic_name);
  visit("source", v.source);
  visit("product", v.product);
  visit("from", v.from);
  visit("to", v.to);
  visit("observed", v.observed);
  visit("expected", v.expected);
  visit("p", v.p);
  visit("q", v.q);
  visit("evidence", v.evidence);
  visit("sentence", v.sentence);
}

template <class Visit, FieldsOf<MetricGroup> V>
void each(Visit&& visit, V& v) {
  visit("by", v.by);
  visit("group", v.group);
  visit("figure", v.figure);
}

template <class Visit, FieldsOf<Metric> V>
void each(Visit&& visit, V& v) {
  visit("id", v.id);
  visit("state", v.state);
  visit("unit", v.unit);
  visit("currency", v.currency);
  visit("figure", v.figure);
  visit("columns", v.columns);
  visit("needs", v.needs);
  visit("needsTable", v.needs_table);
  visit("groups", v.groups);
  visit("granularity", v.granularity);
}

template <class Visit, FieldsOf<Priority> V>
void each(Visit&& visit, V& v) {
  visit("kind", v.kind);
  visit("reason", v.reason);
  visit("subject", v.subject);
  visit("name", v.name);
  visit("figure", v.figure);
  visit("share", v.share);
  visit("evidence", v.evidence);
  visit("quote", v.quote);
  visit("sentence", v.sentence);
}

template <class Visit, FieldsOf<Insight> V>
void each(Visit&& visit, V& v) {
  visit("topics", v.topics);
  visit("aspects", v.aspects);
  visit("entities", v.entities);
  visit("drivers", v.drivers);
  visit("aspectDrivers", v.aspect_drivers);
  visit("recommendationDrivers", v.recommendation_drivers);
  visit("returnDrivers", v.return_drivers);
  visit("trends", v.trends);
  visit("alerts", v.alerts);
  visit("metrics", v.metrics);
  visit("priorities", v.priorities);
}

constexpr std::uint8_t last_value(TopicOrigin) { return static_cast<std::uint8_t>(TopicOrigin::User); }
constexpr std::uint8_t last_value(TopicMovement) { return static_cast<std::uint8_t>(TopicMovement::Gone); }
constexpr std::uint8_t last_value(EntityKind) { return static_cast<std::uint8_t>(EntityKind::Other); }
constexpr std::uint8_t last_value(DriverKind) { return static_cast<std::uint8_t>(DriverKind::Aspect); }
constexpr std::uint8_t last_value(DriversState) { return static_cast<std::uint8_t>(DriversState::TooFew); }
constexpr std::uint8_t last_value(Measure) { return static_cast<std::uint8_t>(Measure::TopicShare); }
constexpr std::uint8_t last_value(AlertKind) { return static_cast<std::uint8_t>(AlertKind::RatingRose); }
constexpr std::uint8_t last_value(PriorityKind) { return static_cast<std::uint8_t>(PriorityKind::New); }
constexpr std::uint8_t last_value(PriorityReason) {
  return static_cast<std::uint8_t>(PriorityReason::Disappeared);
}
constexpr std::uint8_t last_value(MetricId) { return static_cast<std::uint8_t>(MetricId::MarketingReturn); }
constexpr std::uint8_t last_value(MetricState) { return static_cast<std::uint8_t>(MetricState::Missing); }
constexpr std::uint8_t last_value(MetricUnit) { return static_cast<std::uint8_t>(MetricUnit::Ratio); }

}  // namespace attune::snapshot
