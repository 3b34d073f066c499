// Groups of similar rows: k-means (Lloyd 1982) from k-means++ seeds (Arthur, Vassilvitskii 2007), and how
// many groups there are.
//
// The result does not depend on the order of rows: they are worked on in sorted order, and clusters are
// numbered by size, largest first (ties: by centre).
#pragma once

#include <cstdint>
#include <vector>

#include "base/stepped.hpp"
#include "stats/matrix.hpp"

namespace attune::stats {

struct KMeansOptions {
  int starts = 10;
  int iterations = 100;
  std::uint64_t seed = 1;
};

struct Clustering {
  std::vector<std::uint32_t> cluster_of_row;
  Matrix centres;
  std::vector<std::uint64_t> sizes;
  double inertia = 0;  // sum of squared distances to the own centre
};

// At most `clusters` clusters: fewer if there are fewer distinct rows. Rows must be finite, and the matrix
// must outlive the computation. Features should be on one scale.
[[nodiscard]] Stepped<Clustering> k_means(MatrixView rows, std::size_t clusters, KMeansOptions options = {});

// The mean silhouette width (Rousseeuw 1987), on at most `sample` rows taken evenly: -1 to 1; about 0 when
// the groups overlap. 0 with fewer than two clusters.
[[nodiscard]] double silhouette(MatrixView rows, const Clustering& clustering, std::size_t sample = 1000);

// How alike two clusterings of the same rows are, 1 when the same, 0 as by chance: the adjusted Rand index
// (Hubert, Arabie 1985).
[[nodiscard]] double adjusted_rand_index(std::span<const std::uint32_t> first,
                                         std::span<const std::uint32_t> second);

struct ClusterCount {
  std::size_t clusters = 0;
  double silhouette = 0;
  double stability = 0;                   // the least of the clusters'
  std::vector<double> cluster_stability;  // mean Jaccard likeness over resamples (Hennig 2007)
};

struct ClusterChoice {
  Clustering clustering;            // of all rows, with the chosen number
  std::vector<ClusterCount> tried;  // by rising number of clusters
  std::size_t chosen = 0;           // index into `tried`
  bool is_stable = false;           // the chosen groups come out again when customers are resampled
};

struct ClusterChoiceOptions {
  std::size_t least = 2, most = 8;
  int resamples = 20;
  double stable_from = 0.75;  // Hennig's "valid, stable cluster"
  KMeansOptions k_means;
};

// The number with the best silhouette among those whose every cluster is stable; if none is, among all, and
// is_stable is false. Numbers are tried on at most 2,000 rows.
[[nodiscard]] Stepped<ClusterChoice> choose_clusters(MatrixView rows, ClusterChoiceOptions options = {});

}  // namespace attune::stats
