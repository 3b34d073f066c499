#include "ingest/table_writer.hpp"

#include <catch_amalgamated.hpp>

#include "support/read_text.hpp"

using namespace attune;
using support::read_bytes;

namespace {

table::Table awkward() {
  table::Table table{"t", {{"id", {}}, {"a \"b\", c", {}}, {"note", {}}}};
  const char* notes[] = {"two\nlines", "", " padded ", "it's; fine", "\"", "caf\xC3\xA9", "a|b\tc"};
  int id = 0;
  for (const char* note : notes) {
    table.columns[0].cells.append(std::to_string(++id));
    table.columns[1].cells.append("x,y");
    table.columns[2].cells.append(note);
  }
  return table;
}

}  // namespace

TEST_CASE("a written CSV reads back as the same table", "[ingest][writer]") {
  const auto table = awkward();
  const auto read = read_bytes(ingest::write_csv(table));
  REQUIRE_FALSE(read.error);
  support::ReadFile expected;
  expected.tables.push_back(table);
  CHECK(read.rows() == expected.rows());
}

TEST_CASE("a written JSON reads back as the same table", "[ingest][writer]") {
  const auto table = awkward();
  support::ReadFile expected;
  expected.tables.push_back(table);
  CHECK(read_bytes(ingest::write_json(table)).rows() == expected.rows());
}

TEST_CASE("broken UTF-8 and control characters are written as valid JSON", "[ingest][writer]") {
  table::Table table{"t", {{"x", {}}}};
  table.columns[0].cells.append(std::string_view{"a\0\xC3(\x1F", 5});
  std::string json;
  ingest::append_json_row(json, table, 0);
  CHECK(json == "{\"x\":\"a\\u0000\xEF\xBF\xBD(\\u001f\"}");
}
