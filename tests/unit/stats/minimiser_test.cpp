#include "stats/minimiser.hpp"

#include <cmath>
#include <vector>

#include <catch_amalgamated.hpp>

using namespace attune::stats;
using Catch::Matchers::WithinAbs;

namespace {

double rosenbrock(std::span<const double> at, std::span<double> gradient) {
  double value = 0;
  for (double& component : gradient) component = 0;
  for (std::size_t i = 0; i + 1 < at.size(); ++i) {
    const double valley = at[i + 1] - at[i] * at[i];
    value += 100 * valley * valley + (1 - at[i]) * (1 - at[i]);
    gradient[i] += -400 * valley * at[i] - 2 * (1 - at[i]);
    gradient[i + 1] += 200 * valley;
  }
  return value;
}

}  // namespace

TEST_CASE("the bottom of Rosenbrock's valley is found in 2 and in 20 dimensions", "[stats][minimiser]") {
  const auto dimensions = GENERATE(2U, 20U);
  const std::vector<std::vector<double>> starts{std::vector<double>(dimensions, -1.2)};
  const Minimum found = minimise(rosenbrock, starts, {.gradient_tolerance = 1e-10});
  CHECK(found.has_converged());
  for (const double component : found.point) CHECK_THAT(component, WithinAbs(1, 1e-6));
}

TEST_CASE("regions where the function does not exist are stepped around", "[stats][minimiser]") {
  // x - log x exists for x > 0 only; the least value is at 1.
  const Objective objective = [](std::span<const double> at, std::span<double> gradient) {
    gradient[0] = 1 - 1 / at[0];
    return at[0] > 0 ? at[0] - std::log(at[0]) : std::nan("");
  };
  const std::vector<std::vector<double>> starts{{50.0}, {1e-3}};
  CHECK_THAT(minimise(objective, starts).point[0], WithinAbs(1, 1e-5));
}

TEST_CASE("the best of several starts is kept", "[stats][minimiser]") {
  // Two valleys; the one near x = -1 is deeper.
  const Objective objective = [](std::span<const double> at, std::span<double> gradient) {
    const double x = at[0];
    gradient[0] = 4 * x * (x * x - 1) + 0.3;
    return (x * x - 1) * (x * x - 1) + 0.3 * x;
  };
  const std::vector<std::vector<double>> starts{{2.0}, {-2.0}};
  CHECK(minimise(objective, starts).point[0] < -1);
}

TEST_CASE("a start where nothing is finite is reported, not hidden", "[stats][minimiser]") {
  const Objective nowhere = [](auto, std::span<double> gradient) {
    gradient[0] = 0;
    return std::nan("");
  };
  const std::vector<std::vector<double>> starts{{1.0}};
  const Minimum found = minimise(nowhere, starts);
  CHECK(found.convergence == Convergence::NoStart);
  CHECK_FALSE(found.has_converged());
}

TEST_CASE("a wrong gradient is noticed by the check of gradients", "[stats][minimiser]") {
  const std::vector<double> at{0.3, -0.7, 2.0};
  CHECK(gradient_error(rosenbrock, at) < 1e-6);
  const Objective wrong = [](std::span<const double> where, std::span<double> gradient) {
    const double value = rosenbrock(where, gradient);
    gradient[1] *= 1.01;
    return value;
  };
  CHECK(gradient_error(wrong, at) > 1e-3);
}
