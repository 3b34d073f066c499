#include "chart/interaction.hpp"

#include <array>

#include <catch_amalgamated.hpp>

using namespace attune::chart;

namespace {

HitRegion region(std::size_t series, std::size_t index, Reach reach, Rect box, Point anchor) {
  return {series, index, reach, box, anchor, {"x"}};
}

// Two lines of three points each.
Chart two_lines() {
  Chart chart;
  chart.plot = {0, 0, 300, 100};
  for (std::size_t series = 0; series < 2; ++series) {
    for (std::size_t i = 0; i < 3; ++i) {
      chart.hits.push_back(region(series, i, Reach::Column, {100.0 * real(i), 0, 100, 100},
                                  {50 + 100 * real(i), series == 0 ? 20.0 : 80.0}));
    }
  }
  return chart;
}

}  // namespace

TEST_CASE("of two lines the pointer means the nearer one in its column", "[chart][interaction]") {
  const Chart chart = two_lines();
  CHECK(hit_at(chart, {140, 30})->series == 0);
  CHECK(hit_at(chart, {140, 70})->series == 1);
  CHECK(hit_at(chart, {140, 70})->index == 1);
  CHECK(hit_at(chart, {140, 170}) == nullptr);
}

TEST_CASE("a point is meant within reach, the smaller of two boxes wins", "[chart][interaction]") {
  Chart chart;
  chart.hits = {region(0, 0, Reach::Near, {}, {50, 50})};
  CHECK(hit_at(chart, {60, 60}) != nullptr);
  CHECK(hit_at(chart, {90, 90}) == nullptr);
  chart.hits = {region(0, 0, Reach::Box, {0, 0, 100, 100}, {50, 50}),
                region(0, 1, Reach::Box, {40, 40, 10, 10}, {45, 45})};
  CHECK(hit_at(chart, {45, 45})->index == 1);
  CHECK(hit_at(chart, {10, 10})->index == 0);
}

TEST_CASE("arrow keys walk along a series, across to the next, and stop at the ends",
          "[chart][interaction]") {
  const Chart chart = two_lines();
  CHECK(walk(chart, {}, Walk::Next) == 0U);
  CHECK(walk(chart, 0, Walk::Next) == 1U);
  CHECK(walk(chart, 2, Walk::Next) == 2U);
  CHECK(walk(chart, 1, Walk::NextSeries) == 4U);
  CHECK(walk(chart, 4, Walk::PreviousSeries) == 1U);
  CHECK(walk(chart, 0, Walk::PreviousSeries) == 0U);
  CHECK_FALSE(walk(Chart{}, {}, Walk::Next).has_value());
}

TEST_CASE("brush and lasso take what lies inside", "[chart][interaction]") {
  const Chart chart = two_lines();
  CHECK(hits_in(chart, Rect{0, 0, 160, 50}) == std::vector<std::size_t>{0, 1});
  const std::array<Point, 3> triangle{{{0, 0}, {300, 0}, {150, 50}}};
  CHECK(hits_in(chart, triangle) == std::vector<std::size_t>{1});
  const std::array<Point, 2> line{{{0, 0}, {300, 0}}};
  CHECK(hits_in(chart, line).empty());
}

TEST_CASE("a lasso around values works in pixels", "[chart][interaction]") {
  const Scale x{Scale::Kind::Linear, {0, 10}, {0, 100}};
  const Scale y{Scale::Kind::Linear, {0, 10}, {100, 0}};
  const std::array<Point, 3> values{{{1, 9}, {5, 5}, {9, 1}}};
  const std::array<Point, 4> corner{{{0, 0}, {30, 0}, {30, 30}, {0, 30}}};
  CHECK(values_in(values, x, y, corner) == std::vector<std::size_t>{0});
}

TEST_CASE("zooming keeps the fixed value in its place and stays inside the data", "[chart][interaction]") {
  const Interval all{0, 100};
  const Interval half = zoomed(all, all, 25, 0.5, 1);
  CHECK(half == Interval{12.5, 62.5});
  CHECK(zoomed(half, all, 25, 100, 1) == all);
  CHECK(zoomed(half, all, 25, 1e-9, 4).length() == 4);
  CHECK(panned({10, 30}, all, -50) == Interval{0, 20});
  CHECK(panned({10, 30}, all, 1000) == Interval{80, 100});
}

TEST_CASE("a mirrored chart is its own mirror's mirror", "[chart][interaction]") {
  Chart chart = two_lines();
  chart.size = {300, 100};
  chart.marks = {TextMark{"a", {10, 5}, Align::Start}, RectMark{{10, 0, 20, 5}, {Role::Text}}};
  const Chart mirror = mirrored(chart);
  CHECK(std::get<TextMark>(mirror.marks[0]).at == Point{290, 5});
  CHECK(std::get<TextMark>(mirror.marks[0]).align == Align::End);
  CHECK(std::get<RectMark>(mirror.marks[1]).box == Rect{270, 0, 20, 5});
  CHECK(std::get<RectMark>(mirrored(mirror).marks[1]).box == Rect{10, 0, 20, 5});
}
