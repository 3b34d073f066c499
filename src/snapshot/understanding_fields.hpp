// The fields of the values in snapshot/understanding.hpp.
#pragma once

#include "snapshot/fields_of.hpp"
#include "snapshot/figure_fields.hpp"
#include "snapshot/understanding.hpp"

namespace attune::snapshot {

template <class Visit, FieldsOf<LabelCount> V>
void each(Visit&& visit, V& v) {
  visit("label", v.label), visit("n", v.n), visit("share", v.share);
}

template <class Visit, FieldsOf<StarRecalibration> V>
void each(Visit&& visit, V& v) {
  visit("kind", v.kind), visit("inUse", v.in_use), visit("n", v.n);
  visit("exactBefore", v.exact_before), visit("exactAfter", v.exact_after);
  visit("withinOneBefore", v.within_one_before), visit("withinOneAfter", v.within_one_after);
  visit("distanceBefore", v.distance_before), visit("distanceAfter", v.distance_after);
  visit("from", v.from), visit("to", v.to);
}

template <class Visit, FieldsOf<CustomIntentFigures> V>
void each(Visit&& visit, V& v) {
  visit("name", v.name), visit("examples", v.examples), visit("recognised", v.recognised), visit("n", v.n);
}

template <class Visit, FieldsOf<Understanding> V>
void each(Visit&& visit, V& v) {
  visit("unsupported", v.unsupported), visit("undetermined", v.undetermined);
  visit("supported", v.supported), visit("emotions", v.emotions), visit("intents", v.intents);
  visit("corrected", v.corrected), visit("stars", v.stars), visit("customIntents", v.custom_intents);
  visit("ownNames", v.own_names), visit("competitors", v.competitors);
}

}  // namespace attune::snapshot
