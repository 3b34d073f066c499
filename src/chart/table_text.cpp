#include "chart/table_text.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "base/spreadsheet.hpp"
#include "chart/svg_painter.hpp"

namespace attune::chart {
namespace {

using Cells = std::vector<std::string>;

void add_line(std::string& text, const Cells& cells, std::size_t columns, std::string_view between,
              std::string_view end,
              const std::function<void(const std::string& cell, std::string& text)>& append) {
  for (std::size_t column = 0; column < std::max(columns, cells.size()); ++column) {
    if (column > 0) text += between;
    if (column < cells.size()) append(cells[column], text);
  }
  text += end;
}

void append_tsv_cell(const std::string& cell, std::string& tsv) {
  for (const char byte : guarded(cell)) tsv += byte == '\t' || byte == '\r' || byte == '\n' ? ' ' : byte;
}

std::string html_row(const Cells& cells, std::size_t columns, std::string_view tag) {
  std::string row = "<tr>";
  for (std::size_t column = 0; column < std::max(columns, cells.size()); ++column) {
    row.append("<").append(tag).append(">");
    if (column < cells.size()) row += xml_escaped(cells[column]);
    row.append("</").append(tag).append(">");
  }
  return row + "</tr>\n";
}

}  // namespace

std::string csv_from_table(const DataTable& table, const CsvOptions& options) {
  const auto append = [&](const std::string& cell, std::string& text) {
    append_csv_cell(guarded(cell), text, options.delimiter);
  };
  const std::string between(1, options.delimiter);
  std::string csv = options.has_byte_order_mark ? "\xEF\xBB\xBF" : "";
  if (!table.columns.empty()) add_line(csv, table.columns, 0, between, "\r\n", append);
  for (const Cells& row : table.rows) add_line(csv, row, table.columns.size(), between, "\r\n", append);
  return csv;
}

std::string tsv_from_table(const DataTable& table) {
  std::string tsv;
  if (!table.columns.empty()) add_line(tsv, table.columns, 0, "\t", "\n", append_tsv_cell);
  for (const Cells& row : table.rows) add_line(tsv, row, table.columns.size(), "\t", "\n", append_tsv_cell);
  return tsv;
}

std::string html_from_table(const DataTable& table) {
  std::string html = "<table>\n";
  if (!table.columns.empty()) html += html_row(table.columns, 0, "th");
  for (const Cells& row : table.rows) html += html_row(row, table.columns.size(), "td");
  return html + "</table>\n";
}

}  // namespace attune::chart
