#include "chart/decimate.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"

using namespace attune::chart;

namespace {

std::vector<Point> noise(std::size_t count) {
  attune::Random random{5};
  std::vector<Point> points;
  for (std::size_t i = 0; i < count; ++i) points.push_back({real(i), random.uniform()});
  return points;
}

}  // namespace

TEST_CASE("min-max keeps the extremes of every slice, in order", "[chart][decimate]") {
  const std::vector<Point> points = noise(100'000);
  const auto kept = decimate_min_max(points, 300);
  CHECK(kept.size() <= 1200);
  CHECK(std::is_sorted(kept.begin(), kept.end()));
  CHECK(std::set(kept.begin(), kept.end()).size() == kept.size());
  CHECK(kept.front() == 0);
  CHECK(kept.back() == points.size() - 1);
  const auto lower = [&](std::size_t a, std::size_t b) { return points[a].y < points[b].y; };
  const double lowest = points[*std::min_element(kept.begin(), kept.end(), lower)].y;
  CHECK(lowest ==
        std::min_element(points.begin(), points.end(), [](Point a, Point b) { return a.y < b.y; })->y);
}

TEST_CASE("largest triangle keeps the ends, the count and a lone peak", "[chart][decimate]") {
  std::vector<Point> points = noise(5000);
  points[2345].y = 100;
  const auto kept = decimate_largest_triangle(points, 200);
  CHECK(kept.size() == 200);
  CHECK(kept.front() == 0);
  CHECK(kept.back() == 4999);
  CHECK(std::is_sorted(kept.begin(), kept.end()));
  CHECK(std::find(kept.begin(), kept.end(), std::size_t{2345}) != kept.end());
}

TEST_CASE("few points are left as they are", "[chart][decimate]") {
  const std::vector<Point> points = noise(10);
  CHECK(decimate_largest_triangle(points, 50).size() == 10);
  CHECK(decimate_min_max(points, 50).size() == 10);
  CHECK(decimate_min_max({}, 50).empty());
  const std::vector<Point> same(500, Point{1, 2});
  CHECK(decimate_min_max(same, 10).size() <= 4);
}
