// The report as one HTML file: "report.html", or "report-de.html" in another of the interface's languages.
#pragma once

#include <string>
#include <string_view>

#include "snapshot/snapshot.hpp"

namespace attune::engine {

[[nodiscard]] bool is_report(std::string_view what) noexcept;

// Quotes stand in it without personal data; groups of fewer than five reviews and customers' names do not
// stand in it.
[[nodiscard]] std::string report_html(const snapshot::Snapshot& snapshot, std::string_view what);

}  // namespace attune::engine
