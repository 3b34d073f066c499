// The words around the numbers: tooltip lines and the accessible table.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

// One drawn value in words. Empty parts are left out.
struct Datum {
  std::string series;
  std::string where;  // date, category, bin
  std::string value;
  std::string interval;
  std::int64_t count = 0;  // number of cases behind it; 0: not told
};

[[nodiscard]] std::vector<std::string> tooltip_lines(const Datum& datum, Locale locale);

// Columns that are empty in every row are left out. At most kMostTableRows rows, evenly chosen, the last
// included.
[[nodiscard]] DataTable table_of(std::span<const Datum> data, std::string where_heading, Locale locale);
inline constexpr std::size_t kMostTableRows = 1000;

// The coarsest form that still tells neighbouring dates apart. `seconds` ascending.
[[nodiscard]] DateForm natural_date_form(std::span<const double> seconds);

}  // namespace attune::chart
