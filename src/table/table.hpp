// A table as it was read: named columns of text, all of the same length. Meaning (numbers, dates, ratings) is
// read from the text later, when the role of each column is known (ingest/column_roles.hpp).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table/string_column.hpp"

namespace attune::table {

struct Column {
  std::string name;  // unique within its table, never empty
  StringColumn cells;
};

struct Table {
  std::string name;  // the file, sheet or archive entry
  std::vector<Column> columns;

  [[nodiscard]] std::size_t row_count() const noexcept {
    return columns.empty() ? 0 : columns.front().cells.size();
  }
  [[nodiscard]] std::optional<std::size_t> find(std::string_view column) const noexcept {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == column; });
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
  }
};

// Names a table can live with: trimmed, "Column 3" for an empty one, "Price (2)" for the second "Price".
[[nodiscard]] std::vector<std::string> unique_names(std::vector<std::string> names);

}  // namespace attune::table
