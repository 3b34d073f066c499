#include "ingest/table_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "ingest/cell_shapes.hpp"
#include "ingest/column_names.hpp"

namespace attune::ingest {
namespace {

constexpr std::string_view kImportId = "{\"ImportId\"";

std::size_t filled_cells(const SampleRow& record) {
  return static_cast<std::size_t>(std::count_if(record.cells.begin(), record.cells.end(),
                                                [](const std::string& c) { return !trimmed(c).empty(); }));
}

bool is_value(CellShape shape) {
  return shape == CellShape::Number || shape == CellShape::Money || shape == CellShape::Percent ||
         shape == CellShape::Date || shape == CellShape::Time || shape == CellShape::Email ||
         shape == CellShape::Url || shape == CellShape::Phone;
}

// Lines before the table: records much narrower, or much emptier, than the table's.
std::size_t preamble_records(std::span<const SampleRow> records, std::size_t width) {
  if (width < 2) return 0;
  std::size_t skipped = 0;
  const std::size_t limit = std::min<std::size_t>(records.size(), 50);
  for (std::size_t i = 0; i + 1 < limit; ++i) {
    if (records[i].is_damaged) break;  // narrow because a quote has joined its cells
    const std::size_t filled = filled_cells(records[i]);
    const bool is_narrow = records[i].cells.size() * 2 <= width || filled * 3 <= width;
    const bool next_is_wide = filled_cells(records[i + 1]) > filled;
    if (is_narrow && (width > 2 || next_is_wide)) skipped = i + 1;
    if (!is_narrow && skipped <= i) break;
  }
  return skipped;
}

// How much more like a header than like a row the record is; above 0: a header.
double header_score(const SampleRow& record, std::span<const SampleRow> records, std::size_t first_row) {
  double score = 0;
  std::map<std::string, int> seen;
  for (std::size_t column = 0; column < record.cells.size(); ++column) {
    const std::string_view name = trimmed(record.cells[column]);
    const CellShape shape = shape_of(name);
    if (is_value(shape)) score -= 1.5;
    if (name.empty()) score -= 0.3;
    if (name.size() > 80) score -= 0.7;
    if (++seen[std::string{name}] > 1 && !name.empty()) score -= 0.5;
    if (is_known_column_name(name)) score += 1.0;
    // The rows below are of another kind than the name above them.
    std::size_t rows = 0;
    std::size_t values = 0;
    std::size_t equal = 0;
    for (std::size_t row = first_row; row < records.size() && rows < 100; ++row) {
      if (column >= records[row].cells.size() || trimmed(records[row].cells[column]).empty()) continue;
      ++rows;
      values += is_value(shape_of(records[row].cells[column])) ? 1U : 0U;
      equal += trimmed(records[row].cells[column]) == name ? 1U : 0U;
    }
    if (rows > 0 && !name.empty() && !is_value(shape)) {
      score += 1.5 * static_cast<double>(values) / static_cast<double>(rows);
      if (equal > 0) score -= 0.5;
    }
  }
  return score;
}

// Columns that hold values (numbers, dates, addresses) in nearly all rows from `first_row` on.
std::vector<bool> value_columns(std::span<const SampleRow> rows, std::size_t first_row,
                                std::size_t column_count) {
  std::vector<std::size_t> values(column_count);
  const std::size_t end = std::min(rows.size(), first_row + 100);
  for (std::size_t row = first_row; row < end; ++row) {
    for (std::size_t i = 0; i < column_count && i < rows[row].cells.size(); ++i) {
      values[i] += is_value(shape_of(rows[row].cells[i])) ? 1U : 0U;
    }
  }
  std::vector<bool> is_column_of_values(column_count);
  for (std::size_t i = 0; i < column_count; ++i)
    is_column_of_values[i] = end > first_row && values[i] * 10 >= (end - first_row) * 9;
  return is_column_of_values;
}

// Whether the row below a header belongs to it: it says the same again, or it has no value anywhere, not even
// in the columns where all rows below have one.
bool continues_header(std::span<const SampleRow> rows, std::size_t row, std::size_t column_count) {
  const std::vector<std::string>& cells = rows[row].cells;
  std::size_t equal = 0;
  for (std::size_t i = 0; i < cells.size() && i < rows[0].cells.size(); ++i)
    equal += !cells[i].empty() && cells[i] == rows[0].cells[i] ? 1U : 0U;
  if (equal * 2 > column_count) return true;
  if (std::any_of(cells.begin(), cells.end(),
                  [](const std::string& cell) { return is_value(shape_of(cell)); }))
    return false;
  const std::vector<bool> columns = value_columns(rows, row + 1, column_count);
  return std::find(columns.begin(), columns.end(), true) != columns.end();
}

// Qualtrics writes a third row with the number of each question in its database.
bool has_import_ids(const SampleRow& row) {
  const auto ids = std::count_if(row.cells.begin(), row.cells.end(),
                                 [](const std::string& cell) { return cell.starts_with(kImportId); });
  return ids > 0 && static_cast<std::size_t>(ids) * 2 > row.cells.size();
}

Guess<std::size_t> header_rows_of(std::span<const SampleRow> rows, std::size_t column_count) {
  constexpr std::size_t kMaxHeaderRows = 4;
  if (rows.size() < 2) {
    const bool has_value =
        !rows.empty() && std::any_of(rows[0].cells.begin(), rows[0].cells.end(),
                                     [](const std::string& cell) { return is_value(shape_of(cell)); });
    return {rows.empty() || has_value ? std::size_t{0} : std::size_t{1}, 0.5,
            "There is no second row to compare with"};
  }
  for (std::size_t row = 1; row < std::min(rows.size(), kMaxHeaderRows); ++row) {
    if (has_import_ids(rows[row])) return {row + 1, 1, "The last of these rows holds import numbers"};
  }
  const double score = header_score(rows[0], rows, 1);
  if (score < 0 || (score == 0 && column_count < 2)) {
    return {0, std::min(1.0, 0.5 - score / 6), "The first row reads like the rows below it"};
  }
  std::size_t count = 1;
  while (count < kMaxHeaderRows && count + 1 < rows.size() && continues_header(rows, count, column_count))
    ++count;
  return {count, std::min(1.0, 0.5 + score / 6),
          count > 1 ? "The first rows read like names, and the rows below them like values"
                    : "The first row reads like names, and the rows below it like values"};
}

}  // namespace

std::size_t count_width_changes(std::span<const SampleRow> rows) {
  std::size_t changes = 0;
  for (std::size_t i = 1; i < rows.size(); ++i)
    changes += rows[i].cells.size() != rows[i - 1].cells.size() ? 1U : 0U;
  return changes;
}

namespace {

// The width of the first of two small tables with a blank line between: a header without values, rows with
// some, and then nothing but rows of another width. 0: it is not so.
std::size_t width_of_first_table(std::span<const SampleRow> rows) {
  std::size_t end = 1;
  while (end < rows.size() && rows[end].cells.size() == rows[0].cells.size()) ++end;
  const bool has_gap = end >= 2 && end + 2 <= rows.size() && rows[end].number > rows[end - 1].number + 1;
  if (!has_gap || rows[0].cells.size() < 2 || count_width_changes(rows) != 1) return 0;
  const auto has_value = [](const SampleRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const std::string& cell) { return is_value(shape_of(cell)); });
  };
  const bool is_table = !has_value(rows[0]) && has_value(rows[1]);
  const bool is_followed = !has_value(rows[end]) && has_value(rows[end + 1]);
  return is_table && is_followed ? rows[0].cells.size() : 0;
}

}  // namespace

std::size_t table_width(std::span<const SampleRow> rows) {
  if (rows.size() >= 4) {
    if (const std::size_t first = width_of_first_table(rows); first > 0) return first;
  }
  std::map<std::size_t, std::size_t> counts;
  for (const SampleRow& row : rows) ++counts[row.cells.size()];
  std::size_t best = 1;
  for (const auto& [width, count] : counts) {
    if (count >= counts[best]) best = width;  // the wider one of two that are equally frequent
  }
  // Of tables one below the other, the first.
  constexpr std::size_t kRun = 5;
  std::size_t run = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    run = i > 0 && rows[i].cells.size() == rows[i - 1].cells.size() ? run + 1 : 1;
    const std::size_t width = rows[i].cells.size();
    if (run == kRun && width > 1 && counts[width] * 5 >= rows.size()) return width;
  }
  return best;
}

TableLayout find_layout(std::span<const SampleRow> rows, std::size_t column_count,
                        const ReadOptions& options) {
  TableLayout layout;
  layout.column_count = column_count;
  std::size_t first = 0;
  if (options.skipped_lines) {
    while (first < rows.size() && rows[first].number <= *options.skipped_lines) ++first;
    layout.skipped_lines = {*options.skipped_lines, 1, "You said where the table begins"};
  } else {
    first = preamble_records(rows, column_count);
    const std::size_t lines = first > 0 ? static_cast<std::size_t>(rows[first].number - 1) : 0;
    layout.skipped_lines = {lines, 0.9,
                            lines > 0 ? "The lines before it do not have the table's shape"
                                      : "The table begins on the first line"};
  }
  if (options.header_rows) {
    layout.header_rows = {*options.header_rows, 1, "You said how many header rows there are"};
    return layout;
  }
  layout.header_rows = header_rows_of(rows.subspan(std::min(first, rows.size())), column_count);
  return layout;
}

std::vector<std::string> join_header(std::span<const std::vector<std::string>> header_rows,
                                     std::size_t column_count) {
  std::vector<std::string> names(column_count);
  for (const std::vector<std::string>& header : header_rows) {
    for (std::size_t i = 0; i < header.size() && i < column_count; ++i) {
      const std::string_view part = trimmed(header[i]);
      if (part.empty() || part.starts_with(kImportId)) continue;
      if (!names[i].empty()) names[i] += ' ';
      names[i] += part;
    }
  }
  return names;
}

}  // namespace attune::ingest
