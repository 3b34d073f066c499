#include "ingest/row_mender.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace attune::ingest {
namespace {

constexpr double kLeaveEmpty = 2.5;  // a column without a cell
constexpr double kLeaveEmptyAtEnd = 2.0;
constexpr double kDropEmpty = 1.0;   // an empty cell without a column
constexpr double kJoin = 2.0;        // two cells of one text
constexpr double kCut = 3.0;         // one cell of two columns
constexpr double kCutAtQuote = 1.0;  // the same, where a quotation mark shows the place
constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr std::size_t kMaxCutBytes = 400;

// Runs of digits as 9, of letters as A, the rest as it is: "MG-8769" is "A-9". Empty for longer texts.
std::string pattern_of(std::string_view cell) {
  std::string pattern;
  if (cell.size() > 40) return pattern;
  for (const char c : cell) {
    const bool is_digit = c >= '0' && c <= '9';
    const bool is_letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
    const char kind = is_digit ? '9' : is_letter ? 'A' : c;
    if (pattern.empty() || pattern.back() != kind || (!is_digit && !is_letter)) pattern += kind;
  }
  return pattern;
}

enum class Move { None, Match, LeaveEmpty, DropEmpty, Join, Cut };

struct Step {
  double cost = kNever;
  Move move = Move::None;
  std::size_t cut = 0;
};

// Where a cell may be cut: anywhere if it is short, at its quotation marks if it is long.
std::vector<std::size_t> cuts_of(std::string_view cell) {
  std::vector<std::size_t> cuts;
  for (std::size_t at = 1; at < cell.size(); ++at) {
    const bool is_inside_character = (static_cast<unsigned char>(cell[at]) & 0xC0U) == 0x80U;
    if (cell[at] == '"' ? cuts.size() < 2 * kMaxCutBytes
                        : cell.size() <= kMaxCutBytes && !is_inside_character)
      cuts.push_back(at);
  }
  return cuts;
}

// A quotation mark at the cut, and its partner at the end, go.
std::pair<std::string_view, std::string_view> cut(std::string_view cell, std::size_t at) {
  std::string_view right = cell.substr(at);
  if (right.starts_with('"')) {
    right.remove_prefix(1);
    if (right.ends_with('"')) right.remove_suffix(1);
  }
  return {cell.substr(0, at), right};
}

}  // namespace

RowMender::RowMender(std::span<const SampleRow> rows, std::size_t column_count) : columns_(column_count) {
  for (std::size_t column = 0; column < column_count; ++column) {
    std::map<std::string, std::size_t> patterns;
    std::map<CellShape, std::size_t> shapes;
    std::size_t filled = 0;
    std::size_t seen = 0;
    for (const SampleRow& row : rows) {
      if (row.cells.size() != column_count || row.is_damaged) continue;
      ++seen;
      const std::string_view cell = trimmed(row.cells[column]);
      ++shapes[shape_of(cell)];
      if (cell.empty()) continue;
      ++filled;
      ++patterns[pattern_of(cell)];
    }
    ColumnShape& shape = columns_[column];
    for (const auto& [kind, count] : shapes)
      shape.shares[kind] = static_cast<double>(count) / static_cast<double>(std::max<std::size_t>(seen, 1));
    shape.empty_share = shape.shares[CellShape::Empty];
    for (const auto& [pattern, count] : patterns) {
      const bool is_code = !pattern.empty() && pattern.find(' ') == std::string::npos;  // not a text
      if (is_code && filled >= 5 && count * 10 >= filled * 8) shape.pattern = pattern;
    }
  }
}

double RowMender::cost(std::string_view cell, std::size_t column) const {
  const ColumnShape& shape = columns_[column];
  cell = trimmed(cell);
  const auto found = shape.shares.find(shape_of(cell));
  double cost = -std::log((found == shape.shares.end() ? 0.0 : found->second) + 0.01);
  if (!shape.pattern.empty() && !cell.empty() && pattern_of(cell) != shape.pattern) cost += 2.0;
  return cost;
}

std::optional<MendedRow> RowMender::mend(std::span<const std::string> cells,
                                         std::string_view delimiter) const {
  const std::size_t n = columns_.size();
  const std::size_t m = cells.size();
  if (n < 2 || n > kMaxColumns || m == 0 || (m > n ? m - n : n - m) > kMaxDifference) return std::nullopt;

  // best[i][j]: the least cost of reading the first i cells into the first j columns.
  std::vector<std::vector<Step>> best(m + 1, std::vector<Step>(n + 1));
  best[0][0].cost = 0;
  const auto offer = [&](std::size_t i, std::size_t j, double cost, Move move, std::size_t cut = 0) {
    if (cost < best[i][j].cost) best[i][j] = {cost, move, cut};
  };
  for (std::size_t i = 0; i <= m; ++i) {
    for (std::size_t j = 0; j <= n; ++j) {
      const double so_far = best[i][j].cost;
      if (so_far == kNever) continue;
      if (j < n) offer(i, j + 1, so_far + (i == m ? kLeaveEmptyAtEnd : kLeaveEmpty), Move::LeaveEmpty);
      if (i < m && trimmed(cells[i]).empty()) offer(i + 1, j, so_far + kDropEmpty, Move::DropEmpty);
      if (i < m && j < n) offer(i + 1, j + 1, so_far + cost(cells[i], j), Move::Match);
      // Joining makes sense for texts, not where a column has one pattern.
      if (i + 2 <= m && j < n && m > n && columns_[j].pattern.empty() && !cells[i + 1].empty()) {
        offer(i + 2, j + 1, so_far + kJoin + cost(cells[i] + std::string{delimiter} + cells[i + 1], j),
              Move::Join);
      }
      if (i < m && j + 2 <= n && m < n) {
        for (const std::size_t at : cuts_of(cells[i])) {
          const auto [left, right] = cut(cells[i], at);
          const double price = cells[i][at] == '"' ? kCutAtQuote : kCut;
          offer(i + 1, j + 2, so_far + price + cost(left, j) + cost(right, j + 1), Move::Cut, at);
        }
      }
    }
  }

  MendedRow row;
  row.cells.resize(n);
  row.cost = best[m][n].cost;
  bool has_moves = false;
  std::size_t i = m;
  std::size_t j = n;
  while (i > 0 || j > 0) {
    const Step& step = best[i][j];
    switch (step.move) {
      case Move::None:
        return std::nullopt;
      case Move::Match:
        row.cells[--j] = cells[--i];
        break;
      case Move::LeaveEmpty:
        --j;
        if (i < m) {
          has_moves = true;
          row.reason = "A cell was missing in this row; it was left empty where it fits best";
        }
        break;
      case Move::DropEmpty:
        --i;
        has_moves = true;
        row.reason = "This row had a separator too many; an empty cell was left out";
        break;
      case Move::Join:
        i -= 2;
        row.cells[--j] = cells[i] + std::string{delimiter} + cells[i + 1];
        has_moves = true;
        row.reason = "A separator stood inside a text of this row; its parts were joined";
        break;
      case Move::Cut:
        --i;
        row.cells[--j] = cut(cells[i], step.cut).second;
        row.cells[--j] = cut(cells[i], step.cut).first;
        has_moves = true;
        row.reason = "A separator was missing in this row; a cell was cut where it fits best";
        break;
    }
  }
  if (!has_moves) return std::nullopt;
  return row;
}

}  // namespace attune::ingest
