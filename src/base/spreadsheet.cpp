#include "base/spreadsheet.hpp"

namespace attune {
namespace {

// Digits with signs and separators only: no function name, so no harm.
bool is_number(std::string_view text) noexcept {
  const bool has_digit = text.find_first_of("0123456789") != std::string_view::npos;
  return has_digit && text.find_first_not_of("0123456789+-.,eE% ") == std::string_view::npos;
}

}  // namespace

bool is_formula(std::string_view cell) noexcept {
  return !cell.empty() && std::string_view{"=+-@\t\r"}.find(cell.front()) != std::string_view::npos &&
         !is_number(cell);
}

std::string guarded(std::string_view cell) { return (is_formula(cell) ? "'" : "") + std::string{cell}; }

void append_csv_cell(std::string_view cell, std::string& csv, char delimiter) {
  if (cell.find_first_of("\"\r\n") == std::string_view::npos &&
      cell.find(delimiter) == std::string_view::npos) {
    csv += cell;
    return;
  }
  csv += '"';
  for (const char byte : cell) {
    if (byte == '"') csv += '"';
    csv += byte;
  }
  csv += '"';
}

}  // namespace attune
