#include "base/dates.hpp"

#include <catch_amalgamated.hpp>

using namespace attune;

TEST_CASE("days and civil dates convert both ways without a gap", "[base][dates]") {
  CHECK(days_from_civil({1970, 1, 1}) == 0);
  CHECK(days_from_civil({2000, 3, 1}) == 11017);
  CivilDate previous = civil_from_days(-800'000);
  for (Days day = -799'999; day < 800'000; ++day) {
    const CivilDate date = civil_from_days(day);
    REQUIRE(days_from_civil(date) == day);
    const bool follows = date.day == previous.day + 1 ||
                         (date.day == 1 && previous.day == days_in_month(previous.year, previous.month));
    REQUIRE(follows);
    previous = date;
  }
}

TEST_CASE("weekdays begin with Monday", "[base][dates]") {
  CHECK(weekday_from_days(0) == 3);  // 1970-01-01 was a Thursday
  CHECK(weekday_from_days(days_from_civil({2024, 3, 11})) == 0);
  CHECK(weekday_from_days(-4) == 6);
}

TEST_CASE("ISO dates are read with time, fraction and zone, and zones become UTC", "[base][dates]") {
  CHECK(parse_iso("2024-03-09") == DateTime{days_from_civil({2024, 3, 9}), 0, false});
  CHECK(parse_iso("2024-03-09T18:40:11Z") == DateTime{days_from_civil({2024, 3, 9}), 67211, true});
  CHECK(parse_iso("2024-03-09 18:40:11.500 UTC") == DateTime{days_from_civil({2024, 3, 9}), 67211, true});
  CHECK(parse_iso("2024-03-09T00:30:00+02:00") == DateTime{days_from_civil({2024, 3, 8}), 81000, true});
  CHECK(parse_iso("2024-12-31T23:30:00-0100") == DateTime{days_from_civil({2025, 1, 1}), 1800, true});
}

TEST_CASE("what is no existing date is refused", "[base][dates]") {
  const char* text = GENERATE("2023-02-29", "2024-13-01", "2024-00-10", "2024-3-9", "20240309", "2024-03-09x",
                              "2024-03-09T25:00", "");
  CHECK_FALSE(parse_iso(text).has_value());
}

TEST_CASE("dates are written as ISO", "[base][dates]") {
  CHECK(iso_from_days(days_from_civil({2024, 2, 29})) == "2024-02-29");
  CHECK(iso_from_date_time({0, 3661, true}) == "1970-01-01T01:01:01");
  CHECK(iso_from_date_time({0, 0, false}) == "1970-01-01");
}
