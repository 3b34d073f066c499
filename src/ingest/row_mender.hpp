// Mends rows with too few or too many cells: finds where a separator is missing, superfluous or stood inside
// a text, by how well each cell then looks like its column.
//
// An alignment of the row's cells with the columns of least cost, by dynamic programming (Needleman and
// Wunsch 1970), with two more moves: joining two cells, and cutting one in two.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/cell_shapes.hpp"
#include "ingest/table_layout.hpp"

namespace attune::ingest {

struct MendedRow {
  std::vector<std::string> cells;  // one a column
  const char* reason = "";         // one plain sentence
  double cost = 0;                 // of the alignment; up to about 0.5 a column for a good one
};

class RowMender {
 public:
  static constexpr std::size_t kMaxColumns = 200;
  static constexpr std::size_t kMaxDifference = 6;

  // Learns the columns from rows of the right width.
  RowMender(std::span<const SampleRow> rows, std::size_t column_count);

  // nullopt if no way of reading the row fits the columns better than leaving cells empty at its end.
  [[nodiscard]] std::optional<MendedRow> mend(std::span<const std::string> cells,
                                              std::string_view delimiter) const;

 private:
  struct ColumnShape {
    std::map<CellShape, double> shares;
    std::string pattern;  // of nearly all cells, e.g. "A-9"; empty: they differ
    double empty_share = 0;
  };

  [[nodiscard]] double cost(std::string_view cell, std::size_t column) const;

  std::vector<ColumnShape> columns_;
};

}  // namespace attune::ingest
