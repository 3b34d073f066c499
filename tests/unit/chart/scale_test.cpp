#include "chart/scale.hpp"

#include <cmath>
#include <limits>

#include <catch_amalgamated.hpp>

using namespace attune::chart;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("a scale meets its range at both ends and inverts what it did", "[chart][scale]") {
  const auto kind = GENERATE(Scale::Kind::Linear, Scale::Kind::Log, Scale::Kind::Symlog, Scale::Kind::Time);
  const Scale scale{kind, {0.5, 2000}, {300, 20}};
  CHECK_THAT(scale.at(0.5), WithinAbs(300, 1e-9));
  CHECK_THAT(scale.at(2000), WithinAbs(20, 1e-9));
  for (const double value : {0.5, 1.0, 17.3, 1999.0})
    CHECK_THAT(scale.invert(scale.at(value)), WithinRel(value, 1e-9));
}

TEST_CASE("a domain without length, or without numbers, still gives pixels", "[chart][scale]") {
  const double infinity = std::numeric_limits<double>::infinity();
  for (const Interval domain : {Interval{3, 3}, Interval{0, 0}, Interval{-infinity, 4},
                                Interval{std::nan(""), 1}, Interval{1e300, 1e300}}) {
    const Scale scale{Scale::Kind::Linear, domain, {0, 100}};
    CHECK(std::isfinite(scale.at(3)));
    CHECK(std::isfinite(scale.at(scale.domain().from)));
  }
  const Scale widest{Scale::Kind::Linear, {-1.7e308, 1.7e308}, {0, 100}};
  CHECK_THAT(widest.at(0), WithinAbs(50, 1e-9));
  const Scale log{Scale::Kind::Log, {-5, 1000}, {0, 100}};
  CHECK(log.domain().from > 0);
  CHECK_THAT(log.at(1000), WithinAbs(100, 1e-9));
}

TEST_CASE("symlog has zero in the middle and keeps order on both sides", "[chart][scale]") {
  const Scale scale{Scale::Kind::Symlog, {-1000, 1000}, {0, 200}};
  CHECK_THAT(scale.at(0), WithinAbs(100, 1e-9));
  CHECK(scale.at(-10) < scale.at(-1));
  CHECK(scale.at(10) - scale.at(1) > scale.at(1000) - scale.at(990));
}

TEST_CASE("bands share the range equally and never touch", "[chart][scale]") {
  const BandScale bands{4, {0, 400}, 0.25};
  CHECK_THAT(bands.step(), WithinAbs(100, 1e-9));
  CHECK_THAT(bands.bandwidth(), WithinAbs(75, 1e-9));
  CHECK_THAT(bands.center(0), WithinAbs(50, 1e-9));
  CHECK(bands.start(1) > bands.start(0) + bands.bandwidth());
  CHECK(BandScale(0, {0, 100}).step() == 0);
}
