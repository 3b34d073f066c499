// Reads many rows at a time where they are written as they should be: as wide as the table, quotes only
// around whole cells. Stops before the first record that is not, which CsvScanner and CsvReader then take one
// by one with all their care; what both give is the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ingest/byte_search.hpp"
#include "ingest/csv_dialect.hpp"
#include "table/string_column.hpp"

namespace attune::ingest {

class CsvRowBatch {
 public:
  // Dialects with a one-byte delimiter, lines that end in "\n" or "\r\n", and doubled quotes.
  [[nodiscard]] static bool can_read(const CsvDialect& dialect) noexcept;

  // `dialect` must be one that it can read; width > 0.
  CsvRowBatch(const CsvDialect& dialect, std::size_t width);

  // Reads rows from the beginning of `text`, where a record begins: as many as there are and fit into a
  // batch. `text` must live until the rows are appended.
  void read(std::string_view text);

  [[nodiscard]] std::size_t size() const noexcept { return row_ends_.size(); }
  // Of the rows read, line endings included.
  [[nodiscard]] std::size_t size_bytes() const noexcept { return row_ends_.empty() ? 0 : row_ends_.back(); }
  [[nodiscard]] std::uint64_t lines() const noexcept;

  // The cell as it is written, without the quotes around it.
  [[nodiscard]] std::string_view raw_cell(std::size_t row, std::size_t column) const noexcept {
    const Cell& cell = cells_[row * width_ + column];
    return text_.substr(cell.begin, cell.size());
  }

  // Forgets the rows from `row` on.
  void cut(std::size_t row) { row_ends_.resize(row); }

  // Appends the cells of one column, doubled quotes made single. A column that is kept in a file gets their
  // places, if it is known where in the file the batch's text begins.
  void append_column(std::size_t column, std::optional<std::uint64_t> text_begin,
                     table::StringColumn& to) const;

 private:
  // Where a cell's text is; the lowest bit of `size_and_escapes` tells that it holds doubled quotes.
  struct Cell {
    std::uint32_t begin;
    std::uint32_t size_and_escapes;
    [[nodiscard]] std::size_t size() const noexcept { return size_and_escapes >> 1U; }
    [[nodiscard]] bool has_escapes() const noexcept { return (size_and_escapes & 1U) != 0; }
  };
  class Events;

  void append_places(std::size_t column, std::uint64_t text_begin, table::StringColumn& to) const;
  bool read_row(Events& events, std::size_t& at, Cell* cells) const;
  bool read_quoted(Events& events, std::size_t& at, Cell& cell, bool& ends_row) const;
  bool read_unquoted(Events& events, std::size_t& at, Cell& cell, bool& ends_row) const;

  char delimiter_;  // '\n' where there is none
  char quote_;      // '\n' where there is none
  std::size_t width_;
  std::size_t max_rows_;
  std::string_view text_;
  std::vector<Cell> cells_;              // row by row
  std::vector<std::uint32_t> row_ends_;  // in text_
};

}  // namespace attune::ingest
