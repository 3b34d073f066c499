// The Overview as a document: how many, how they feel, since when, in whose words, and what could not be
// read.
#pragma once

#include "chart/format.hpp"
#include "report/document.hpp"
#include "snapshot/snapshot.hpp"

namespace attune::report {

struct OverviewOptions {
  chart::Locale locale{};
  std::string title{};          // default: by language
  bool includes_quotes = true;  // off for a report that goes to people who must not read the reviews
};

// Shares of fewer than kSmallestGroup cases are withheld: a group that small could be a person.
inline constexpr std::uint64_t kSmallestGroup = 5;

[[nodiscard]] Document overview_document(const snapshot::Snapshot& snapshot,
                                         const OverviewOptions& options = {});

}  // namespace attune::report
