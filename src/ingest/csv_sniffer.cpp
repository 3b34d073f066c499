#include "ingest/csv_sniffer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ingest/cell_shapes.hpp"
#include "ingest/column_names.hpp"
#include "ingest/csv_scanner.hpp"

namespace attune::ingest {
namespace {

constexpr std::size_t kMaxSniffedRecords = 1000;
constexpr std::size_t kMaxTypedCells = 20'000;
constexpr std::size_t kMaxDialectSample = std::size_t{128} << 10U;

struct SniffedRecord {
  std::uint64_t line = 0;
  bool is_damaged = false;
  std::vector<std::string> cells;
};

// The records of the sample; the last one is left out when it may be cut.
std::vector<SniffedRecord> records_of(std::string_view sample, bool is_whole, const CsvDialect& dialect) {
  CsvScanner scanner{dialect};
  scanner.feed(sample);
  if (is_whole) scanner.finish();
  std::vector<SniffedRecord> records;
  CsvRecord record;
  std::string scratch;
  while (records.size() < kMaxSniffedRecords && scanner.next(record) == CsvScanner::Next::Record) {
    if (record.is_blank() || record.is_too_long) continue;
    SniffedRecord sniffed{record.line, record.is_damaged, {}};
    for (const CsvField& field : record.fields)
      sniffed.cells.emplace_back(scanner.cell(record, field, scratch));
    records.push_back(std::move(sniffed));
  }
  return records;
}

std::size_t most_frequent_width(const std::vector<SniffedRecord>& records) {
  std::map<std::size_t, std::size_t> counts;
  for (const SniffedRecord& record : records) ++counts[record.cells.size()];
  std::size_t best = 1;
  std::size_t best_count = 0;
  for (const auto& [width, count] : counts) {
    if (count >= best_count) {  // the wider one of two that are equally frequent
      best = width;
      best_count = count;
    }
  }
  return best;
}

// How much of a value a cell looks like: 1 for a clean one, near 0 for the rubble of a wrong dialect.
double cleanliness(std::string_view cell) {
  const std::string_view text = trimmed(cell);
  if (text.empty()) return 0.9;
  switch (shape_of(text)) {
    case CellShape::Text:
      break;
    case CellShape::Word:
      return 1.0;
    default:
      return 1.0;
  }
  const bool quote_at_one_end = (text.front() == '"') != (text.back() == '"');
  const bool quotes_at_both = text.size() > 1 && text.front() == '"' && text.back() == '"';
  if (quotes_at_both) return 0.3;
  if (quote_at_one_end) return 0.3;
  if (text.find(";;") != std::string_view::npos || text.find(",,") != std::string_view::npos ||
      text.find('\t') != std::string_view::npos || text.find('|') != std::string_view::npos) {
    return 0.4;
  }
  return 0.8;
}

struct Candidate {
  CsvDialect dialect;
  std::size_t width = 1;
  std::size_t records = 0;
  double agreement = 0;  // share of the records with the most frequent width
  double score = 0;
};

Candidate judge(CsvDialect dialect, std::string_view sample, bool is_whole) {
  const std::vector<SniffedRecord> records = records_of(sample, is_whole, dialect);
  Candidate candidate{std::move(dialect)};
  candidate.records = records.size();
  if (records.empty()) return candidate;
  candidate.width = most_frequent_width(records);

  std::vector<bool> has_filled(candidate.width, false);  // a column that is empty everywhere is no column
  for (const SniffedRecord& record : records) {
    for (std::size_t i = 0; i < record.cells.size() && i < candidate.width; ++i) {
      if (!record.cells[i].empty()) has_filled[i] = true;
    }
  }
  std::size_t agreeing = 0;
  std::size_t damaged = 0;
  std::size_t cells = 0;
  double clean = 0;
  for (const SniffedRecord& record : records) {
    agreeing += record.cells.size() == candidate.width ? 1U : 0U;
    damaged += record.is_damaged ? 1U : 0U;
    for (std::size_t i = 0; i < record.cells.size() && cells < kMaxTypedCells; ++i, ++cells) {
      clean += i < candidate.width && !has_filled[i] ? 0.3 : cleanliness(record.cells[i]);
    }
  }
  const auto total = static_cast<double>(records.size());
  candidate.agreement = static_cast<double>(agreeing) / total;
  const double width = candidate.width > 1 ? 1.0 - 1.0 / static_cast<double>(candidate.width) : 0.02;
  const double undamaged = 1.0 - 0.5 * static_cast<double>(damaged) / total;
  // A dialect under which records swallow each other has few of them.
  candidate.score = candidate.agreement * candidate.agreement * std::sqrt(width) *
                    (clean / static_cast<double>(cells)) * undamaged;
  return candidate;
}

std::vector<std::string> delimiters_in(std::string_view sample) {
  static constexpr std::array<std::string_view, 16> kKnown{
      ",", ";", "\t", "|", "||", "::", ";;", "~|~", "^", "~", ":", "\x01", "\x1F", "\x1E", "#", " "};
  std::vector<std::string> found;
  for (const std::string_view delimiter : kKnown) {
    if (sample.find(delimiter) != std::string_view::npos) found.emplace_back(delimiter);
  }
  return found;
}

// "\r" alone ends lines if there are such and no "\n" at all.
LineEnding line_ending_of(std::string_view sample) {
  if (sample.find('\n') != std::string_view::npos) return LineEnding::LineFeed;
  return sample.find('\r') != std::string_view::npos ? LineEnding::CarriageReturn : LineEnding::LineFeed;
}

std::string delimiter_name(const std::string& delimiter) {
  if (delimiter.empty()) return "one value a line";
  if (delimiter == ",") return "commas";
  if (delimiter == ";") return "semicolons";
  if (delimiter == "\t") return "tabs";
  if (delimiter == "|") return "vertical bars";
  if (delimiter == " ") return "spaces";
  if (delimiter == ":") return "colons";
  return "\"" + delimiter + "\"";
}

Guess<CsvDialect> sniff_dialect(std::string_view sample, bool is_whole, const ReadOptions& options,
                                std::size_t& width) {
  if (sample.size() > kMaxDialectSample) {
    sample = sample.substr(0, kMaxDialectSample);
    is_whole = false;
  }
  CsvDialect base;
  base.line_ending = line_ending_of(sample);
  std::vector<std::string> delimiters =
      options.delimiter ? std::vector<std::string>{*options.delimiter} : delimiters_in(sample);
  delimiters.emplace_back("");
  std::vector<char> quotes;
  if (options.quote) {
    quotes = {*options.quote};
  } else {
    if (sample.find('"') != std::string_view::npos) quotes.push_back('"');
    if (sample.find('\'') != std::string_view::npos) quotes.push_back('\'');
    quotes.push_back('\0');
  }

  Candidate best;
  best.dialect = base;
  bool is_first = true;
  const auto consider = [&](const CsvDialect& dialect) {
    const Candidate candidate = judge(dialect, sample, is_whole);
    if (is_first || candidate.score > best.score * 1.0001) best = candidate;
    is_first = false;
  };
  for (const std::string& delimiter : delimiters) {
    for (const char quote : quotes) {
      if (delimiter.empty() && !options.delimiter && quote == '\'') continue;
      CsvDialect dialect = base;
      dialect.delimiter = delimiter;
      dialect.quote = quote;
      dialect.escape = options.escape.value_or('\0');
      consider(dialect);
      const bool may_escape =
          !options.escape && quote != '\0' && sample.find(std::string{'\\', quote}) != std::string_view::npos;
      if (may_escape) {
        dialect.escape = '\\';
        consider(dialect);
        dialect.escape = '\0';
      }
      if (quote != '\0' && delimiter != " " &&
          sample.find(delimiter + " " + quote) != std::string_view::npos) {
        dialect.skips_space_before_quote = true;
        consider(dialect);
      }
    }
  }
  // Nothing to quote: the usual quote, so that a later one is understood.
  if (!options.quote && best.dialect.quote == '\0' && sample.find('"') == std::string_view::npos)
    best.dialect.quote = '"';
  width = best.width;
  Guess<CsvDialect> guess{best.dialect, std::clamp(best.agreement, 0.0, 1.0), {}};
  const int percent = static_cast<int>(std::floor(best.agreement * 100));
  guess.reason =
      best.dialect.delimiter.empty()
          ? "No separator splits the lines into the same number of cells, so each line is one value"
          : "Split at " + delimiter_name(best.dialect.delimiter) + ", " + std::to_string(percent) +
                " of 100 rows have " + std::to_string(best.width) + " cells";
  return guess;
}

std::size_t filled_cells(const SniffedRecord& record) {
  return static_cast<std::size_t>(std::count_if(record.cells.begin(), record.cells.end(),
                                                [](const std::string& c) { return !trimmed(c).empty(); }));
}

bool is_value(CellShape shape) {
  return shape == CellShape::Number || shape == CellShape::Money || shape == CellShape::Percent ||
         shape == CellShape::Date || shape == CellShape::Time || shape == CellShape::Email ||
         shape == CellShape::Url || shape == CellShape::Phone;
}

// Lines before the table: records much narrower, or much emptier, than the table's.
std::size_t preamble_records(const std::vector<SniffedRecord>& records, std::size_t width) {
  if (width < 2) return 0;
  std::size_t skipped = 0;
  const std::size_t limit = std::min<std::size_t>(records.size(), 50);
  for (std::size_t i = 0; i + 1 < limit; ++i) {
    const std::size_t filled = filled_cells(records[i]);
    const bool is_narrow = records[i].cells.size() * 2 <= width || filled * 3 <= width;
    const bool next_is_wide = filled_cells(records[i + 1]) > filled;
    if (is_narrow && (width > 2 || next_is_wide)) skipped = i + 1;
    if (!is_narrow && skipped <= i) break;
  }
  return skipped;
}

// How much more like a header than like a row the record is; above 0: a header.
double header_score(const SniffedRecord& record, const std::vector<SniffedRecord>& records,
                    std::size_t first_row) {
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

}  // namespace

SniffedText sniff_csv(std::string_view sample, bool is_whole, const ReadOptions& options) {
  SniffedText sniffed;
  sniffed.dialect = sniff_dialect(sample, is_whole, options, sniffed.column_count);
  const std::vector<SniffedRecord> records = records_of(sample, is_whole, sniffed.dialect.value);

  std::size_t first = 0;
  if (options.skipped_lines) {
    while (first < records.size() && records[first].line <= *options.skipped_lines) ++first;
    sniffed.skipped_lines = {*options.skipped_lines, 1, "You said where the table begins"};
  } else {
    first = preamble_records(records, sniffed.column_count);
    const std::size_t lines = first > 0 ? static_cast<std::size_t>(records[first].line - 1) : 0;
    sniffed.skipped_lines = {lines, 0.9,
                             lines > 0 ? "The lines before it do not have the table's shape"
                                       : "The table begins on the first line"};
  }
  if (options.header_rows) {
    sniffed.header_rows = {*options.header_rows, 1, "You said how many header rows there are"};
  } else if (first >= records.size()) {
    sniffed.header_rows = {records.empty() ? std::size_t{0} : std::size_t{1}, 0.5,
                           "There is no row to compare with"};
  } else {
    const double score = header_score(records[first], records, first + 1);
    const bool has_header =
        score > 0 || (score == 0 && records.size() - first > 1 && sniffed.column_count > 1);
    sniffed.header_rows = {has_header ? std::size_t{1} : std::size_t{0},
                           std::min(1.0, 0.5 + std::abs(score) / 6),
                           has_header ? "The first row reads like names, and the rows below it like values"
                                      : "The first row reads like the rows below it"};
  }
  return sniffed;
}

}  // namespace attune::ingest
