#include "stats/clustering.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "stats/principal_components.hpp"

using namespace attune::stats;
using Catch::Matchers::WithinAbs;

namespace {

// `groups` round clouds of `each` points whose centres lie on a line, 10 apart.
Matrix clouds(std::size_t groups, std::size_t each, double width, std::uint64_t seed) {
  attune::Random random{seed};
  Matrix rows{groups * each, 2};
  for (std::size_t i = 0; i < rows.rows; ++i) {
    const auto group = static_cast<double>(i % groups);
    rows.at(i, 0) = 10 * group + width * (random.uniform() + random.uniform() - 1);
    rows.at(i, 1) = width * (random.uniform() + random.uniform() - 1);
  }
  return rows;
}

}  // namespace

TEST_CASE("clouds that lie apart are found as they were made", "[stats][clustering]") {
  const Matrix rows = clouds(4, 60, 3, 1);
  const Clustering clustering = k_means(rows.view(), 4).run();
  std::vector<std::uint32_t> truth(rows.rows);
  for (std::size_t i = 0; i < truth.size(); ++i) truth[i] = static_cast<std::uint32_t>(i % 4);
  CHECK(adjusted_rand_index(clustering.cluster_of_row, truth) == 1);
  CHECK(clustering.sizes == std::vector<std::uint64_t>(4, 60));
  CHECK(silhouette(rows.view(), clustering) > 0.7);
}

TEST_CASE("the number of clouds is found, and it is stable", "[stats][clustering]") {
  const std::size_t groups = GENERATE(2U, 3U, 5U);
  const ClusterChoice choice = choose_clusters(clouds(groups, 50, 3, 2).view()).run();
  CHECK(choice.is_stable);
  CHECK(choice.clustering.centres.rows == groups);
  CHECK(choice.tried[choice.chosen].stability > 0.9);
}

TEST_CASE("clusters do not depend on the order of rows", "[stats][clustering]") {
  const Matrix rows = clouds(3, 40, 12, 3);  // overlapping: there are many local optima
  std::vector<std::uint32_t> order(rows.rows);
  std::iota(order.begin(), order.end(), 0U);
  attune::Random random{8};
  for (std::size_t i = order.size(); i > 1; --i)
    std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
  Matrix shuffled{rows.rows, rows.columns};
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t j = 0; j < 2; ++j) shuffled.at(i, j) = rows.at(order[i], j);
  }
  const Clustering first = k_means(rows.view(), 5).run();
  const Clustering second = k_means(shuffled.view(), 5).run();
  CHECK(first.centres.values == second.centres.values);
  for (std::size_t i = 0; i < order.size(); ++i)
    CHECK(second.cluster_of_row[i] == first.cluster_of_row[order[i]]);
}

TEST_CASE("fewer distinct rows than clusters, one row and none are survived", "[stats][clustering]") {
  const Matrix same{10, 3};
  const Clustering one = k_means(same.view(), 4).run();
  CHECK(one.centres.rows == 1);
  CHECK(one.sizes == std::vector<std::uint64_t>{10});
  CHECK(k_means(Matrix{1, 2}.view(), 3).run().centres.rows == 1);
  CHECK(k_means(MatrixView{}, 3).run().centres.rows == 0);
  CHECK(choose_clusters(same.view()).run().clustering.centres.rows == 1);
  CHECK(choose_clusters(MatrixView{}).run().clustering.cluster_of_row.empty());
  CHECK(silhouette(same.view(), one) == 0);
}

TEST_CASE("the adjusted Rand index is about 0 for unrelated groups", "[stats][clustering]") {
  attune::Random random{5};
  std::vector<std::uint32_t> first(3000);
  std::vector<std::uint32_t> second(3000);
  for (auto& k : first) k = random.below(3);
  for (auto& k : second) k = random.below(4);
  CHECK_THAT(adjusted_rand_index(first, second), WithinAbs(0, 0.01));
}

TEST_CASE("the first principal component points along the longest side", "[stats][components]") {
  attune::Random random{6};
  Matrix rows{2000, 3};
  for (std::size_t i = 0; i < rows.rows; ++i) {
    const double along = random.uniform() - 0.5;
    rows.at(i, 0) = 3 * along + 7;
    rows.at(i, 1) = -4 * along;
    rows.at(i, 2) = 0.1 * random.uniform();
  }
  const PrincipalComponents components = principal_components(rows.view(), 2);
  CHECK_THAT(components.directions.at(0, 0), WithinAbs(-0.6, 1e-3));
  CHECK_THAT(components.directions.at(0, 1), WithinAbs(0.8, 1e-3));  // the largest loading is positive
  CHECK(components.explained_share[0] > 0.99);
  CHECK(components.explained_share[0] + components.explained_share[1] <= 1 + 1e-12);
  CHECK_THAT(components.coordinate(components.mean, 0), WithinAbs(0, 1e-12));
  CHECK(principal_components(Matrix{0, 2}.view(), 5).directions.rows == 2);
}
