// How a delimited text file is written: what separates cells, what wraps them, what ends a record.
#pragma once

#include <string>

namespace attune::ingest {

enum class LineEnding {
  LineFeed,        // "\n" or "\r\n"; a lone "\r" is text
  CarriageReturn,  // "\r", as old Macs wrote; also "\n"
};

struct CsvDialect {
  std::string delimiter = ",";  // 1 to 8 bytes; empty: one cell a line
  char quote = '"';             // '\0': none
  char escape = '\0';           // before a quote inside quotes, e.g. '\\'; '\0': the quote is doubled
  LineEnding line_ending = LineEnding::LineFeed;
  bool skips_space_before_quote = false;  // a, "b" is two cells: a and b
  bool merges_delimiters = false;  // columns aligned with spaces: several are one, those around a line none

  friend bool operator==(const CsvDialect&, const CsvDialect&) = default;
};

}  // namespace attune::ingest
