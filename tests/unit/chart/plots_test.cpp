#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "chart/plots/distribution.hpp"
#include "chart/plots/diverging.hpp"
#include "chart/plots/histogram.hpp"
#include "chart/plots/line.hpp"
#include "chart/plots/scatter.hpp"
#include "chart/plots/treemap.hpp"
#include "chart/svg_painter.hpp"

using namespace attune::chart;
using Catch::Matchers::WithinAbs;

namespace {

const EstimatedTextMeasure kMeasure;

template <class Kind>
std::size_t count_of(const Chart& chart) {
  return static_cast<std::size_t>(std::count_if(chart.marks.begin(), chart.marks.end(), [](const Mark& mark) {
    return std::holds_alternative<Kind>(mark);
  }));
}

}  // namespace

TEST_CASE("a histogram loses no value", "[chart][histogram]") {
  const std::vector<double> values{1, 2, 2, 3, 10, std::nan(""), 10, 9.999, HUGE_VAL};
  const Bins bins = bins_of(values);
  CHECK(std::accumulate(bins.counts.begin(), bins.counts.end(), std::int64_t{0}) == 7);
  CHECK(bins.missing == 2);
  CHECK(bins_of({}).counts.empty());
  const std::vector<double> same(50, 4.0);
  const Bins one = bins_of(same);
  CHECK(std::accumulate(one.counts.begin(), one.counts.end(), std::int64_t{0}) == 50);
}

TEST_CASE("quartiles are those of the textbook", "[chart][distribution]") {
  const std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8, 100};
  const Spread spread = spread_of(values);
  CHECK(spread.median == 5);
  CHECK(spread.quartile1 == 3);
  CHECK(spread.quartile3 == 7);
  CHECK(spread.high_whisker == 8);  // 100 lies beyond 7 + 1.5 * 4
  CHECK(spread.count == 9);
}

TEST_CASE("the density of a bell is highest in its middle", "[chart][distribution]") {
  attune::Random random{1};
  std::vector<double> values;
  for (int i = 0; i < 5000; ++i) values.push_back(random.uniform() + random.uniform() + random.uniform());
  const Spread spread = spread_of(values);
  const auto top = std::max_element(spread.density.begin(), spread.density.end()) - spread.density.begin();
  CHECK(std::abs(static_cast<double>(top) - 31.5) < 6);
}

TEST_CASE("a squarified treemap fills its area in proportion", "[chart][treemap]") {
  const std::vector<double> values{6, 6, 4, 3, 2, 2, 1};
  const auto boxes = squarified(values, {0, 0, 6, 4});
  REQUIRE(boxes.size() == values.size());
  double area = 0;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    CHECK_THAT(boxes[i].width * boxes[i].height, WithinAbs(values[i], 1e-9));
    area += boxes[i].width * boxes[i].height;
    for (std::size_t j = 0; j < i; ++j) {
      const Rect inner{boxes[i].x + 1e-9, boxes[i].y + 1e-9, boxes[i].width - 2e-9, boxes[i].height - 2e-9};
      CHECK_FALSE(inner.intersects(boxes[j]));
    }
  }
  CHECK_THAT(area, WithinAbs(24, 1e-9));
  CHECK_THAT(boxes[0].width,
             WithinAbs(3, 1e-9));  // the figure of the paper: two squares-like boxes at the left
}

TEST_CASE("a line breaks where a value is missing, and a lone value is a dot with its interval",
          "[chart][line]") {
  LineSpec spec{
      {"t", ""},
      {{"s", {{0, 1}, {1, 2}, {2, kMissingValue}, {3, 1, 0, 2, 9}, {4, kMissingValue}, {5, 3}, {6, 4}}}}};
  spec.is_time = false;
  const Chart chart = line_chart(spec, {{500, 300}, kMeasure});
  CHECK(count_of<PathMark>(chart) == 2);
  CHECK(chart.hits.size() == 5);
  CHECK(chart.hits[2].lines.back() == "n = 9");
}

TEST_CASE("a window cuts the line at its edges instead of dropping it", "[chart][line]") {
  LineSpec spec{{"t", ""}, {{"s", {{0, 0}, {10, 10}}}}};
  spec.is_time = false;
  spec.x_window = Interval{4, 12};
  const Chart chart = line_chart(spec, {{500, 300}, kMeasure});
  REQUIRE(count_of<PathMark>(chart) == 1);
  for (const Mark& mark : chart.marks) {
    if (const auto* path = std::get_if<PathMark>(&mark))
      CHECK_THAT(path->points.front().x, WithinAbs(chart.plot.x, 1e-6));
  }
}

TEST_CASE("a million points are drawn with a few thousand, and quickly", "[chart][line]") {
  attune::Random random{2};
  LineSpec spec{{"t", ""}, {{"s", {}}}};
  for (int i = 0; i < 1'000'000; ++i) spec.series[0].points.push_back({i * 60.0, random.uniform()});
  const auto begin = std::chrono::steady_clock::now();
  const Chart chart = line_chart(spec, {{640, 320}, kMeasure});
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  std::size_t points = 0;
  for (const Mark& mark : chart.marks) {
    if (const auto* path = std::get_if<PathMark>(&mark)) points += path->points.size();
  }
  CHECK(points <= 4 * 640);
  CHECK(chart.hits.size() <= 700);
  CHECK(chart.description.table.rows.size() <= 1000);
  CHECK(seconds.count() < 20);  // far from the usual time, even with sanitizers on a busy machine
}

TEST_CASE("a scatter plot says how many points have no place", "[chart][scatter]") {
  const std::vector<Point> points{{1, 1}, {2, 3}, {std::nan(""), 1}, {-4, 2}, {0, 7}};
  ScatterSpec spec;
  spec.caption.title = "t";
  spec.series = {{"s", points, {}}};
  spec.x_kind = Scale::Kind::Log;
  const Chart chart = scatter_chart(spec, {{400, 300}, kMeasure});
  CHECK(count_of<PointMark>(chart) == 2);
  CHECK(chart.description.summary.find("3 without a place") != std::string::npos);
}

TEST_CASE("beyond ten thousand points a scatter plot counts cells and loses none", "[chart][scatter]") {
  attune::Random random{4};
  std::vector<Point> points;
  for (int i = 0; i < 20'000; ++i) points.push_back({random.uniform(), random.uniform()});
  ScatterSpec spec;
  spec.caption.title = "t";
  spec.series = {{"s", points, {}}};
  const Chart chart = scatter_chart(spec, {{400, 300}, kMeasure});
  CHECK(count_of<PointMark>(chart) == 0);
  CHECK(count_of<RectMark>(chart) > 100);
  CHECK(chart.description.summary.find("20,000 points") != std::string::npos);
}

TEST_CASE("a diverging bar has its neutral answers around one line", "[chart][diverging]") {
  const DivergingSpec spec{{"t", ""},
                           {{"no", {Role::Negative}}, {"so so", {Role::Neutral}}, {"yes", {Role::Positive}}},
                           {{"a", {10, 20, 70}}, {"b", {50, 20, 30}}}};
  const Chart chart = diverging_bar(spec, {{500, 200}, kMeasure});
  REQUIRE(chart.hits.size() == 6);
  CHECK_THAT(chart.hits[1].box.center().x, WithinAbs(chart.hits[4].box.center().x, 1e-6));
  CHECK(chart.hits[5].lines.back() == "n = 30");
}

TEST_CASE("SVG escapes what the data bring and is closed", "[chart][svg]") {
  LineSpec spec{{"<script>alert(\"x\")</script> & co", ""}, {{"s", {{0, 1}, {1, 2}}}}};
  const std::string svg = svg_from_chart(line_chart(spec, {{300, 200}, kMeasure}));
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(svg.find("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; co") != std::string::npos);
  CHECK(svg.ends_with("</svg>\n"));
  CHECK(xml_escaped("a\x01\xFF\xEF\xBF\xBE z") == "a \uFFFD  z");
}
