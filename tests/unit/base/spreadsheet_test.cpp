#include "base/spreadsheet.hpp"

#include <string>

#include <catch_amalgamated.hpp>

using namespace attune;

namespace {

std::string csv_cell(std::string_view cell) {
  std::string csv;
  append_csv_cell(guarded(cell), csv);
  return csv;
}

}  // namespace

TEST_CASE("a cell that a spreadsheet would run is made text, a number is not", "[base][spreadsheet]") {
  CHECK(csv_cell("=HYPERLINK(\"x\")") == "\"'=HYPERLINK(\"\"x\"\")\"");
  CHECK(csv_cell("@cmd") == "'@cmd");
  CHECK(csv_cell("-12.5") == "-12.5");
  CHECK(csv_cell("+49 30 1234") == "+49 30 1234");
  CHECK(csv_cell("-danger()") == "'-danger()");
}

TEST_CASE("only what would end a cell of CSV is put in quotes", "[base][spreadsheet]") {
  std::string csv;
  append_csv_cell("a;b", csv);
  csv += ' ';
  append_csv_cell("a;b", csv, ';');
  CHECK(csv == "a;b \"a;b\"");
  CHECK(csv_cell("two\nlines") == "\"two\nlines\"");
}
