// Files that leave the desk: the inbox, drafts, playbooks. For spreadsheets and mailing tools: a cell that a
// spreadsheet would run as a formula begins with an apostrophe (OWASP, "CSV injection").
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "engine/service_desk.hpp"
#include "protocol/requests.hpp"

namespace attune::engine {

[[nodiscard]] bool is_desk_export(std::string_view what) noexcept;

// The piece that the query asks for, as exports.hpp has it.
Result<std::string> answer_desk_export(const AnalysisRun& run, ServiceDesk& desk, std::uint64_t id,
                                       const protocol::ExportQuery& query);

}  // namespace attune::engine
