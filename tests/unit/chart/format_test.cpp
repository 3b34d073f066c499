#include "chart/format.hpp"

#include <cmath>
#include <limits>
#include <string>

#include <catch_amalgamated.hpp>

#include "gallery.hpp"

using namespace attune::chart;
using gallery::month_start;

namespace {

constexpr Locale kEnglish{};
constexpr Locale kGerman{Language::German};
constexpr Locale kFrench{Language::French};
constexpr Locale kSpanish{Language::Spanish};

}  // namespace

TEST_CASE("numbers are grouped and pointed as each language does", "[chart][format]") {
  CHECK(format_number(1234567.891, 2, kEnglish) == "1,234,567.89");
  CHECK(format_number(1234567.891, 2, kGerman) == "1.234.567,89");
  CHECK(format_number(1234567.891, 2, kFrench) == "1\u202F234\u202F567,89");
  CHECK(format_number(1234.5, 1, kSpanish) == "1234,5");  // four digits stay together in Spanish
  CHECK(format_number(12345.5, 1, kSpanish) == "12.345,5");
}

TEST_CASE("the minus sign is a minus sign, and nothing is minus zero", "[chart][format]") {
  CHECK(format_number(-3.5, 1, kEnglish) == "\u22123.5");
  CHECK(format_number(-0.001, 1, kEnglish) == "0.0");
  CHECK(format_value(-12.5, {Unit::Currency, -1, "EUR"}, kEnglish) == "\u2212€12.50");
}

TEST_CASE("money stands where the language puts it", "[chart][format]") {
  const ValueFormat euros{Unit::Currency, -1, "EUR"};
  CHECK(format_value(19.9, euros, kEnglish) == "€19.90");
  CHECK(format_value(19.9, euros, kGerman) == "19,90\u00A0€");
  CHECK(format_value(1234.4, euros, kEnglish) == "€1,234");
  CHECK(format_value(5, {Unit::Currency, 0, "CHF"}, kEnglish) == "CHF\u00A05");
}

TEST_CASE("shares are percent, with a decimal only where there is nothing else", "[chart][format]") {
  CHECK(format_value(0.423, kPercentFormat, kEnglish) == "42%");
  CHECK(format_value(0.423, kPercentFormat, kGerman) == "42\u00A0%");
  CHECK(format_value(0.0042, kPercentFormat, kEnglish) == "0.4%");
  CHECK(format_value(0, kPercentFormat, kEnglish) == "0%");
}

TEST_CASE("what is no number is said to be none", "[chart][format]") {
  CHECK(format_value(std::nan(""), {}, kEnglish) == "\u2013");
  CHECK(format_value(std::numeric_limits<double>::infinity(), {}, kEnglish) == "∞");
  CHECK(format_value(-std::numeric_limits<double>::infinity(), {}, kEnglish) == "\u2212∞");
}

TEST_CASE("values far from one are written with a power of ten", "[chart][format]") {
  CHECK(format_value(4.13e17, {}, kEnglish) == "4.1×10¹⁷");
  CHECK(format_value(2.5e-8, {}, kEnglish) == "2.5×10⁻⁸");
  CHECK(format_value(9.99e17, {}, kEnglish) == "1.0×10¹⁸");
}

TEST_CASE("both ends of an interval have the same decimals", "[chart][format]") {
  CHECK(format_interval({4.1, 12.25}, {}, kEnglish) == "4.1 to 12.2");
  CHECK(format_interval({0.02, 0.3}, kPercentFormat, kFrench) == "2\u00A0% à 30\u00A0%");
}

TEST_CASE("dates are written as people say them", "[chart][format]") {
  const double march = month_start(2024, 3) + 2 * 86400 + 14 * 3600 + 5 * 60;
  CHECK(format_date(march, DateForm::DayOfYear, kEnglish) == "3 Mar 2024");
  CHECK(format_date(march, DateForm::DayOfYear, kGerman) == "3. März 2024");
  CHECK(format_date(march, DateForm::MonthOfYear, kFrench) == "mars 2024");
  CHECK(format_date(march, DateForm::Quarter, kSpanish) == "T1 2024");
  CHECK(format_date(march, DateForm::Minute, kEnglish) == "3 Mar 2024, 14:05");
  CHECK(format_date(-86400, DateForm::DayOfYear, kEnglish) == "31 Dec 1969");
  CHECK(format_date(1e18, DateForm::Year, kEnglish) == "\u2013");
}

TEST_CASE("a language tag chooses the language, unknown ones English", "[chart][format]") {
  CHECK(locale_from_tag("de-AT").language == Language::German);
  CHECK(locale_from_tag("fr").language == Language::French);
  CHECK(locale_from_tag("es_MX").language == Language::Spanish);
  CHECK(locale_from_tag("tlh").language == Language::English);
  CHECK(locale_from_tag("").language == Language::English);
}
