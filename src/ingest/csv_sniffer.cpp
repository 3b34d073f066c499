#include "ingest/csv_sniffer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/basket_list.hpp"
#include "ingest/cell_shapes.hpp"
#include "ingest/csv_scanner.hpp"

namespace attune::ingest {
namespace {

constexpr std::size_t kMaxSampleRows = 1000;
constexpr std::size_t kMaxTypedCells = 20'000;
constexpr std::size_t kMaxDialectSample = std::size_t{128} << 10U;

// The records of the sample; the last one is left out when it may be cut.
std::vector<SampleRow> records_of(std::string_view sample, bool is_whole, const CsvDialect& dialect) {
  CsvScanner scanner{dialect};
  scanner.feed(sample);
  if (is_whole) scanner.finish();
  std::vector<SampleRow> records;
  CsvRecord record;
  std::string scratch;
  const auto read = [&] {
    while (records.size() < kMaxSampleRows && scanner.next(record) == CsvScanner::Next::Record) {
      if (record.is_blank() || record.is_too_long) continue;
      SampleRow row{record.line, record.is_damaged, {}};
      for (const CsvField& field : record.fields)
        row.cells.emplace_back(scanner.cell(record, field, scratch));
      records.push_back(std::move(row));
    }
  };
  read();
  if (records.empty() && !is_whole) {  // not even the first line ends within the sample
    scanner.finish();
    read();
  }
  return records;
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
  std::size_t tight_marks = 0;  // separators of another dialect: "a,b" rather than "a, b"
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    tight_marks += (text[i] == ',' || text[i] == ';') && text[i + 1] != ' ' ? 1U : 0U;
  }
  if (tight_marks >= 2) return 0.4;
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
  const std::vector<SampleRow> records = records_of(sample, is_whole, dialect);
  Candidate candidate{std::move(dialect)};
  candidate.records = records.size();
  if (records.empty()) return candidate;
  candidate.width = table_width(records);

  std::vector<bool> has_filled(candidate.width, false);  // a column that is empty everywhere is no column
  for (const SampleRow& record : records) {
    for (std::size_t i = 0; i < record.cells.size() && i < candidate.width; ++i) {
      if (!record.cells[i].empty()) has_filled[i] = true;
    }
  }
  std::size_t agreeing = 0;
  std::size_t damaged = 0;
  std::size_t cells = 0;
  double clean = 0;
  for (const SampleRow& record : records) {
    agreeing += record.cells.size() == candidate.width ? 1U : 0U;
    damaged += record.is_damaged ? 1U : 0U;
    for (std::size_t i = 0; i < record.cells.size() && cells < kMaxTypedCells; ++i, ++cells) {
      clean += i < candidate.width && !has_filled[i] ? 0.3 : cleanliness(record.cells[i]);
    }
  }
  const auto total = static_cast<double>(records.size());
  // Tables one below the other have few changes of width, although none of the widths is frequent.
  const double steadiness = 1.0 - 10.0 * static_cast<double>(count_width_changes(records)) / total;
  candidate.agreement =
      std::max(static_cast<double>(agreeing) / total, candidate.width > 1 ? 0.95 * steadiness : 0.0);
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
  if (delimiter == " ") return "spaces";  // one or several
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
    // Words of a text and parts of a time are no cells because there are equally many in each row, if a
    // separator fits as well.
    const bool has_rival = best.width > 1 && best.agreement >= 0.99 && !best.dialect.delimiter.empty();
    const bool is_inside_values = dialect.delimiter == " " || dialect.delimiter == ":";
    const double wanted = best.score * (is_inside_values && has_rival ? 1.25 : 1.0001);
    if (is_first || candidate.score > wanted) best = candidate;
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
      if (delimiter == " " && sample.find("  ") != std::string_view::npos) {
        dialect.merges_delimiters = true;
        consider(dialect);
        dialect.merges_delimiters = false;
      }
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

// Separators of things on a line; words and times are full of the others.
std::vector<std::string> basket_delimiters(std::string_view sample, const ReadOptions& options) {
  if (options.delimiter) return {*options.delimiter};
  std::vector<std::string> found;
  for (std::string& delimiter : delimiters_in(sample)) {
    if (delimiter != " " && delimiter != ":" && delimiter != "#") found.push_back(std::move(delimiter));
  }
  return found;
}

// Of several separators the one that tells most things apart. False: the lines are no baskets, or the user
// says so.
bool sniff_baskets(std::string_view sample, bool is_whole, const ReadOptions& options, SniffedText& sniffed) {
  const bool is_told = options.reads_baskets.value_or(false);
  if (!is_told && (options.reads_baskets || options.header_rows)) return false;
  if (sample.size() > kMaxDialectSample) {
    sample = sample.substr(0, kMaxDialectSample);
    is_whole = false;
  }
  CsvDialect dialect;
  dialect.line_ending = line_ending_of(sample);
  dialect.quote = options.quote.value_or('"');
  dialect.escape = options.escape.value_or('\0');
  std::vector<std::string> delimiters = basket_delimiters(sample, options);
  if (delimiters.empty() && is_told) delimiters.emplace_back("");
  std::size_t most_cells = 0;
  for (const std::string& delimiter : delimiters) {
    dialect.delimiter = delimiter;
    std::vector<SampleRow> rows = records_of(sample, is_whole, dialect);
    std::size_t cells = 0;
    for (const SampleRow& row : rows) cells += row.cells.size();
    std::optional<BasketList> list = find_baskets(rows);
    if ((!list && !is_told) || cells <= most_cells) continue;
    most_cells = cells;
    if (is_told) {
      sniffed.baskets = {true, 1, "You said that each line is a basket"};
    } else {
      sniffed.baskets = {true, list->returning,
                         "Each line is a basket of " + std::to_string(list->fewest) + " to " +
                             std::to_string(list->most) + " things, split at " + delimiter_name(delimiter) +
                             ": the same names come back on other lines and in other places"};
    }
    sniffed.dialect = {dialect, sniffed.baskets.confidence, sniffed.baskets.reason};
    sniffed.layout = {};
    sniffed.layout.skipped_lines = {options.skipped_lines.value_or(0), 1,
                                    "The list begins on the first line"};
    if (options.skipped_lines) sniffed.layout.skipped_lines.reason = "You said where the list begins";
    sniffed.layout.header_rows = {options.header_rows.value_or(list ? list->header_rows : 0), 1,
                                  "A list of baskets needs no header. Choose one to read the lines as rows "
                                  "of a table."};
    sniffed.rows = std::move(rows);
  }
  return most_cells > 0;
}

}  // namespace

SniffedText sniff_csv(std::string_view sample, bool is_whole, const ReadOptions& options) {
  SniffedText sniffed;
  if (sniff_baskets(sample, is_whole, options, sniffed)) return sniffed;
  std::size_t width = 1;
  sniffed.dialect = sniff_dialect(sample, is_whole, options, width);
  sniffed.rows = records_of(sample, is_whole, sniffed.dialect.value);
  sniffed.layout = find_layout(sniffed.rows, width, options);
  return sniffed;
}

}  // namespace attune::ingest
