#include "ingest/table_writer.hpp"

#include "ingest/json_text.hpp"

namespace attune::ingest {
namespace {

// A cell alone on its line must be quoted when empty, or the line would be blank.
void append_csv_cell(std::string& csv, std::string_view cell, bool is_alone) {
  const bool has_blank_end = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ' ||
                                               cell.front() == '\t' || cell.back() == '\t');
  if (!(is_alone && cell.empty()) && !has_blank_end &&
      cell.find_first_of(",\"\r\n;\t|'") == std::string_view::npos) {
    csv += cell;
    return;
  }
  csv += '"';
  for (const char c : cell) {
    if (c == '"') csv += '"';
    csv += c;
  }
  csv += '"';
}

}  // namespace

void append_csv_header(std::string& csv, const table::Table& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) csv += ',';
    append_csv_cell(csv, table.columns[i].name, table.columns.size() == 1);
  }
  csv += '\n';
}

void append_csv_row(std::string& csv, const table::Table& table, std::size_t row) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) csv += ',';
    append_csv_cell(csv, table.columns[i].cells[row], table.columns.size() == 1);
  }
  csv += '\n';
}

std::string write_csv(const table::Table& table) {
  std::string csv;
  append_csv_header(csv, table);
  for (std::size_t row = 0; row < table.row_count(); ++row) append_csv_row(csv, table, row);
  return csv;
}

void append_json_row(std::string& json, const table::Table& table, std::size_t row) {
  json += '{';
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) json += ',';
    append_json_string(json, table.columns[i].name);
    json += ':';
    append_json_string(json, table.columns[i].cells[row]);
  }
  json += '}';
}

std::string write_json(const table::Table& table) {
  std::string json = "[";
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    json += row == 0 ? "\n" : ",\n";
    append_json_row(json, table, row);
  }
  json += "\n]\n";
  return json;
}

void append_json(std::string& json, const Diagnostic& diagnostic) {
  json += "{\"kind\":";
  append_json_string(json, name_of(diagnostic.kind));
  json += ",\"row\":" + std::to_string(diagnostic.row) + ",\"column\":";
  append_json_string(json, diagnostic.column);
  json += ",\"reason\":";
  append_json_string(json, diagnostic.reason);
  json += ",\"raw\":";
  append_json_string(json, diagnostic.raw);
  json += ",\"source\":";
  append_json_string(json, diagnostic.source);
  json += '}';
}

}  // namespace attune::ingest
