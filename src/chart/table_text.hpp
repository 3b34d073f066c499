// A table as text: for spreadsheets (CSV, TSV) and for documents (HTML).
#pragma once

#include <string>
#include <string_view>

#include "chart/chart.hpp"

namespace attune::chart {

struct CsvOptions {
  char delimiter = ',';             // ';' where the decimal sign is a comma: spreadsheets there expect it
  bool has_byte_order_mark = true;  // without it Excel reads UTF-8 as something else
};

// A table without columns is written without a header.

// RFC 4180: lines end in CRLF; cells with delimiter, quote or line break are quoted. Rows shorter than the
// header are padded. What a spreadsheet would run gets an apostrophe (base/spreadsheet.hpp).
[[nodiscard]] std::string csv_from_table(const DataTable& table, const CsvOptions& options = {});

// As spreadsheets take it from the clipboard: a tab between cells, a line a row; tabs and line breaks inside
// a cell become spaces. What a spreadsheet would run gets an apostrophe.
[[nodiscard]] std::string tsv_from_table(const DataTable& table);

// One <table>, escaped, for word processors and mail.
[[nodiscard]] std::string html_from_table(const DataTable& table);

}  // namespace attune::chart
