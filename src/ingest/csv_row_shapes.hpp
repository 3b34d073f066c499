// What a row of a CSV looks like: a header, a footer, one that a stray quotation mark has made of several.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/csv_scanner.hpp"

namespace attune::ingest {

// A number, a date, an address: what stands in rows, not in headers.
[[nodiscard]] bool is_value(std::string_view cell);

// Short names, none twice, none empty.
[[nodiscard]] bool reads_like_header(const std::vector<std::string>& cells);

// Few cells, or below a blank line ("Total;;;") few that are filled: perhaps a footer.
[[nodiscard]] bool is_narrow(const std::vector<std::string>& cells, std::size_t width, bool after_blank);

// A quoted cell that goes on over lines and is not closed as it should be.
[[nodiscard]] bool has_damage_over_lines(const CsvRecord& record);

}  // namespace attune::ingest
