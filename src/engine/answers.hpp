// The JSON answers to queries that need no model. protocol/README.md shows their shapes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "engine/analysis_run.hpp"
#include "feedback/emotion.hpp"
#include "feedback/reviews.hpp"
#include "protocol/json_writer.hpp"
#include "protocol/requests.hpp"

namespace attune::engine {

// Longer texts are cut in lists of rows.
inline constexpr std::size_t kListedTextBytes = 400;

// The answer comes later, under the same id.
[[nodiscard]] std::string pending(std::uint64_t id);
[[nodiscard]] Error no_such_row(std::uint64_t row);

// The members of one review, into an object that is open: row, text, rating, date ... sentiment, score.
// `max_text_bytes` 0: the whole text.
// `redacts`: without personal data (redaction.hpp).
void write_review(const AnalysisRun& run, feedback::Row row, std::size_t max_text_bytes,
                  protocol::JsonWriter& json, bool redacts = false);

// The labels of those that speak from a review, the strongest first, three at most.
[[nodiscard]] std::vector<std::string> present_emotions(const feedback::EmotionColumn& emotions,
                                                        feedback::Row row);

[[nodiscard]] std::string answer_rows(const AnalysisRun& run, std::uint64_t id,
                                      const protocol::RowsQuery& query,
                                      std::span<const feedback::Row> selected);
Result<std::string> answer_row(const AnalysisRun& run, std::uint64_t id, const protocol::RowQuery& query);
[[nodiscard]] std::string answer_columns(const AnalysisRun& run, std::uint64_t id);
[[nodiscard]] std::string answer_diagnostics(const AnalysisRun& run, std::uint64_t id,
                                             const protocol::DiagnosticsQuery& query);

}  // namespace attune::engine
