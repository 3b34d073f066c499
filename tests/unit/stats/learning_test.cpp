#include <cmath>
#include <numeric>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "stats/calibration.hpp"
#include "stats/logistic_regression.hpp"
#include "stats/ranking.hpp"
#include "stats/rules.hpp"

using namespace attune::stats;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("logistic regression on a 2 x 2 table gives the odds ratio and its standard error",
          "[stats][logistic]") {
  // 30 of 40 with the property say yes, 20 of 60 without.
  Matrix features{100, 1};
  std::vector<std::uint8_t> labels(100);
  for (std::size_t i = 0; i < 100; ++i) {
    features.at(i, 0) = i < 40 ? 1 : 0;
    labels[i] = i < 30 || (i >= 40 && i < 60) ? 1 : 0;
  }
  const LogisticModel model = fit_logistic(features.view(), labels, {.ridge = 0}).run();
  CHECK(model.has_converged);
  const double deviation = model.scaling.deviation[0];
  CHECK_THAT(model.coefficients[0] / deviation, WithinRel(std::log(30.0 / 10 / (20.0 / 40)), 1e-6));
  CHECK_THAT(model.standard_errors[0] / deviation,
             WithinRel(std::sqrt(1.0 / 30 + 1.0 / 10 + 1.0 / 20 + 1.0 / 40), 1e-5));
  CHECK_THAT(model.probability(features.view().row(0)), WithinAbs(0.75, 1e-7));
  CHECK_THAT(model.probability(features.view().row(99)), WithinAbs(1.0 / 3, 1e-7));
}

TEST_CASE("logistic regression survives perfect separation, constant features and one kind of label",
          "[stats][logistic]") {
  Matrix features{20, 2};
  std::vector<std::uint8_t> labels(20);
  for (std::size_t i = 0; i < 20; ++i) {
    features.at(i, 0) = static_cast<double>(i);
    features.at(i, 1) = 5;
    labels[i] = i >= 10 ? 1 : 0;
  }
  const LogisticModel model = fit_logistic(features.view(), labels).run();
  CHECK(model.has_converged);
  CHECK(model.coefficients[0] > 0);
  CHECK(model.coefficients[1] == 0);
  CHECK(model.probability(features.view().row(0)) < 0.2);
  CHECK(model.probability(features.view().row(19)) > 0.8);

  const LogisticModel all_yes = fit_logistic(features.view(), std::vector<std::uint8_t>(20, 1)).run();
  CHECK_THAT(all_yes.probability(features.view().row(3)), WithinAbs(20.5 / 21, 1e-12));
  const LogisticModel nothing = fit_logistic({}, {}).run();
  CHECK(nothing.probability({}) == 0.5);
}

TEST_CASE("the area under the curve counts pairs, ties half", "[stats][ranking]") {
  const std::vector<std::uint8_t> labels{1, 0, 1, 0, 0};
  CHECK(area_under_curve(std::vector<double>{5, 1, 4, 2, 3}, labels) == 1);
  CHECK(area_under_curve(std::vector<double>{1, 5, 2, 4, 3}, labels) == 0);
  CHECK(area_under_curve(std::vector<double>{1, 1, 1, 1, 1}, labels) == 0.5);
  CHECK_THAT(area_under_curve(std::vector<double>{3, 3, 2, 1, 0}, labels), WithinAbs((2.5 + 2) / 6, 1e-12));
  CHECK(area_under_curve(std::vector<double>{1, 2}, std::vector<std::uint8_t>{1, 1}) == 0.5);
  const Interval interval = area_under_curve_interval(std::vector<double>{3, 3, 2, 1, 0}, labels);
  CHECK(interval.low < 0.75);
  CHECK(interval.high <= 1);
}

TEST_CASE("lift compares the best scores with everybody", "[stats][ranking]") {
  std::vector<double> scores(100);
  std::iota(scores.begin(), scores.end(), 0);
  std::vector<std::uint8_t> labels(100, 0);
  for (std::size_t i = 0; i < 100; i += 10) labels[i] = 1;
  for (std::size_t i = 95; i < 100; ++i) labels[i] = 1;  // 15 in all, 6 in the best ten
  CHECK_THAT(lift_at(scores, labels, 0.1), WithinAbs((6.0 / 10) / 0.15, 1e-12));
  CHECK_THAT(lift_at(std::vector<double>(100, 1), labels, 0.1), WithinAbs(1, 1e-12));
  CHECK(lift_at(scores, std::vector<std::uint8_t>(100, 0), 0.1) == 1);
}

TEST_CASE("rank correlation sees order only", "[stats][ranking]") {
  const std::vector<double> first{1, 2, 3, 4, 5};
  CHECK_THAT(rank_correlation(first, std::vector<double>{1, 8, 27, 64, 125}), WithinAbs(1, 1e-12));
  CHECK_THAT(rank_correlation(first, std::vector<double>{5, 6, 7, 8, 7}),
             WithinAbs(0.8207826816681233, 1e-12));
  CHECK(rank_correlation(first, std::vector<double>(5, 3)) == 0);
  CHECK(mid_ranks(std::vector<double>{7, 3, 7}) == std::vector<double>{2.5, 1, 2.5});
}

TEST_CASE("isotonic calibration pools violators and never falls", "[stats][calibration]") {
  const IsotonicCurve curve =
      fit_isotonic(std::vector<double>{1, 2, 3, 4, 5, 6}, std::vector<std::uint8_t>{0, 1, 0, 0, 1, 1});
  CHECK(curve(0) == 0);
  CHECK_THAT(curve(2), WithinAbs(1.0 / 3, 1e-12));
  CHECK_THAT(curve(4), WithinAbs(1.0 / 3, 1e-12));
  CHECK(curve(6) == 1);
  for (double x = 0; x < 7; x += 0.1) CHECK(curve(x) <= curve(x + 0.1));
  CHECK(fit_isotonic({}, {})(3) == 0.5);
}

TEST_CASE("temperature undoes overconfidence", "[stats][calibration]") {
  attune::Random random{9};
  std::vector<double> log_odds;
  std::vector<std::uint8_t> labels;
  for (int i = 0; i < 20'000; ++i) {
    const double truth = 6 * random.uniform() - 3;
    labels.push_back(random.uniform() < 1 / (1 + std::exp(-truth)) ? 1 : 0);
    log_odds.push_back(3 * truth);
  }
  CHECK_THAT(fit_temperature(log_odds, labels), WithinRel(3.0, 0.05));
  CHECK(fit_temperature({}, {}) == 1);
}

TEST_CASE("reliability bins hold everybody once", "[stats][calibration]") {
  std::vector<double> probabilities;
  std::vector<std::uint8_t> labels;
  for (int i = 0; i < 103; ++i) {
    probabilities.push_back(i / 103.0);
    labels.push_back(i % 3 == 0 ? 1 : 0);
  }
  std::uint64_t n = 0;
  const auto bins = reliability(probabilities, labels);
  for (const auto& bin : bins) n += bin.n;
  CHECK(bins.size() == 10);
  CHECK(n == 103);
  CHECK(calibration_error(bins) > 0.1);
  CHECK_THAT(brier_score(std::vector<double>{1, 0, 0.5}, std::vector<std::uint8_t>{1, 0, 1}),
             WithinAbs(0.25 / 3, 1e-12));
}

TEST_CASE("a group that a box describes is described by that box", "[stats][rules]") {
  attune::Random random{4};
  Matrix rows{400, 3};
  std::vector<std::uint8_t> labels(400);
  for (std::size_t i = 0; i < 400; ++i) {
    for (std::size_t j = 0; j < 3; ++j) rows.at(i, j) = random.uniform();
    labels[i] = rows.at(i, 0) > 0.6 && rows.at(i, 2) <= 0.5 ? 1 : 0;
  }
  const Rule rule = describe_group(rows.view(), labels);
  CHECK(rule.precision == 1);
  CHECK(rule.recall == 1);
  REQUIRE(rule.conditions.size() == 2);
  CHECK(rule.conditions[0].feature == 0);
  CHECK_THAT(rule.conditions[0].above, WithinAbs(0.6, 0.03));
  CHECK(rule.conditions[1].feature == 2);
  CHECK_THAT(rule.conditions[1].up_to, WithinAbs(0.5, 0.03));
  std::uint64_t matched = 0;
  for (std::size_t i = 0; i < 400; ++i) matched += rule.matches(rows.view().row(i)) ? 1 : 0;
  CHECK(matched == rule.n);
}

TEST_CASE("groups that are everybody or nobody need no condition", "[stats][rules]") {
  const Matrix rows{10, 2};
  CHECK(describe_group(rows.view(), std::vector<std::uint8_t>(10, 1)).conditions.empty());
  CHECK(describe_group(rows.view(), std::vector<std::uint8_t>(10, 0)).members == 0);
  CHECK(describe_group({}, {}).n == 0);
}
