// The customer part of a snapshot's fields; see fields.hpp.
#pragma once

#include "snapshot/customers.hpp"
#include "snapshot/fields_of.hpp"

namespace attune::snapshot {

template <class Visit, FieldsOf<IdentityNote> V>
void each(Visit&& visit, V& v) {
  visit("key", v.key), visit("by", v.by), visit("value", v.value), visit("records", v.records),
      visit("customer", v.customer), visit("rows", v.rows);
}

template <class Visit, FieldsOf<Identity> V>
void each(Visit&& visit, V& v) {
  visit("records", v.records), visit("people", v.people), visit("joinedBy", v.joined_by),
      visit("conflicts", v.conflicts), visit("separated", v.separated), visit("joins", v.joins),
      visit("keptApart", v.kept_apart);
}

template <class Visit, FieldsOf<CustomerCounts> V>
void each(Visit&& visit, V& v) {
  visit("customers", v.customers), visit("withOrders", v.with_orders), visit("repeat", v.repeat),
      visit("withFeedback", v.with_feedback), visit("withConsent", v.with_consent),
      visit("withoutConsent", v.without_consent), visit("orders", v.orders),
      visit("guestOrders", v.guest_orders), visit("refunds", v.refunds),
      visit("otherCurrencyOrders", v.other_currency_orders), visit("cancelledOrders", v.cancelled_orders),
      visit("unusableRows", v.unusable_rows), visit("revenue", v.revenue),
      visit("guestRevenue", v.guest_revenue), visit("refunded", v.refunded), visit("currency", v.currency),
      visit("firstDay", v.first_day), visit("lastDay", v.last_day), visit("repeatShare", v.repeat_share),
      visit("orderAmount", v.order_amount), visit("orderGapDays", v.order_gap_days);
}

template <class Visit, FieldsOf<RfmCell> V>
void each(Visit&& visit, V& v) {
  visit("n", v.n), visit("revenue", v.revenue), visit("expectedValue", v.expected_value),
      visit("segment", v.segment), visit("sentiment", v.sentiment);
}

template <class Visit, FieldsOf<ClusterFeature> V>
void each(Visit&& visit, V& v) {
  visit("feature", v.feature), visit("column", v.column), visit("transform", v.transform);
}

template <class Visit, FieldsOf<Condition> V>
void each(Visit&& visit, V& v) {
  visit("feature", v.feature), visit("above", v.above), visit("upTo", v.up_to);
}

template <class Visit, FieldsOf<GroupProfile> V>
void each(Visit&& visit, V& v) {
  visit("n", v.n), visit("share", v.share), visit("revenue", v.revenue),
      visit("expectedValue", v.expected_value), visit("orders", v.orders),
      visit("orderAmount", v.order_amount), visit("daysSinceOrder", v.days_since_order),
      visit("sentiment", v.sentiment), visit("churnRisk", v.churn_risk), visit("products", v.products),
      visit("topics", v.topics);
}

template <class Visit, FieldsOf<Trait> V>
void each(Visit&& visit, V& v) {
  visit("feature", v.feature), visit("distance", v.distance);
}

template <class Visit, FieldsOf<ClusterGroup> V>
void each(Visit&& visit, V& v) {
  visit("profile", v.profile), visit("centre", v.centre), visit("traits", v.traits), visit("rule", v.rule),
      visit("rulePrecision", v.rule_precision), visit("ruleRecall", v.rule_recall),
      visit("stability", v.stability), visit("x", v.x), visit("y", v.y);
}

template <class Visit, FieldsOf<ClusterCount> V>
void each(Visit&& visit, V& v) {
  visit("clusters", v.clusters), visit("silhouette", v.silhouette), visit("stability", v.stability);
}

template <class Visit, FieldsOf<Loading> V>
void each(Visit&& visit, V& v) {
  visit("feature", v.feature), visit("weight", v.weight);
}

template <class Visit, FieldsOf<PlotAxis> V>
void each(Visit&& visit, V& v) {
  visit("explainedShare", v.explained_share), visit("loadings", v.loadings);
}

template <class Visit, FieldsOf<ScatterPoint> V>
void each(Visit&& visit, V& v) {
  visit("customer", v.customer), visit("x", v.x), visit("y", v.y), visit("cluster", v.cluster),
      visit("segment", v.segment);
}

template <class Visit, FieldsOf<Clusters> V>
void each(Visit&& visit, V& v) {
  visit("isMade", v.is_made), visit("isStable", v.is_stable), visit("silhouette", v.silhouette),
      visit("remark", v.remark), visit("features", v.features), visit("tried", v.tried),
      visit("groups", v.groups), visit("axes", v.axes), visit("points", v.points);
}

template <class Visit, FieldsOf<UserSegment> V>
void each(Visit&& visit, V& v) {
  visit("name", v.name), visit("profile", v.profile);
}

template <class Visit, FieldsOf<Movement> V>
void each(Visit&& visit, V& v) {
  visit("fromDay", v.from_day), visit("toDay", v.to_day), visit("customers", v.customers);
}

template <class Visit, FieldsOf<Segments> V>
void each(Visit&& visit, V& v) {
  visit("grid", v.grid), visit("named", v.named), visit("clusters", v.clusters),
      visit("userMade", v.user_made), visit("movement", v.movement);
}

template <class Visit, FieldsOf<Parameter> V>
void each(Visit&& visit, V& v) {
  visit("name", v.name), visit("value", v.value), visit("low", v.low), visit("high", v.high);
}

template <class Visit, FieldsOf<FittedModel> V>
void each(Visit&& visit, V& v) {
  visit("name", v.name), visit("state", v.state), visit("parameters", v.parameters),
      visit("logLikelihood", v.log_likelihood), visit("customers", v.customers), visit("remark", v.remark);
}

template <class Visit, FieldsOf<HoldoutCheck> V>
void each(Visit&& visit, V& v) {
  visit("splitDay", v.split_day), visit("lastDay", v.last_day), visit("customers", v.customers),
      visit("ordersExpected", v.orders_expected), visit("ordersSeen", v.orders_seen),
      visit("meanError", v.mean_error), visit("naiveError", v.naive_error),
      visit("correlation", v.correlation), visit("trackingError", v.tracking_error);
}

template <class Visit, FieldsOf<HistogramBin> V>
void each(Visit&& visit, V& v) {
  visit("low", v.low), visit("high", v.high), visit("n", v.n);
}

template <class Visit, FieldsOf<RiskPoint> V>
void each(Visit&& visit, V& v) {
  visit("customer", v.customer), visit("risk", v.risk), visit("value", v.value), visit("segment", v.segment);
}

template <class Visit, FieldsOf<RiskSummary> V>
void each(Visit&& visit, V& v) {
  visit("customers", v.customers), visit("valueAtRisk", v.value_at_risk), visit("points", v.points),
      visit("riskLine", v.risk_line), visit("valueLine", v.value_line);
}

template <class Visit, FieldsOf<Value> V>
void each(Visit&& visit, V& v) {
  visit("horizonDays", v.horizon_days), visit("until", v.until), visit("orders", v.orders),
      visit("spending", v.spending), visit("holdout", v.holdout), visit("expectedOrders", v.expected_orders),
      visit("expectedValue", v.expected_value), visit("expectedValueLow", v.expected_value_low),
      visit("expectedValueHigh", v.expected_value_high), visit("medianValue", v.median_value),
      visit("topTenthShare", v.top_tenth_share), visit("distribution", v.distribution), visit("risk", v.risk);
}

template <class Visit, FieldsOf<SurvivalStep> V>
void each(Visit&& visit, V& v) {
  visit("days", v.days), visit("share", v.share), visit("low", v.low), visit("high", v.high),
      visit("atRisk", v.at_risk), visit("ended", v.ended);
}

template <class Visit, FieldsOf<HazardStep> V>
void each(Visit&& visit, V& v) {
  visit("fromDay", v.from_day), visit("toDay", v.to_day), visit("chance", v.chance);
}

template <class Visit, FieldsOf<HazardFactor> V>
void each(Visit&& visit, V& v) {
  visit("column", v.column), visit("value", v.value), visit("ratio", v.ratio), visit("low", v.low),
      visit("high", v.high), visit("n", v.n);
}

template <class Visit, FieldsOf<Survival> V>
void each(Visit&& visit, V& v) {
  visit("of", v.of), visit("unit", v.unit), visit("n", v.n), visit("ended", v.ended),
      visit("median", v.median), visit("steps", v.steps), visit("hazard", v.hazard),
      visit("factors", v.factors);
}

template <class Visit, FieldsOf<RetentionCell> V>
void each(Visit&& visit, V& v) {
  visit("active", v.active), visit("share", v.share), visit("low", v.low), visit("high", v.high),
      visit("revenue", v.revenue);
}

template <class Visit, FieldsOf<Cohort> V>
void each(Visit&& visit, V& v) {
  visit("firstDay", v.first_day), visit("n", v.n), visit("months", v.months);
}

template <class Visit, FieldsOf<CalibrationBin> V>
void each(Visit&& visit, V& v) {
  visit("said", v.said), visit("seen", v.seen), visit("low", v.low), visit("high", v.high), visit("n", v.n);
}

template <class Visit, FieldsOf<ScoreReason> V>
void each(Visit&& visit, V& v) {
  visit("what", v.what), visit("value", v.value), visit("weight", v.weight), visit("low", v.low),
      visit("high", v.high);
}

template <class Visit, FieldsOf<Score> V>
void each(Visit&& visit, V& v) {
  visit("isMade", v.is_made), visit("remark", v.remark), visit("label", v.label), visit("outcome", v.outcome),
      visit("horizonDays", v.horizon_days), visit("learnedUntil", v.learned_until),
      visit("testedUntil", v.tested_until), visit("folds", v.folds), visit("n", v.n), visit("yes", v.yes),
      visit("auc", v.auc), visit("naiveAuc", v.naive_auc), visit("liftAtTenth", v.lift_at_tenth),
      visit("naiveLiftAtTenth", v.naive_lift_at_tenth), visit("brier", v.brier),
      visit("calibrationError", v.calibration_error), visit("usesNaiveRule", v.uses_naive_rule),
      visit("naiveRule", v.naive_rule), visit("calibration", v.calibration), visit("reasons", v.reasons);
}

template <class Visit, FieldsOf<BackTestRow> V>
void each(Visit&& visit, V& v) {
  visit("method", v.method), visit("hitRate", v.hit_rate), visit("ndcg", v.ndcg);
}

template <class Visit, FieldsOf<ItemCount> V>
void each(Visit&& visit, V& v) {
  visit("item", v.item), visit("name", v.name), visit("customers", v.customers), visit("revenue", v.revenue);
}

template <class Visit, FieldsOf<BasketRule> V>
void each(Visit&& visit, V& v) {
  visit("ifItems", v.if_items), visit("thenItem", v.then_item), visit("together", v.together),
      visit("support", v.support), visit("confidence", v.confidence), visit("lift", v.lift),
      visit("pValue", v.p_value);
}

template <class Visit, FieldsOf<ItemPair> V>
void each(Visit&& visit, V& v) {
  visit("first", v.first), visit("second", v.second), visit("together", v.together), visit("lift", v.lift);
}

template <class Visit, FieldsOf<Recommendations> V>
void each(Visit&& visit, V& v) {
  visit("isMade", v.is_made), visit("remark", v.remark), visit("customers", v.customers),
      visit("items", v.items), visit("interactions", v.interactions), visit("baskets", v.baskets),
      visit("knownMargins", v.known_margins), visit("best", v.best), visit("top", v.top),
      visit("backTest", v.back_test), visit("popular", v.popular), visit("rules", v.rules),
      visit("boughtTogether", v.bought_together);
}

template <class Visit, FieldsOf<Customers> V>
void each(Visit&& visit, V& v) {
  visit("counts", v.counts), visit("identity", v.identity), visit("segments", v.segments),
      visit("value", v.value), visit("survival", v.survival), visit("retention", v.retention),
      visit("nextOrder", v.next_order), visit("lead", v.lead), visit("recommendations", v.recommendations);
}

constexpr std::uint8_t last_value(JoinKey) { return static_cast<std::uint8_t>(JoinKey::NameAlone); }
constexpr std::uint8_t last_value(RfmSegment) { return static_cast<std::uint8_t>(RfmSegment::Hibernating); }
constexpr std::uint8_t last_value(Feature) { return static_cast<std::uint8_t>(Feature::Column); }
constexpr std::uint8_t last_value(Transform) { return static_cast<std::uint8_t>(Transform::Logarithm); }
constexpr std::uint8_t last_value(FitState) { return static_cast<std::uint8_t>(FitState::Typical); }
constexpr std::uint8_t last_value(SurvivalOf) { return static_cast<std::uint8_t>(SurvivalOf::SecondOrder); }
constexpr std::uint8_t last_value(Method) { return static_cast<std::uint8_t>(Method::Ease); }

}  // namespace attune::snapshot
