// The values of a whole column at once, for what reads every row: orders, amounts, days.
#pragma once

#include <limits>
#include <vector>

#include "base/dates.hpp"
#include "ingest/column_types.hpp"
#include "table/string_column.hpp"

namespace attune::ingest {

inline constexpr Days kNoDay = std::numeric_limits<Days>::min();

// One number a row, without currency and percent signs; NaN for a cell that is empty or no number in the
// column's style.
[[nodiscard]] std::vector<double> read_numbers(const table::StringColumn& cells,
                                               const ColumnProfile& profile);

// One day a row; kNoDay for a cell that is empty or no date in the column's order.
[[nodiscard]] std::vector<Days> read_days(const table::StringColumn& cells, const ColumnProfile& profile);

}  // namespace attune::ingest
