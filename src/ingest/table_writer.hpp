// Writes tables and diagnostics as text.
#pragma once

#include <cstddef>
#include <string>

#include "base/diagnostics.hpp"
#include "table/table.hpp"

namespace attune::ingest {

// RFC 4180 with "\n" after each record: every cell that needs quotes has them, and reading it gives the same
// table.
void append_csv_header(std::string& csv, const table::Table& table);
void append_csv_row(std::string& csv, const table::Table& table, std::size_t row);
[[nodiscard]] std::string write_csv(const table::Table& table);

// One JSON object, its members in the order of the columns, all values strings: {"name":"Ann","stars":"5"}.
// No line break at the end.
void append_json_row(std::string& json, const table::Table& table, std::size_t row);
// A list of such objects, one a line.
[[nodiscard]] std::string write_json(const table::Table& table);

// {"kind":…,"row":…,"column":…,"reason":…,"raw":…,"source":…}
void append_json(std::string& json, const Diagnostic& diagnostic);

}  // namespace attune::ingest
