// Turns the rows of a spreadsheet into a table: looks at the first ones to find where the table begins and
// what its header is, then appends.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/format_reader.hpp"
#include "ingest/table_layout.hpp"

namespace attune::ingest {

class SheetRows {
 public:
  static constexpr std::size_t kMaxColumns = 16'384;  // as many as Excel has
  // Cells may be repeated a million times by one element; a sheet that grows beyond this is no one's data.
  static constexpr std::uint64_t kMaxCells = 20'000'000;
  static constexpr std::uint64_t kMaxTextBytes = std::uint64_t{1} << 30U;

  // `state` must outlive it.
  SheetRows(ReadState& state, std::string name) : state_{state}, name_{std::move(name)} {}

  // The cells of row `number`, from 1; numbers only grow. Rows without any filled cell are left out.
  void add(std::uint64_t number, std::vector<std::string> cells);
  // True when the limits are reached; further rows are left out.
  [[nodiscard]] bool is_full() const noexcept { return is_full_; }
  // Appends the table, unless there was no row.
  void finish();

 private:
  void begin_table();
  void append(const std::vector<std::string>& cells);
  void drop_empty_columns();

  ReadState& state_;
  std::string name_;
  std::vector<SampleRow> sample_;
  bool has_begun_ = false;
  bool has_too_many_columns_ = false;
  std::uint64_t cells_ = 0;
  std::uint64_t text_bytes_ = 0;
  bool is_full_ = false;
  std::vector<bool> is_named_;
  table::Table table_;
};

}  // namespace attune::ingest
