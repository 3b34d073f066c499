#include <cmath>

#include "base/random.hpp"
#include "chart/plots/line.hpp"
#include "gallery.hpp"

namespace attune::chart::gallery {
namespace {

// About normal, mean 0 and deviation 1, the same everywhere (Irwin-Hall).
double normal(Random& random) {
  double sum = 0;
  for (int i = 0; i < 12; ++i) sum += random.uniform();
  return sum - 6;
}

LineSpec monthly_rating() {
  Random random{7};
  LineSpec spec{{"Mean rating by month", "Reviews of a bakery. Band: 95 % interval of the mean"},
                {{"Rating", {}}}};
  for (unsigned i = 0; i < 26; ++i) {
    const double y = 4.1 + 0.3 * std::sin(i / 4.0) + 0.12 * normal(random);
    const double half = 0.1 + 0.25 * random.uniform();
    spec.series[0].points.push_back(
        {month_start(2023, 1 + i), y, y - half, std::min(5.0, y + half), 20 + random.below(80)});
  }
  spec.y_title = "Stars";
  spec.y_format = {Unit::Number, 1, {}};
  spec.moments = {{month_start(2024, 3), {}, "New opening hours"}};
  return spec;
}

LineSpec with_gap() {
  LineSpec spec = monthly_rating();
  spec.caption.title = "Mean rating, with months that have no reviews";
  for (std::size_t i = 8; i < 12; ++i) spec.series[0].points[i].y = kMissingValue;
  spec.series[0].points[13].y = kMissingValue;
  spec.series[0].points[15].y = kMissingValue;
  spec.moments = {{month_start(2023, 9), month_start(2024, 1), "Closed for building works"}};
  spec.levels = {{4.5, {}, "Goal 4.5"}};
  return spec;
}

LineSpec four_sources() {
  Random random{11};
  LineSpec spec{{"Reviews per month by source", "All reviews with a date"}, {}};
  const char* names[] = {"Google", "Trustpilot", "Booking pages", "Own survey"};
  for (std::size_t s = 0; s < 4; ++s) {
    spec.series.push_back({names[s], {}});
    double level = 40 + 25 * real(s);
    for (unsigned i = 0; i < 18; ++i) {
      level = std::max(0.0, level + 9 * normal(random));
      spec.series[s].points.push_back(
          {month_start(2024, 1 + i), std::round(level), kMissingValue, kMissingValue, 0});
    }
  }
  spec.y_format = kCountFormat;
  spec.starts_at_zero = true;
  return spec;
}

LineSpec dense_series(std::size_t count) {
  Random random{3};
  LineSpec spec{{"Orders per hour", ""}, {{"Orders", {}}}};
  double level = 0;
  for (std::size_t i = 0; i < count; ++i) {
    level += normal(random);
    spec.series[0].points.push_back({real(i) * 3600, level, kMissingValue, kMissingValue, 0});
  }
  return spec;
}

}  // namespace

void add_lines(std::vector<Exhibit>& all) {
  constexpr Size kUsual{640, 320};
  all.push_back(exhibit("line_band", kUsual, monthly_rating(), line_chart));
  all.push_back(exhibit("line_gaps", kUsual, with_gap(), line_chart));
  all.push_back(exhibit("line_four", kUsual, four_sources(), line_chart));
  LineSpec one = monthly_rating();
  one.series[0].points.resize(1);
  one.moments.clear();
  all.push_back(exhibit("line_one_point", kUsual, one, line_chart));
  LineSpec equal = monthly_rating();
  for (LinePoint& point : equal.series[0].points) point = {point.x, 3, kMissingValue, kMissingValue, 1};
  all.push_back(exhibit("line_all_equal", kUsual, equal, line_chart));
  all.push_back(
      exhibit("line_empty", kUsual, LineSpec{{"Mean rating by month", ""}, {{"Rating", {}}}}, line_chart));
  LineSpec zoomed = monthly_rating();
  zoomed.x_window = Interval{month_start(2023, 6) + 86400 * 10, month_start(2023, 10) + 86400 * 10};
  all.push_back(exhibit("line_zoomed", kUsual, zoomed, line_chart));
  all.push_back(exhibit("line_dense", kUsual, dense_series(20000), line_chart));
  LineSpec huge = monthly_rating();
  for (LinePoint& point : huge.series[0].points) {
    point = {point.x, point.y * 1e17, point.low * 1e17, point.high * 1e17, 0};
  }
  all.push_back(exhibit("line_huge", kUsual, huge, line_chart));
  all.push_back(exhibit("sparkline", {140, 36}, monthly_rating(), sparkline));
}

}  // namespace attune::chart::gallery
