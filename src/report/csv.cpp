#include "report/csv.hpp"

#include <algorithm>

namespace attune::report {
namespace {

// Digits with signs and separators only: no function name, so no harm.
bool is_number(std::string_view text) {
  const bool has_digit = text.find_first_of("0123456789") != std::string_view::npos;
  return has_digit && text.find_first_not_of("0123456789+-.,eE% ") == std::string_view::npos;
}

bool is_formula(std::string_view text) {
  return !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos &&
         !is_number(text);
}

void add_row(std::string& csv, const std::vector<std::string>& cells, std::size_t columns,
             const CsvOptions& options) {
  for (std::size_t column = 0; column < std::max(columns, cells.size()); ++column) {
    if (column > 0) csv += options.delimiter;
    if (column < cells.size()) csv += csv_cell(cells[column], options);
  }
  csv += "\r\n";
}

}  // namespace

std::string csv_cell(std::string_view text, const CsvOptions& options) {
  std::string cell = options.guards_formulas && is_formula(text) ? "'" : "";
  cell += text;
  if (cell.find_first_of("\"\r\n") == std::string::npos && cell.find(options.delimiter) == std::string::npos)
    return cell;
  std::string quoted = "\"";
  for (const char byte : cell) {
    if (byte == '"') quoted += '"';
    quoted += byte;
  }
  return quoted + '"';
}

std::string csv_from_table(const chart::DataTable& table, const CsvOptions& options) {
  std::string csv = options.has_byte_order_mark ? "\xEF\xBB\xBF" : "";
  add_row(csv, table.columns, table.columns.size(), options);
  for (const std::vector<std::string>& row : table.rows) add_row(csv, row, table.columns.size(), options);
  return csv;
}

}  // namespace attune::report
