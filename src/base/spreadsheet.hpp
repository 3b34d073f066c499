// Cells for spreadsheets: what one would run, and how CSV (RFC 4180) holds it.
#pragma once

#include <string>
#include <string_view>

namespace attune {

// Begins with = + - @, tab or carriage return, and is no number: a spreadsheet would run it (OWASP, CSV
// injection).
[[nodiscard]] bool is_formula(std::string_view cell) noexcept;
// With a leading apostrophe where a spreadsheet would run it: then it is text.
[[nodiscard]] std::string guarded(std::string_view cell);

// In quotes where it has to be: with the delimiter, a quote or a line break in it.
void append_csv_cell(std::string_view cell, std::string& csv, char delimiter = ',');

}  // namespace attune
