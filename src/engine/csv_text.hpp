// Rows of CSV (RFC 4180).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace attune::engine {

// Quoted where it has to be.
void append_csv_cell(std::string_view cell, std::string& csv);
// A row with its line end.
void append_csv_row(std::initializer_list<std::string_view> cells, std::string& csv);

}  // namespace attune::engine
