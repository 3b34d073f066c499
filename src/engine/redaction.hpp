// Reviews without personal data, for files that leave.
#pragma once

#include <string>

#include "engine/analysis_run.hpp"
#include "feedback/reviews.hpp"
#include "snapshot/snapshot.hpp"

namespace attune::engine {

// E-mail addresses, telephone, card and account numbers stand as placeholders, and names of people where the
// model has marked them.
[[nodiscard]] std::string redacted_text(const AnalysisRun& run, feedback::Row row);
[[nodiscard]] std::string redacted_title(const AnalysisRun& run, feedback::Row row);

// The same for a whole result: quotes with placeholders and without highlights, people without names.
[[nodiscard]] snapshot::Snapshot redacted_snapshot(snapshot::Snapshot snapshot);

}  // namespace attune::engine
