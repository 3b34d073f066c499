// Rows of CSV (RFC 4180).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace attune::engine {

// A row with its line end; cells in quotes where they have to be (base/spreadsheet.hpp).
void append_csv_row(std::initializer_list<std::string_view> cells, std::string& csv);

}  // namespace attune::engine
