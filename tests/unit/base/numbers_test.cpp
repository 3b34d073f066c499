#include "base/numbers.hpp"

#include <limits>

#include <catch_amalgamated.hpp>

using attune::parse_number;
using attune::text_from_number;

TEST_CASE("numbers are read in both styles", "[base][numbers]") {
  CHECK(parse_number("1234.5") == 1234.5);
  CHECK(parse_number("1,234,567.25") == 1234567.25);
  CHECK(parse_number("1.234.567,25", {','}) == 1234567.25);
  CHECK(parse_number("1 234,5", {','}) == 1234.5);
  CHECK(parse_number("1\xE2\x80\xAF"
                     "234,5",
                     {','}) == 1234.5);
  CHECK(parse_number("1'234.50") == 1234.5);
  CHECK(parse_number("12,34,567.00") == 1234567);  // Indian groups
  CHECK(parse_number(".5") == 0.5);
  CHECK(parse_number("1e3") == 1000);
}

TEST_CASE("signs stand before, behind or as brackets", "[base][numbers]") {
  CHECK(parse_number("-12") == -12);
  CHECK(parse_number("12-") == -12);
  CHECK(parse_number("(12.50)") == -12.5);
  CHECK(parse_number("\xE2\x88\x92"
                     "3") == -3);
  CHECK(parse_number("+3") == 3);
}

TEST_CASE("what is no number in the style is refused", "[base][numbers]") {
  const char* text = GENERATE("", "-", "12.", ".", "1,23", "1,2345", "1,234,5", "12a", "0x10", "nan", "inf",
                              "1e999", "(5", "1 ,000", "--1", "1,,000");
  CHECK_FALSE(parse_number(text).has_value());
}

TEST_CASE("numbers are written as short as they can be read back", "[base][numbers]") {
  CHECK(text_from_number(0.1) == "0.1");
  CHECK(text_from_number(-0.0) == "0");
  CHECK(text_from_number(1e14) == "100000000000000");
  CHECK(text_from_number(12.5) == "12.5");
  CHECK(text_from_number(std::numeric_limits<double>::infinity()) == "");
}
