// The picture of value, risk, survival and retention.
#pragma once

#include "engine/customer_book.hpp"
#include "snapshot/customers.hpp"

namespace attune::engine {

[[nodiscard]] inline snapshot::RfmSegment segment_from(customer::RfmSegment segment) {
  return static_cast<snapshot::RfmSegment>(segment);
}

void draw_value(const CustomerBook& book, snapshot::Value& value);
void draw_survival(const SurvivalFacts& facts, snapshot::Survival& survival);
void draw_retention(const customer::Retention& retention, std::vector<snapshot::Cohort>& cohorts);

}  // namespace attune::engine
