#include "ingest/csv_row_batch.hpp"

#include <memory>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "ingest/csv_scanner.hpp"
#include "support/read_text.hpp"

using namespace attune;
using ingest::CsvDialect;
using ingest::CsvRowBatch;
using ingest::CsvScanner;
using Row = std::vector<std::string>;

namespace {

Row cells_of(const CsvScanner& scanner, const ingest::CsvRecord& record) {
  Row row;
  std::string scratch;
  for (const ingest::CsvField& field : record.fields) row.emplace_back(scanner.cell(record, field, scratch));
  return row;
}

// All records, each read with care.
std::vector<Row> read_one_by_one(std::string_view text, const CsvDialect& dialect) {
  CsvScanner scanner{dialect};
  scanner.feed(text);
  scanner.finish();
  std::vector<Row> rows;
  ingest::CsvRecord record;
  while (scanner.next(record) == CsvScanner::Next::Record) rows.push_back(cells_of(scanner, record));
  return rows;
}

// All records, in batches where they are orderly; `batched` counts those.
std::vector<Row> read_in_batches(std::string_view text, const CsvDialect& dialect, std::size_t width,
                                 std::size_t& batched) {
  CsvScanner scanner{dialect};
  scanner.feed(text);
  scanner.finish();
  CsvRowBatch batch{dialect, width};
  std::vector<Row> rows;
  ingest::CsvRecord record;
  std::uint64_t line = 1;
  for (;;) {
    batch.read(scanner.unread());
    std::vector<table::StringColumn> columns(width);
    for (std::size_t i = 0; i < width; ++i) batch.append_column(i, std::nullopt, columns[i]);
    for (std::size_t row = 0; row < batch.size(); ++row) {
      rows.emplace_back();
      for (const table::StringColumn& column : columns) rows.back().emplace_back(column[row]);
    }
    batched += batch.size();
    line += batch.lines();
    scanner.skip(batch.size_bytes(), batch.lines());
    if (scanner.next(record) != CsvScanner::Next::Record) return rows;
    if (batch.size() > 0) CHECK(record.line >= line);
    rows.push_back(cells_of(scanner, record));
  }
}

std::string random_text(Random& random) {
  static constexpr const char* kCells[] = {"",
                                           "a",
                                           "long enough to need more than one block",
                                           "\"q\"",
                                           "\"a,b\"",
                                           "\"two\nlines\"",
                                           "\"say \"\"hi\"\"\"",
                                           "\"\"",
                                           "5\" disk",
                                           "\"bad\" end",
                                           "\"x\" ",
                                           "\xC3\xA9",
                                           "\"open",
                                           "\r",
                                           "\"\"\"\""};
  std::string text;
  for (std::uint32_t row = 0; row < 30; ++row) {
    const std::uint32_t cells = random.below(12) == 0 ? random.below(5) : 3;
    for (std::uint32_t i = 0; i < cells; ++i) {
      if (i > 0) text += ',';
      text += kCells[random.below(random.below(4) == 0 ? 15 : 8)];
    }
    text += random.below(3) == 0 ? "\r\n" : "\n";
  }
  return text;
}

class MemoryFile final : public ingest::FileBytes {
 public:
  explicit MemoryFile(std::string_view bytes) : bytes_{bytes} {}
  [[nodiscard]] bool read(std::uint64_t offset, std::span<std::byte> bytes) const override {
    if (offset + bytes.size() > bytes_.size()) return false;
    const auto part = std::as_bytes(std::span{bytes_.data() + offset, bytes.size()});
    std::copy(part.begin(), part.end(), bytes.begin());
    return true;
  }

 private:
  std::string_view bytes_;
};

}  // namespace

TEST_CASE("rows read in batches are those read one by one, whatever is in them", "[ingest][csv][batch]") {
  Random random{7};
  const CsvDialect dialect;
  std::size_t batched = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random);
    CAPTURE(round, text);
    REQUIRE(read_in_batches(text, dialect, 3, batched) == read_one_by_one(text, dialect));
  }
  CHECK(batched > 10'000);
}

TEST_CASE("a batch stops before a blank line, a row of another width and a row that is not complete",
          "[ingest][csv][batch]") {
  CsvRowBatch batch{{}, 2};
  batch.read("a,b\nc,d\n\ne,f\n");
  CHECK(batch.size() == 2);
  CHECK(batch.size_bytes() == 8);
  batch.read("a,b\nc\n");
  CHECK(batch.size() == 1);
  batch.read("a,b\nc,d");
  CHECK(batch.size() == 1);
  CHECK(batch.raw_cell(0, 1) == "b");
}

TEST_CASE("long texts of a large file stay there and read the same", "[ingest][csv][batch]") {
  std::string text = "\xEF\xBB\xBFid,text,day\n";
  for (int row = 0; row < 20'000; ++row) {
    text += std::to_string(row) + ",";
    text += row % 7 == 0 ? "\"she said \"\"never again\"\" in row " + std::to_string(row) + "\""
                         : "a sentence of some length in row " + std::to_string(row);
    text += row % 5000 == 77 ? ",2024-01-01,too much\n" : ",2024-01-01\r\n";
  }
  const auto in_memory = support::read_bytes(text);
  const std::size_t chunk = GENERATE(std::size_t{4096}, std::size_t{1} << 20U);
  ingest::FileReader reader{{"large.csv", text.size(), std::make_shared<MemoryFile>(text), 100'000}};
  for (std::size_t at = 0; at < text.size(); at += chunk) {
    const std::string_view piece = std::string_view{text}.substr(at, chunk);
    REQUIRE(reader.feed(std::as_bytes(std::span{piece.data(), piece.size()})));
  }
  REQUIRE(reader.finish());
  const table::Table& table = reader.tables().front();
  CHECK(table.columns[1].cells.is_kept_in_file());
  CHECK(table.columns[1].cells.size_bytes() < 400'000);
  CHECK_FALSE(table.columns[0].cells.is_kept_in_file());
  REQUIRE(table.row_count() == in_memory.tables[0].row_count());
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    for (std::size_t i = 0; i < 3; ++i)
      REQUIRE(table.columns[i].cells[row] == in_memory.tables[0].columns[i].cells[row]);
  }
}

TEST_CASE("a file that is gone leaves its texts empty", "[ingest][csv][batch]") {
  std::string text = "id,text\n";
  for (int row = 0; row < 9000; ++row)
    text += std::to_string(row) + ",a sentence of quite some length here\n";
  ingest::ReadOptions options;
  options.delimiter = ",";
  ingest::FileReader reader{{"gone.csv", text.size(), std::make_shared<MemoryFile>(""), 1000}, options};
  REQUIRE(reader.feed(std::as_bytes(std::span{text.data(), text.size()})));
  REQUIRE(reader.finish());
  CHECK(reader.tables()[0].columns[1].cells[0] == "a sentence of quite some length here");
  CHECK(reader.tables()[0].columns[1].cells[8999].empty());
}
