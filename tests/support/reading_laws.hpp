// Laws that reading obeys whatever the bytes are. Each check returns "" or the law that does not hold. Used
// by the fuzzers of tests/fuzz and, on seeded damage and on what the fuzzers found, by the unit tests.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "ingest/column_roles.hpp"
#include "ingest/csv_row_batch.hpp"
#include "ingest/csv_scanner.hpp"
#include "ingest/table_writer.hpp"
#include "ingest/text_decoder.hpp"
#include "support/read_text.hpp"

namespace attune::support {

using Cells = std::vector<std::string>;

// Every record of the text as cells, fed in pieces of `chunk` bytes; in batches of rows of `width` cells
// where they are orderly, one by one where width is 0.
inline std::vector<Cells> scan(std::string_view text, const ingest::CsvDialect& dialect, std::size_t chunk,
                               std::size_t width) {
  ingest::CsvScanner scanner{dialect};
  std::optional<ingest::CsvRowBatch> batch;
  if (width > 0 && ingest::CsvRowBatch::can_read(dialect)) batch.emplace(dialect, width);
  std::vector<Cells> rows;
  std::string scratch;
  ingest::CsvRecord record;
  const auto read = [&] {
    for (;;) {
      if (batch) {
        batch->read(scanner.unread());
        for (std::size_t row = 0; row < batch->size(); ++row) {
          rows.emplace_back();
          for (std::size_t i = 0; i < width; ++i) {
            table::StringColumn column;
            batch->append_column(i, std::nullopt, column);
            rows.back().emplace_back(column[row]);
          }
        }
        scanner.skip(batch->size_bytes(), batch->lines());
      }
      if (scanner.next(record) != ingest::CsvScanner::Next::Record) return;
      rows.emplace_back();
      for (const ingest::CsvField& field : record.fields)
        rows.back().emplace_back(scanner.cell(record, field, scratch));
    }
  };
  while (!text.empty()) {
    scanner.feed(text.substr(0, chunk));
    text.remove_prefix(std::min(chunk, text.size()));
    read();
  }
  scanner.finish();
  read();
  return rows;
}

inline std::string broken_law_of_scanning(std::string_view text, const ingest::CsvDialect& dialect,
                                          std::size_t chunk, std::size_t width) {
  const std::vector<Cells> whole = scan(text, dialect, text.size() + 1, 0);
  if (scan(text, dialect, chunk, 0) != whole) return "records are the same however the text is cut";
  if (scan(text, dialect, text.size() + 1, width) != whole) return "rows in batches are rows read one by one";
  if (scan(text, dialect, chunk, width) != whole) return "batches are the same however the text is cut";
  return {};
}

inline std::string broken_law_of_reading(std::string_view bytes, std::size_t chunk,
                                         const ingest::ReadOptions& options, const std::string& name) {
  const ReadFile whole = read_bytes(bytes, static_cast<std::size_t>(-1), options, name);
  const ReadFile cut = read_bytes(bytes, chunk, options, name);
  if (whole.error.has_value() != cut.error.has_value()) return "a file is read or not, however it is cut";
  if (whole.error) return whole.error->message.empty() ? "a refusal has a sentence" : "";
  if (whole.tables.size() != cut.tables.size()) return "the tables are the same however the file is cut";
  if (whole.diagnostics.total() != cut.diagnostics.total())
    return "what is told is the same however the file is cut";
  for (std::size_t table = 0; table < whole.tables.size(); ++table) {
    if (whole.rows(table) != cut.rows(table)) return "the rows are the same however the file is cut";
    for (const table::Column& column : whole.tables[table].columns) {
      if (column.cells.size() != whole.tables[table].row_count()) return "columns are equally long";
    }
    if (ingest::guess_roles(whole.tables[table]).columns.size() != whole.tables[table].columns.size())
      return "every column has a role";
  }
  return {};
}

// Rows that repeat two names of the header begin another table (concatenated exports): not when written.
inline bool has_row_like_header(const table::Table& table) {
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const auto equal = std::count_if(table.columns.begin(), table.columns.end(),
                                     [&](const table::Column& c) { return c.cells[row] == c.name; });
    if (equal > 0) return true;
  }
  return false;
}

inline std::string broken_law_of_writing(const table::Table& table) {
  if (table.columns.empty() || has_row_like_header(table)) return {};
  const std::string csv = ingest::write_csv(table);
  if (csv.starts_with("\xEF\xBB\xBF")) return {};  // that would be a mark, not a text
  ingest::ReadOptions told;
  told.format = ingest::Format::Delimited;
  told.encoding = "utf-8";
  told.delimiter = ",";
  told.quote = '"';
  told.escape = '\0';
  told.header_rows = 1;
  told.skipped_lines = 0;
  const ReadFile again = read_bytes(csv, static_cast<std::size_t>(-1), told);
  if (again.error || again.tables.size() != 1) return "a written table is one table";
  const table::Table& read = again.tables.front();
  if (read.row_count() != table.row_count() || read.columns.size() != table.columns.size())
    return "a written table is as long and as wide";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (read.columns[i].name != table.columns[i].name) return "a written column has its name";
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      if (read.columns[i].cells[row] != table.columns[i].cells[row]) return "a written cell is the same";
    }
  }
  return {};
}

inline std::string broken_law_of_counting(std::string_view text) {
  const ReadFile read = read_bytes(text, static_cast<std::size_t>(-1));
  if (read.error || read.detection.format.value != ingest::Format::Delimited || read.tables.size() != 1 ||
      read.diagnostics.count(DiagnosticKind::RepairedRow) > 0 || read.detection.encoding.value != "utf-8" ||
      read.diagnostics.count(DiagnosticKind::MixedEncoding) > 0 || text.starts_with("\xEF\xBB\xBF"))
    return {};
  const std::vector<Cells> records = scan(text, read.detection.dialect.value, text.size() + 1, 0);
  const auto filled =
      static_cast<std::uint64_t>(std::count_if(records.begin(), records.end(), [](const Cells& cells) {
        return cells.size() > 1 || !cells.front().empty();
      }));
  const std::uint64_t told = read.diagnostics.count(DiagnosticKind::SkippedLines) +
                             read.diagnostics.count(DiagnosticKind::RejectedRow);
  const std::uint64_t rows = read.tables[0].row_count() + told + read.detection.header_rows.value;
  // A line with nothing but an empty pair of quotes is a row, too: there may be more rows, never fewer.
  return rows < filled ? "rows, header and rejected rows are the records" : "";
}

inline std::string broken_law_of_decoding(std::string_view bytes, const char* label, std::size_t chunk) {
  const auto decode = [&](std::size_t size) {
    ingest::TextDecoder decoder{label};
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += size) text += decoder.decode(bytes.substr(at, size));
    return text + std::string{decoder.finish()};
  };
  const std::string whole = decode(bytes.size() + 1);
  if (!utf8::is_valid(whole)) return "decoded text is UTF-8";
  return decode(chunk) == whole ? "" : "text is the same however the bytes are cut";
}

}  // namespace attune::support
