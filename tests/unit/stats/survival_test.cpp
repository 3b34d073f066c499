#include "stats/survival.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <catch_amalgamated.hpp>

using namespace attune::stats;
using Catch::Matchers::WithinAbs;

namespace {

// Weeks to relapse of Freireich et al. 1963, the textbooks' example (Kalbfleisch, Prentice 1980).
const std::vector<Lifetime> kTreated{
    {6, true},   {6, true},   {6, true},   {6, false},  {7, true},   {9, false},  {10, true},
    {10, false}, {11, false}, {13, true},  {16, true},  {17, false}, {19, false}, {20, false},
    {22, true},  {23, true},  {25, false}, {32, false}, {32, false}, {34, false}, {35, false}};
const std::vector<double> kPlacebo{1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};

std::vector<Lifetime> placebo() {
  std::vector<Lifetime> lifetimes;
  for (const double time : kPlacebo) lifetimes.push_back({time, true});
  return lifetimes;
}

}  // namespace

TEST_CASE("Kaplan-Meier agrees with the textbook example", "[stats][survival]") {
  const auto curve = kaplan_meier(kTreated);
  REQUIRE(curve.size() == 7);
  CHECK_THAT(curve[0].survival, WithinAbs(0.8571, 5e-5));
  CHECK_THAT(curve[1].survival, WithinAbs(0.8067, 5e-5));
  CHECK_THAT(curve[2].survival, WithinAbs(0.7529, 5e-5));
  CHECK_THAT(curve[6].survival, WithinAbs(0.4482, 5e-5));
  CHECK(curve[2].at_risk == 15);
  CHECK_THAT(curve[0].interval.low, WithinAbs(0.6197, 5e-4));
  CHECK_THAT(curve[0].interval.high, WithinAbs(0.9516, 5e-4));
  CHECK(median_lifetime(curve) == 23);
  CHECK(median_lifetime(kaplan_meier(placebo())) == 8);
  CHECK(survival_at(curve, 5.9) == 1);
  CHECK_THAT(survival_at(curve, 12), WithinAbs(0.7529, 5e-5));
}

TEST_CASE("the log-rank test agrees with the textbook example", "[stats][survival]") {
  CHECK_THAT(log_rank_p_value(kTreated, placebo()), WithinAbs(4.17e-5, 1e-6));  // chi-squared 16.79
  CHECK_THAT(log_rank_p_value(kTreated, kTreated), WithinAbs(1, 1e-12));
}

TEST_CASE("survival of nobody, of one and of impossible times is answered", "[stats][survival]") {
  CHECK(kaplan_meier({}).empty());
  CHECK(std::isinf(median_lifetime({})));
  const auto one = kaplan_meier(std::vector<Lifetime>{{3, true}, {NAN, true}, {-1, true}});
  REQUIRE(one.size() == 1);
  CHECK(one[0].survival == 0);
  CHECK(one[0].interval.low == 0);
  CHECK(one[0].interval.high > 0.9);
  CHECK(kaplan_meier(std::vector<Lifetime>(5, Lifetime{2, false})).empty());
  CHECK(log_rank_p_value({}, kTreated) == 1);
}

TEST_CASE("the hazard table multiplies up to Kaplan-Meier's curve", "[stats][survival]") {
  double survival = 1;
  for (const HazardPoint& point : discrete_hazard(kTreated)) {
    CHECK(point.interval.low <= point.hazard);
    CHECK(point.hazard <= point.interval.high);
    survival *= 1 - point.hazard;
  }
  CHECK_THAT(survival, WithinAbs(survival_at(kaplan_meier(kTreated), 100), 1e-12));
}
