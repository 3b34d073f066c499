#include "chart/plots/risk_map.hpp"

#include <algorithm>
#include <cmath>
#include <variant>
#include <vector>

#include <catch_amalgamated.hpp>

using namespace attune::chart;

namespace {

const EstimatedTextMeasure kMeasure;
const Surface kSurface{.size = {400, 300}, .text = kMeasure};

RiskMapSpec two_customers() {
  RiskMapSpec spec{.caption = {.title = "Map"}, .points = {{0.9, 400}, {0.1, 0}}};
  spec.value_line = 100;
  spec.risk_title = "Risk";
  spec.value_title = "Value";
  return spec;
}

}  // namespace

TEST_CASE("risk runs to the right and value upwards, both readable back for a lasso", "[chart][risk_map]") {
  const Chart chart = risk_map(two_customers(), kSurface);
  REQUIRE(chart.hits.size() == 2);
  REQUIRE(chart.x);
  REQUIRE(chart.y);
  CHECK(chart.hits[0].anchor.x > chart.hits[1].anchor.x);
  CHECK(chart.hits[0].anchor.y < chart.hits[1].anchor.y);
  CHECK_THAT(chart.x->invert(chart.hits[0].anchor.x), Catch::Matchers::WithinAbs(0.9, 1e-9));
  CHECK_THAT(chart.y->invert(chart.hits[0].anchor.y), Catch::Matchers::WithinRel(400, 1e-9));
}

TEST_CASE("customers worth nothing stand on the lowest line instead of nowhere", "[chart][risk_map]") {
  const RiskMapSpec spec = two_customers();
  const Chart chart = risk_map(spec, kSurface);
  CHECK_THAT(chart.y->invert(chart.hits[1].anchor.y), Catch::Matchers::WithinRel(least_value(spec), 1e-9));
  CHECK(chart.hits[1].anchor.y <= chart.plot.bottom() + 1e-9);
}

TEST_CASE("a choice is in the accent and everybody else drawn soft", "[chart][risk_map]") {
  RiskMapSpec spec = two_customers();
  spec.is_chosen = {1, 0};
  const Chart chart = risk_map(spec, kSurface);
  std::vector<Role> roles;
  for (const Mark& mark : chart.marks) {
    if (const auto* point = std::get_if<PointMark>(&mark)) roles.push_back(point->fill.role);
  }
  CHECK(roles == std::vector{Role::Accent, Role::Muted});
}

TEST_CASE("nobody, or numbers that are none, leave a note", "[chart][risk_map]") {
  RiskMapSpec spec = two_customers();
  spec.points = GENERATE(std::vector<RiskMapPoint>{}, std::vector<RiskMapPoint>{{NAN, 3}, {0.5, INFINITY}});
  const Chart chart = risk_map(spec, kSurface);
  CHECK(chart.hits.empty());
  CHECK_FALSE(chart.marks.empty());
}
