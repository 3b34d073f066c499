#include "ingest/csv_scanner.hpp"

#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

using attune::ingest::CsvDialect;
using attune::ingest::CsvRecord;
using attune::ingest::CsvScanner;
using attune::ingest::LineEnding;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows scan(std::string_view text, const CsvDialect& dialect = {},
          std::size_t chunk = static_cast<std::size_t>(-1)) {
  CsvScanner scanner{dialect};
  CsvRecord record;
  std::string scratch;
  Rows rows;
  const auto read = [&] {
    while (scanner.next(record) == CsvScanner::Next::Record) {
      std::vector<std::string> row;
      for (const auto& field : record.fields) row.emplace_back(scanner.cell(record, field, scratch));
      rows.push_back(std::move(row));
    }
  };
  for (std::size_t at = 0; at < text.size(); at += std::min(chunk, text.size())) {
    scanner.feed(text.substr(at, chunk));
    read();
  }
  scanner.finish();
  read();
  return rows;
}

}  // namespace

TEST_CASE("cells are split at the delimiter, and quotes protect it", "[ingest][csv]") {
  CHECK(scan("a,b\n1,\"x,y\"\n") == Rows{{"a", "b"}, {"1", "x,y"}});
  CHECK(scan("a,\"he said \"\"no\"\"\"\r\n\"\",\"\"") == Rows{{"a", "he said \"no\""}, {"", ""}});
  CHECK(scan("a,\"two\nlines\"\nb,c") == Rows{{"a", "two\nlines"}, {"b", "c"}});
  CHECK(scan("a,\n,b\n") == Rows{{"a", ""}, {"", "b"}});
}

TEST_CASE("a delimiter may have several characters, and a quote may be escaped", "[ingest][csv]") {
  CsvDialect dialect;
  dialect.delimiter = "||";
  CHECK(scan("a||b|c||\"d||e\"\n", dialect) == Rows{{"a", "b|c", "d||e"}});
  dialect = {};
  dialect.escape = '\\';
  CHECK(scan("\"5\\\" nail\",\"C:\\\\x\",it\\'s\n", dialect) == Rows{{"5\" nail", "C:\\x", "it\\'s"}});
}

TEST_CASE("lines end with \\n, \\r\\n, or \\r where the dialect says so", "[ingest][csv]") {
  CHECK(scan("a\r\nb\nc\rd") == Rows{{"a"}, {"b"}, {"c\rd"}});
  CsvDialect mac;
  mac.line_ending = LineEnding::CarriageReturn;
  CHECK(scan("a,1\rb,2\r", mac) == Rows{{"a", "1"}, {"b", "2"}});
}

TEST_CASE("a quote that is never closed is text, and costs its own row only", "[ingest][csv]") {
  CHECK(scan("a,b\n\"x,y\n1,2\n") == Rows{{"a", "b"}, {"\"x", "y"}, {"1", "2"}});
}

TEST_CASE("a quote within quotes that is followed by text is text", "[ingest][csv]") {
  CHECK(scan("\"the \"best\" shop\",5\n") == Rows{{"the \"best\" shop", "5"}});
  CHECK(scan("\"padded\"  ,5\n") == Rows{{"padded", "5"}});
}

TEST_CASE("text cut anywhere gives the same records", "[ingest][csv][chunk-law]") {
  const std::string text =
      "name,\"said \"\"hi\"\"\"\r\n\"a\r\nb\",c\n\"open,1\n\n x, \"y\" "
      "\n\"q\"junk\",z\r\n\"\",\"\"\"\",\"end\"";
  const std::vector<CsvDialect> dialects = [] {
    CsvDialect plain;
    CsvDialect spaced;
    spaced.skips_space_before_quote = true;
    CsvDialect wide;
    wide.delimiter = "\",\"";
    CsvDialect mac;
    mac.line_ending = LineEnding::CarriageReturn;
    mac.escape = 'h';
    return std::vector{plain, spaced, wide, mac};
  }();
  for (const CsvDialect& dialect : dialects) {
    const Rows whole = scan(text, dialect);
    for (std::size_t chunk = 1; chunk < text.size(); ++chunk) CHECK(scan(text, dialect, chunk) == whole);
  }
}

TEST_CASE("many quotes that never close are read in time that grows with the text", "[ingest][csv]") {
  std::string text;
  for (int row = 0; row < 20'000; ++row) text += "\"x\"y,\"z\n";
  CHECK(scan(text).size() == 20'000);
}

TEST_CASE("records tell the line they begin on", "[ingest][csv]") {
  CsvScanner scanner{{}};
  scanner.feed("a\n\"b\nc\"\n\nd\n");
  scanner.finish();
  CsvRecord record;
  std::vector<std::uint64_t> lines;
  while (scanner.next(record) == CsvScanner::Next::Record) lines.push_back(record.line);
  CHECK(lines == std::vector<std::uint64_t>{1, 2, 4, 5});
}
