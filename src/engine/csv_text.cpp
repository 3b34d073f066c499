#include "engine/csv_text.hpp"

#include "base/spreadsheet.hpp"

namespace attune::engine {

void append_csv_row(std::initializer_list<std::string_view> cells, std::string& csv) {
  bool is_first = true;
  for (const std::string_view cell : cells) {
    if (!is_first) csv += ',';
    is_first = false;
    append_csv_cell(cell, csv);
  }
  csv += "\r\n";
}

}  // namespace attune::engine
