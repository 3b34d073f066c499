#include "insight/trend.hpp"

#include <catch_amalgamated.hpp>

using namespace attune;
using namespace attune::insight;
using Catch::Matchers::WithinAbs;
using snapshot::Granularity;

namespace {
Days day(int year, int month, int number) { return days_from_civil({year, month, number}); }
}  // namespace

TEST_CASE("the span of the data chooses the length of a period", "[insight][trend]") {
  const Days first = day(2024, 1, 1);
  CHECK(granularity_for(first, first) == Granularity::Day);
  CHECK(granularity_for(first, day(2024, 2, 1)) == Granularity::Day);
  CHECK(granularity_for(first, day(2024, 5, 1)) == Granularity::Week);
  CHECK(granularity_for(first, day(2025, 6, 30)) == Granularity::Month);
  CHECK(granularity_for(first, day(2032, 1, 1)) == Granularity::Quarter);
  CHECK(granularity_for(day(1, 1, 1), day(9999, 12, 31)) == Granularity::Year);
}

TEST_CASE("every day belongs to the period that its first day begins", "[insight][trend]") {
  const auto granularity = GENERATE(Granularity::Day, Granularity::Week, Granularity::Month,
                                    Granularity::Quarter, Granularity::Year);
  for (Days at = day(1969, 11, 1); at < day(1973, 2, 1); ++at) {
    const std::int32_t period = period_of(at, granularity);
    REQUIRE(first_day_of(period, granularity) <= at);
    REQUIRE(first_day_of(period + 1, granularity) > at);
  }
}

TEST_CASE("weeks begin on Monday", "[insight][trend]") {
  const Days thursday = 0;  // 1970-01-01
  CHECK(first_day_of(period_of(thursday, Granularity::Week), Granularity::Week) == -3);
  CHECK(weekday_from_days(-3) == 0);
}

TEST_CASE("periods without reviews are points with n = 0", "[insight][trend]") {
  TrendBuilder trend{day(2023, 1, 10), day(2023, 12, 5)};
  const feedback::Feeling glad{.p = {0.1F, 0.1F, 0.8F}, .score = 0.7F, .stars = 4.4F};
  trend.add(day(2023, 1, 10), 4, &glad, false);
  trend.add(day(2023, 1, 31), 2, nullptr, true);
  trend.add(day(2023, 12, 5), 0, nullptr, true);
  const auto points = trend.finish();
  REQUIRE(points.size() == 12);
  CHECK(points[0].first_day == day(2023, 1, 1));
  CHECK(points[0].n == 2);
  CHECK_THAT(points[0].rating.value, WithinAbs(3.0, 1e-9));
  CHECK(points[0].rating.n == 2);
  CHECK(points[0].sentiment.positive == 1);
  CHECK(points[0].sentiment.pending == 1);
  CHECK(points[0].score.n == 1);
  CHECK(points[5].n == 0);
  CHECK(points[5].rating.n == 0);
  CHECK(points[11].n == 1);
  CHECK(points[11].rating.n == 0);
}

TEST_CASE("a mean's interval holds it, narrows with n and stays in the scale", "[insight][trend]") {
  RunningMean few, many;
  for (int i = 0; i < 4; ++i) few.add(i % 2 == 0 ? 4 : 5);
  for (int i = 0; i < 400; ++i) many.add(i % 2 == 0 ? 4 : 5);
  const auto wide = few.estimate(1, 5);
  const auto narrow = many.estimate(1, 5);
  CHECK_THAT(wide.value, WithinAbs(4.5, 1e-12));
  CHECK_THAT(wide.low, WithinAbs(4.5 - 3.182446 * 0.5773503 / 2, 1e-5));  // t(3) = 3.182, s = .577, n = 4
  CHECK(wide.high == 5.0);
  CHECK(narrow.high - narrow.low < (wide.high - wide.low) / 5);
  CHECK(RunningMean{}.estimate(1, 5).n == 0);
}

TEST_CASE("one case has the widest interval that the scale allows", "[insight][trend]") {
  RunningMean one;
  one.add(4);
  const auto estimate = one.estimate(1, 5);
  CHECK(estimate.low == 1);
  CHECK(estimate.high == 5);
}
