// Reviews without personal data, for files that leave.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis_run.hpp"
#include "feedback/reviews.hpp"
#include "snapshot/snapshot.hpp"

namespace attune::engine {

// E-mail addresses, telephone, card and account numbers stand as placeholders, and so do names of people:
// those that the model has marked in the review, and its author's.
[[nodiscard]] std::string redacted_text(const AnalysisRun& run, feedback::Row row);
[[nodiscard]] std::string redacted_title(const AnalysisRun& run, feedback::Row row);
// The same for what was made of a review: a quote, a reply. `names`: further ones that may stand in it.
[[nodiscard]] std::string redacted_excerpt(const AnalysisRun& run, feedback::Row row, std::string_view text,
                                           const std::vector<std::string>& names = {});

// The same for a whole result: quotes with placeholders and without highlights, people without names.
[[nodiscard]] snapshot::Snapshot redacted_snapshot(const AnalysisRun& run, snapshot::Snapshot snapshot);

// Nothing that rests on fewer than five reviews: so few could be a person. For results that are shared.
[[nodiscard]] snapshot::Snapshot without_small_groups(snapshot::Snapshot snapshot);

}  // namespace attune::engine
