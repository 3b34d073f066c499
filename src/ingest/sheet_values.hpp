// How spreadsheets write values: numbers that a format turns into dates, cell references, escapes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attune::ingest {

enum class NumberFormat : std::uint8_t { General, Date, Time, DateTime, Duration };

// What a number format code like "yyyy\-mm\-dd" or "[h]:mm" makes of a number.
[[nodiscard]] NumberFormat format_of_code(std::string_view code) noexcept;
// The formats that have a number instead of a code (ECMA-376, part 1, section 18.8.30).
[[nodiscard]] NumberFormat format_of_builtin(std::uint32_t id) noexcept;

// A serial day number as text: ISO for dates, "hh:mm:ss" for times and durations. `days_offset`: 0 for the
// 1900 system, 1462 for the 1904 system. Out of range: the number itself.
[[nodiscard]] std::string text_from_serial(double serial, NumberFormat format, double days_offset);

// A number as the sheet shows it: 15 significant digits at most, so that 0.1 + 0.2 is "0.3".
[[nodiscard]] std::string text_from_sheet_number(std::string_view number);

// The column of "BC12" from 0; nullopt if it is none.
[[nodiscard]] std::optional<std::size_t> column_of_reference(std::string_view reference) noexcept;
[[nodiscard]] std::optional<std::uint64_t> row_of_reference(std::string_view reference) noexcept;

// "_x000D_" and its like become the characters they stand for.
[[nodiscard]] std::string resolve_sheet_escapes(std::string_view text);

}  // namespace attune::ingest
