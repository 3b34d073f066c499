#include "ingest/file_reader.hpp"

#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "support/read_text.hpp"

using namespace attune;
using support::read_bytes;
using Rows = std::vector<std::vector<std::string>>;

TEST_CASE("a file is read the same however it is cut", "[ingest][chunk-law]") {
  std::string text = "name;stars;comment\r\n";
  for (int row = 0; row < 9000; ++row) {
    text += "caf\xC3\xA9 " + std::to_string(row) + ";" + std::to_string(row % 5 + 1) + ";\"line\r\n\"\"" +
            std::to_string(row * 7) + "\"\"; \xF0\x9F\x98\x80\"\r\n";
  }
  const auto whole = read_bytes(text);
  REQUIRE_FALSE(whole.error);
  REQUIRE(whole.rows().size() == 9001);
  CHECK(whole.rows()[1] == std::vector<std::string>{"caf\xC3\xA9 0", "1", "line\r\n\"0\"; \xF0\x9F\x98\x80"});
  const std::size_t chunk = GENERATE(std::size_t{1}, std::size_t{7}, std::size_t{4096}, std::size_t{300'000});
  CHECK(read_bytes(text, chunk).rows() == whole.rows());
}

TEST_CASE("the usual delimiters are found out", "[ingest][sniffer]") {
  const std::string delimiter = GENERATE(",", ";", "\t", "|", "||", "^", "::");
  std::string text = "id" + delimiter + "name" + delimiter + "note\n";
  for (int row = 0; row < 20; ++row)
    text += std::to_string(row) + delimiter + "Ann" + delimiter + "\"all good, thanks\"\n";
  const auto read = read_bytes(text);
  REQUIRE_FALSE(read.error);
  CHECK(read.detection.dialect.value.delimiter == delimiter);
  CHECK(read.rows()[1] == std::vector<std::string>{"0", "Ann", "all good, thanks"});
}

TEST_CASE("a file without a header keeps its first row", "[ingest][sniffer]") {
  const auto read = read_bytes("1,2024-01-02,5\n2,2024-01-03,4\n3,2024-01-04,5\n");
  CHECK(read.rows().front() == std::vector<std::string>{"Column 1", "Column 2", "Column 3"});
  CHECK(read.rows().size() == 4);
}

TEST_CASE("UTF-16 with a byte order mark, and windows-1252, are read", "[ingest][encoding]") {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string{"name,town\nJos,K\xF6ln\nAda,Bern\n"}) wide += {c, '\0'};
  CHECK(read_bytes(wide).rows() == Rows{{"name", "town"}, {"Jos", "K\xC3\xB6ln"}, {"Ada", "Bern"}});
  CHECK(read_bytes(wide).detection.encoding.value == "utf-16le");
  CHECK(read_bytes("name,town\nJos\xE9,K\xF6ln\n").rows() ==
        Rows{{"name", "town"}, {"Jos\xC3\xA9", "K\xC3\xB6ln"}});
}

TEST_CASE("what the user has decided is used", "[ingest][options]") {
  ingest::ReadOptions options;
  options.delimiter = ";";
  options.header_rows = 0;
  options.skipped_lines = 1;
  const auto read = read_bytes("x,y\na;b,c\n1;2,3\n", 5, options);
  CHECK(read.rows() == Rows{{"Column 1", "Column 2"}, {"a", "b,c"}, {"1", "2,3"}});
}

TEST_CASE("rows that do not fit are told with their line and text", "[ingest][diagnostics]") {
  const auto read = read_bytes("a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,1,1\n2,2,2\n3,3,3\n");
  REQUIRE(read.diagnostics.count(DiagnosticKind::MissingCells) == 1);
  REQUIRE(read.diagnostics.count(DiagnosticKind::ExtraCells) == 1);
  CHECK(read.diagnostics.listed()[0].row == 3);
  CHECK(read.diagnostics.listed()[0].raw == "4,5");
  CHECK(read.diagnostics.listed()[1].raw == "6,7,8,9");
}

TEST_CASE("an empty file is refused with a sentence", "[ingest]") {
  const auto read = read_bytes("", 1, {}, "reviews.csv");
  REQUIRE(read.error);
  CHECK(read.error->code == ErrorCode::EmptyInput);
  CHECK(read.error->message == "This file is empty; choose another one: reviews.csv");
}
