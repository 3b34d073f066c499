// What the reviews mean, as sections of a report: what to fix and to keep, topics, what moves the rating,
// what changed.
//
// For readers outside the shop: groups of fewer than kSmallestGroup reviews are withheld and counted, and no
// customer is named, whatever the snapshot holds.
#pragma once

#include "report/overview_report.hpp"

namespace attune::report {

void append_insight(Document& document, const snapshot::Snapshot& snapshot,
                    const OverviewOptions& options = {});

// The Overview, then what it means.
[[nodiscard]] Document full_document(const snapshot::Snapshot& snapshot, const OverviewOptions& options = {});

}  // namespace attune::report
