// Where a table begins among rows of cells, and how many of its rows are its header.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ingest/detection.hpp"

namespace attune::ingest {

struct SampleRow {
  std::uint64_t number = 0;  // its line in the file, or its row in the sheet, from 1
  bool is_damaged = false;
  std::vector<std::string> cells;
};

struct TableLayout {
  Guess<std::size_t> skipped_lines;  // rows whose number is at most this stand before the table
  Guess<std::size_t> header_rows;
  std::size_t column_count = 1;
};

// The number of cells that most rows have; where tables stand one below the other, that of the first.
[[nodiscard]] std::size_t table_width(std::span<const SampleRow> rows);

// How often a row has another number of cells than the one before it.
[[nodiscard]] std::size_t count_width_changes(std::span<const SampleRow> rows);

// `rows` without blank ones. What `options` fixes is taken as it is.
[[nodiscard]] TableLayout find_layout(std::span<const SampleRow> rows, std::size_t column_count,
                                      const ReadOptions& options);

// One name a column from its header rows: parts that are there, joined by a space. Not yet unique.
[[nodiscard]] std::vector<std::string> join_header(std::span<const std::vector<std::string>> header_rows,
                                                   std::size_t column_count);

}  // namespace attune::ingest
