// What leaves as a file, in pieces of about a megabyte: {"id","name","mime","text","cursor"}; the cursor of a
// piece asks for the next one, null ends it.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"
#include "engine/analysis_run.hpp"
#include "protocol/requests.hpp"
#include "snapshot/snapshot.hpp"

namespace attune::engine {

// `latest`: the last snapshot published; null before the first.
Result<std::string> answer_export(const AnalysisRun& run, const snapshot::Snapshot* latest, std::uint64_t id,
                                  const protocol::ExportQuery& query);
// A table as it was read.
Result<std::string> answer_table(const AnalysisRun& run, std::uint64_t id, const protocol::TableQuery& query);

// All fields of a snapshot as JSON, by the names of snapshot/fields.hpp.
[[nodiscard]] std::string json_from_snapshot(const snapshot::Snapshot& snapshot);

}  // namespace attune::engine
