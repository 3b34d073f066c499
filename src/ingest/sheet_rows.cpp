#include "ingest/sheet_rows.hpp"

#include <algorithm>
#include <utility>

#include "ingest/cell_shapes.hpp"

namespace attune::ingest {
namespace {

constexpr std::size_t kSampleRows = 200;

}  // namespace

void SheetRows::add(std::uint64_t number, std::vector<std::string> cells) {
  while (!cells.empty() && trimmed(cells.back()).empty()) cells.pop_back();
  if (cells.empty()) return;
  if (cells.size() > kMaxColumns) {
    cells.resize(kMaxColumns);
    if (!std::exchange(has_too_many_columns_, true)) {
      state_.diagnostics.add(
          {DiagnosticKind::LimitReached, number, {}, "Only the first 16384 columns were read", {}, name_});
    }
  }
  if (is_full_) return;
  cells_ += std::max<std::uint64_t>(cells.size(), table_.columns.size());
  for (const std::string& cell : cells) text_bytes_ += cell.size();
  if (cells_ > kMaxCells || text_bytes_ > kMaxTextBytes) {
    is_full_ = true;
    state_.diagnostics.add(
        {DiagnosticKind::LimitReached,
         number,
         {},
         "This sheet has more than 20 million cells or 1 GB of text; the rows from here on were left out",
         {},
         name_});
    return;
  }
  if (has_begun_) {
    append(cells);
    return;
  }
  sample_.push_back({number, false, std::move(cells)});
  if (sample_.size() == kSampleRows) begin_table();
}

void SheetRows::begin_table() {
  has_begun_ = true;
  std::size_t width = 1;
  for (const SampleRow& row : sample_) width = std::max(width, row.cells.size());
  const TableLayout layout = find_layout(sample_, width, state_.options);
  state_.detection.skipped_lines = layout.skipped_lines;
  state_.detection.header_rows = layout.header_rows;

  std::vector<std::vector<std::string>> header;
  std::size_t first_row = sample_.size();
  for (std::size_t i = 0; i < sample_.size(); ++i) {
    SampleRow& row = sample_[i];
    if (row.number <= layout.skipped_lines.value) {
      std::string raw;
      for (const std::string& cell : row.cells) raw += cell + "\t";
      state_.diagnostics.add(
          {DiagnosticKind::SkippedLines, row.number, {}, "This row stands before the table", raw, name_});
    } else if (header.size() < layout.header_rows.value) {
      header.push_back(std::move(row.cells));
    } else {
      first_row = i;
      break;
    }
  }
  std::vector<std::string> names = join_header(header, width);
  for (const std::string& name : names) is_named_.push_back(!name.empty());
  table_.name = name_;
  for (std::string& name : table::unique_names(std::move(names)))
    table_.columns.push_back({std::move(name), {}});
  for (std::size_t i = first_row; i < sample_.size(); ++i) append(sample_[i].cells);
  sample_.clear();
}

void SheetRows::append(const std::vector<std::string>& cells) {
  const std::size_t rows = table_.row_count();
  while (table_.columns.size() < cells.size()) {  // a row wider than all before it
    table_.columns.push_back({"Column " + std::to_string(table_.columns.size() + 1), {}});
    table_.columns.back().cells.append_empty(rows);
    is_named_.push_back(false);
  }
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    table_.columns[i].cells.append(i < cells.size() ? std::string_view{cells[i]} : std::string_view{});
  }
}

void SheetRows::drop_empty_columns() {
  std::vector<table::Column> kept;
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    if (is_named_[i] || table_.columns[i].cells.size_bytes() > 0)
      kept.push_back(std::move(table_.columns[i]));
  }
  table_.columns = std::move(kept);
}

void SheetRows::finish() {
  if (!has_begun_ && !sample_.empty()) begin_table();
  if (!has_begun_) return;
  drop_empty_columns();
  if (!table_.columns.empty()) state_.tables.push_back(std::move(table_));
}

}  // namespace attune::ingest
