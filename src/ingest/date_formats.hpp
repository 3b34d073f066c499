// Reads dates as the world writes them: digits in any usual order, month names in ten languages, with or
// without a time, a weekday, a zone.
#pragma once

#include <optional>
#include <string_view>

#include "base/dates.hpp"
#include "ingest/column_types.hpp"

namespace attune::ingest {

// What a date's digits say about their order.
struct DateEvidence {
  bool is_date = false;
  bool fits_day_first = false;
  bool fits_month_first = false;  // both: 03/04/2024
};

// `cell` trimmed.
[[nodiscard]] DateEvidence date_evidence(std::string_view cell) noexcept;
[[nodiscard]] inline bool recognises_date(std::string_view cell) noexcept {
  return date_evidence(cell).is_date;
}

// "2:30 PM", "14:30", "14:30:05".
[[nodiscard]] bool recognises_time(std::string_view cell) noexcept;

}  // namespace attune::ingest
