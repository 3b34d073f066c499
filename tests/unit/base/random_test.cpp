#include "base/random.hpp"

#include <array>

#include <catch_amalgamated.hpp>

TEST_CASE("the same seed gives the same numbers, another seed others", "[base][random]") {
  attune::Random first{42};
  attune::Random second{42};
  attune::Random other{43};
  bool differs = false;
  for (int i = 0; i < 100; ++i) {
    const auto value = first();
    CHECK(value == second());
    differs = differs || value != other();
  }
  CHECK(differs);
}

TEST_CASE("below() reaches each value about equally often", "[base][random]") {
  attune::Random random{1};
  std::array<int, 7> count{};
  for (int i = 0; i < 70'000; ++i) ++count[random.below(7)];
  for (const int times : count) CHECK(std::abs(times - 10'000) < 500);  // 5 sigma is 463
}

TEST_CASE("uniform() stays in [0, 1) and averages one half", "[base][random]") {
  attune::Random random{2};
  double sum = 0;
  for (int i = 0; i < 100'000; ++i) {
    const double value = random.uniform();
    REQUIRE(value >= 0.0);
    REQUIRE(value < 1.0);
    sum += value;
  }
  CHECK(std::abs(sum / 100'000 - 0.5) < 0.005);
}
