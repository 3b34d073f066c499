// Results as CSV (RFC 4180), for spreadsheets and mailing tools.
#pragma once

#include <string>
#include <string_view>

#include "chart/chart.hpp"

namespace attune::report {

struct CsvOptions {
  char delimiter = ',';             // ';' where the decimal sign is a comma: spreadsheets there expect it
  bool has_byte_order_mark = true;  // without it Excel reads UTF-8 as something else
  // A cell that begins with = + - @ tab or carriage return is a formula to a spreadsheet (OWASP, CSV
  // injection); a leading apostrophe makes it text. Numbers are left alone. Off for files that a program will
  // read.
  bool guards_formulas = true;
};

// Lines end in CRLF. Cells with delimiter, quote or line break are quoted. Rows shorter than the header are
// padded.
[[nodiscard]] std::string csv_from_table(const chart::DataTable& table, const CsvOptions& options = {});

[[nodiscard]] std::string csv_cell(std::string_view text, const CsvOptions& options = {});

}  // namespace attune::report
