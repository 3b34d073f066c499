#include "table/table.hpp"

#include <catch_amalgamated.hpp>

using attune::table::StringColumn;
using attune::table::unique_names;

TEST_CASE("a string column gives back what was put in, empty cells and zero bytes too", "[table]") {
  StringColumn column;
  column.append("first");
  column.append("");
  column.append_empty(2);
  column.append(std::string_view{"a\0b", 3});
  REQUIRE(column.size() == 5);
  CHECK(column[0] == "first");
  CHECK(column[1].empty());
  CHECK(column[3].empty());
  CHECK(column[4] == std::string_view{"a\0b", 3});
}

TEST_CASE("column names become unique and never empty", "[table]") {
  CHECK(unique_names({" Price ", "", "Price", "Price", "Price (2)"}) ==
        std::vector<std::string>{"Price", "Column 2", "Price (2)", "Price (3)", "Price (2) (2)"});
}
