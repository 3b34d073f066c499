#include "chart/plots/quadrant.hpp"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include <catch_amalgamated.hpp>

using namespace attune::chart;

namespace {

const EstimatedTextMeasure kMeasure;

// Many items where most of a shop's topics lie: near nothing.
QuadrantSpec crowded() {
  QuadrantSpec spec{.caption = {.title = "Topics"}, .items = {}};
  for (int i = 0; i < 20; ++i) {
    spec.items.push_back({.name = "topic " + std::to_string(i),
                          .performance = 0.02 * (i * 7 % 20),
                          .importance = i == 3 ? 0.4 : 0.002 * (i * 13 % 20),
                          .count = 10 + i});
  }
  return spec;
}

}  // namespace

TEST_CASE("no name of a crowded quadrant covers a point, and what moves most is named", "[chart][quadrant]") {
  const double width = GENERATE(360.0, 620.0, 1200.0);
  const QuadrantSpec spec = crowded();
  const Chart chart = quadrant_chart(spec, {.size = {width, 420}, .text = kMeasure});
  std::vector<PointMark> points;
  std::vector<TextMark> names;
  for (const Mark& mark : chart.marks) {
    if (const auto* point = std::get_if<PointMark>(&mark)) points.push_back(*point);
    if (const auto* text = std::get_if<TextMark>(&mark); text != nullptr && text->text.starts_with("topic "))
      names.push_back(*text);
  }
  REQUIRE(points.size() == spec.items.size());
  CHECK(std::ranges::any_of(names, [](const TextMark& name) { return name.text == "topic 3"; }));
  for (const TextMark& name : names) {
    const Rect box = box_of(name, kMeasure);
    for (const PointMark& point : points) {
      const Rect inside{point.at.x - point.radius / 2, point.at.y - point.radius / 2, point.radius,
                        point.radius};
      INFO(name.text);
      CHECK_FALSE(box.intersects(inside));
    }
  }
}
