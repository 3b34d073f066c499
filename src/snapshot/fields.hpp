// The one list of a snapshot's fields: encoder, decoder and text form all walk it.
//
// A new field is a line in snapshot.hpp, a word here, and a new kFormatVersion.
#pragma once

#include <cstdint>

#include "snapshot/customer_fields.hpp"
#include "snapshot/fields_of.hpp"
#include "snapshot/figure_fields.hpp"
#include "snapshot/insight_fields.hpp"
#include "snapshot/snapshot.hpp"
#include "snapshot/understanding_fields.hpp"

namespace attune::snapshot {

inline constexpr std::uint32_t kFormatVersion = 8;

template <class Visit, FieldsOf<FileSummary> V>
void each(Visit&& visit, V& v) {
  visit("name", v.name), visit("sizeBytes", v.size_bytes), visit("rows", v.rows),
      visit("rejected", v.rejected);
  visit("warnings", v.warnings), visit("kind", v.kind), visit("recipe", v.recipe),
      visit("sentence", v.sentence);
  visit("failed", v.failed);
}

template <class Visit, FieldsOf<TrendPoint> V>
void each(Visit&& visit, V& v) {
  visit("firstDay", v.first_day), visit("n", v.n), visit("rating", v.rating), visit("score", v.score);
  visit("sentiment", v.sentiment);
}

template <class Visit, FieldsOf<FacetValue> V>
void each(Visit&& visit, V& v) {
  visit("value", v.value), visit("n", v.n);
}

template <class Visit, FieldsOf<PhraseCount> V>
void each(Visit&& visit, V& v) {
  visit("text", v.text), visit("complaints", v.complaints), visit("praises", v.praises);
  visit("others", v.others), visit("examples", v.examples);
}

template <class Visit, FieldsOf<Agreement> V>
void each(Visit&& visit, V& v) {
  visit("exact", v.exact), visit("withinOne", v.within_one);
}

template <class Visit, FieldsOf<Overview> V>
void each(Visit&& visit, V& v) {
  visit("reviews", v.reviews), visit("rated", v.rated), visit("dated", v.dated), visit("rating", v.rating);
  visit("stars", v.stars), visit("sentiment", v.sentiment), visit("negativeShare", v.negative_share);
  visit("neutralShare", v.neutral_share), visit("positiveShare", v.positive_share), visit("score", v.score);
  visit("granularity", v.granularity), visit("trend", v.trend), visit("praise", v.praise);
  visit("complaints", v.complaints), visit("praisedFor", v.praised_for);
  visit("complainedAbout", v.complained_about), visit("sources", v.sources), visit("products", v.products);
  visit("languages", v.languages), visit("firstDay", v.first_day), visit("lastDay", v.last_day);
  visit("agreement", v.agreement);
}

template <class Visit, FieldsOf<Snapshot> V>
void each(Visit&& visit, V& v) {
  visit("run", v.run), visit("revision", v.revision), visit("stage", v.stage),
      visit("modelLoaded", v.model_loaded);
  visit("files", v.files), visit("rejectedRows", v.rejected_rows), visit("overview", v.overview);
  visit("customers", v.customers);
  visit("insight", v.insight);
  visit("understanding", v.understanding);
}

// The largest value of each enum that travels; anything above is refused.
constexpr std::uint8_t last_value(Stage) { return static_cast<std::uint8_t>(Stage::Failed); }

}  // namespace attune::snapshot
