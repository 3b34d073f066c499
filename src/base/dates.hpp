// Civil dates (proleptic Gregorian) as days since 1970-01-01, and their ISO 8601 form.
//
// The day arithmetic follows Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attune {

using Days = std::int32_t;  // since 1970-01-01, which is 0 and a Thursday

struct CivilDate {
  std::int32_t year = 1970;
  std::int32_t month = 1;  // 1 to 12
  std::int32_t day = 1;    // 1 to 31
  friend bool operator==(const CivilDate&, const CivilDate&) = default;
};

struct DateTime {
  Days days = 0;
  std::int32_t second_of_day = 0;  // 0 to 86399
  bool has_time = false;
  friend bool operator==(const DateTime&, const DateTime&) = default;
};

[[nodiscard]] bool is_leap_year(std::int32_t year) noexcept;
[[nodiscard]] std::int32_t days_in_month(std::int32_t year, std::int32_t month) noexcept;  // month 1 to 12
// True for an existing day of the years 1 to 9999.
[[nodiscard]] bool is_valid(const CivilDate& date) noexcept;

[[nodiscard]] Days days_from_civil(const CivilDate& date) noexcept;
[[nodiscard]] CivilDate civil_from_days(Days days) noexcept;
[[nodiscard]] std::int32_t weekday_from_days(Days days) noexcept;  // 0 Monday to 6 Sunday

[[nodiscard]] std::string iso_from_days(Days days);                  // "2024-03-09"
[[nodiscard]] std::string iso_from_date_time(const DateTime& time);  // "2024-03-09" or "2024-03-09T18:40:11"

// Reads "2024-03-09", with or without "T18:40[:11[.5]]" (or a space for T) and a zone "Z", "UTC", "+02:00". A
// zone is applied: the result is UTC. Anything else is nullopt.
[[nodiscard]] std::optional<DateTime> parse_iso(std::string_view text) noexcept;

}  // namespace attune
