#include "feedback/star_map.hpp"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <vector>

#include "base/random.hpp"

using namespace attune;
using namespace attune::feedback;
using Catch::Matchers::WithinAbs;

namespace {

// A model that is off by `shift` stars with noise of `noise`, for a shop whose customers' taste is even.
std::vector<StarPair> pairs_with(double shift, double noise, int count, std::uint64_t seed) {
  Random random{seed};
  std::vector<StarPair> pairs;
  for (int i = 0; i < count; ++i) {
    const double rating = 1 + random.below(5);
    const double wobble = noise * (static_cast<double>(random.below(2001)) / 1000 - 1);
    pairs.push_back({std::clamp(rating + shift + wobble, 1.0, 5.0), rating});
  }
  return pairs;
}

}  // namespace

TEST_CASE("a map is linear between its points and constant outside", "[feedback][star_map]") {
  const StarMap map{{2, 3, 4}, {1, 3, 3.5}};
  CHECK(map(1) == 1);
  CHECK(map(2.5) == 2);
  CHECK_THAT(map(3.5), WithinAbs(3.25, 1e-12));
  CHECK(map(4.9) == 3.5);
  CHECK(StarMap{}(2.7) == 2.7);
}

TEST_CASE("a shop that is kinder than the model is learned, and the gain is measured on unseen reviews",
          "[feedback][star_map]") {
  const auto pairs = pairs_with(-0.9, 0.3, 400, 5);
  const Recalibration found = recalibrate_stars(pairs);
  CHECK(found.kind != StarMapKind::AsIs);
  CHECK(found.before.n == 400);
  CHECK(found.after.n == 400);
  CHECK(found.before.exact < 160);
  CHECK(found.after.exact > 300);
  CHECK(found.after.mean_distance < found.before.mean_distance);
  // What it learned holds on reviews drawn anew.
  int exact = 0;
  for (const StarPair& pair : pairs_with(-0.9, 0.3, 400, 6))
    exact += whole_star(found.map(pair.model)) == whole_star(pair.rating) ? 1 : 0;
  CHECK(exact > 300);
}

TEST_CASE("a model that fits is left alone, and so is one with too few ratings", "[feedback][star_map]") {
  CHECK(recalibrate_stars(pairs_with(0, 0.4, 500, 7)).kind == StarMapKind::AsIs);
  const Recalibration few = recalibrate_stars(pairs_with(-0.9, 0.3, 49, 5));
  CHECK(few.kind == StarMapKind::AsIs);
  CHECK(few.before.n == 49);
  CHECK(recalibrate_stars({}).before.n == 0);
}

TEST_CASE("stars without any tie to the ratings teach no map that helps", "[feedback][star_map]") {
  Random random{9};
  std::vector<StarPair> pairs;
  for (int i = 0; i < 300; ++i)
    pairs.push_back({1 + static_cast<double>(random.below(401)) / 100, 1.0 + random.below(5)});
  const Recalibration found = recalibrate_stars(pairs);
  CHECK(found.after.mean_distance <= found.before.mean_distance);
  CHECK(std::is_sorted(found.map.from.begin(), found.map.from.end()));
  CHECK(std::is_sorted(found.map.to.begin(), found.map.to.end()));
}

TEST_CASE("when everybody gives five stars, the map says five", "[feedback][star_map]") {
  std::vector<StarPair> pairs;
  for (int i = 0; i < 100; ++i) pairs.push_back({3 + (i % 10) / 10.0, 5});
  const Recalibration found = recalibrate_stars(pairs);
  CHECK(found.kind != StarMapKind::AsIs);
  CHECK(whole_star(found.map(3.1)) == 5);
  CHECK(found.after.exact == 100);
}

TEST_CASE("the order of the reviews does not matter", "[feedback][star_map]") {
  auto pairs = pairs_with(-0.7, 0.5, 200, 8);
  const Recalibration first = recalibrate_stars(pairs);
  std::reverse(pairs.begin(), pairs.end());
  const Recalibration second = recalibrate_stars(pairs);
  CHECK(first.map == second.map);
  CHECK(first.after.exact == second.after.exact);
}
