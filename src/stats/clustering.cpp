#include "stats/clustering.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "base/random.hpp"

namespace attune::stats {
namespace {

constexpr std::size_t kRowsPerPause = 4096;
constexpr std::size_t kRowsTried = 2000;

double squared_distance(const double* a, const double* b, std::size_t d) {
  double sum = 0;
  for (std::size_t j = 0; j < d; ++j) sum += (a[j] - b[j]) * (a[j] - b[j]);
  return sum;
}

std::vector<std::uint32_t> sorted_order(MatrixView rows) {
  std::vector<std::uint32_t> order(rows.rows);
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&rows](std::uint32_t a, std::uint32_t b) {
    const auto first = rows.row(a);
    const auto second = rows.row(b);
    return std::lexicographical_compare(first.begin(), first.end(), second.begin(), second.end());
  });
  return order;
}

Matrix taken(MatrixView rows, std::span<const std::uint32_t> order) {
  Matrix result{order.size(), rows.columns};
  for (std::size_t i = 0; i < order.size(); ++i) {
    std::copy_n(rows.row(order[i]).begin(), rows.columns, result.row(i).begin());
  }
  return result;
}

std::uint32_t nearest(const double* row, const Matrix& centres, double& distance) {
  std::uint32_t best = 0;
  distance = std::numeric_limits<double>::infinity();
  for (std::uint32_t k = 0; k < centres.rows; ++k) {
    const double here = squared_distance(row, centres.values.data() + k * centres.columns, centres.columns);
    if (here < distance) {
      distance = here;
      best = k;
    }
  }
  return best;
}

// Each next seed is a row drawn with a chance proportional to its squared distance from the seeds so far.
Stepped<Matrix> seeds_for(MatrixView rows, std::size_t clusters, Random& random) {
  Matrix seeds{1, rows.columns};
  std::copy_n(rows.row(random.below(static_cast<std::uint32_t>(rows.rows))).begin(), rows.columns,
              seeds.row(0).begin());
  std::vector<double> distance(rows.rows, std::numeric_limits<double>::infinity());
  while (seeds.rows < clusters) {
    const double* newest = seeds.values.data() + (seeds.rows - 1) * seeds.columns;
    double total = 0;
    for (std::size_t i = 0; i < rows.rows; ++i) {
      distance[i] = std::min(distance[i], squared_distance(rows.row(i).data(), newest, rows.columns));
      total += distance[i];
      if (i % kRowsPerPause == kRowsPerPause - 1) co_yield Progress{"Finding groups", seeds.rows, clusters};
    }
    if (!(total > 0)) break;  // fewer distinct rows than clusters
    double ticket = random.uniform() * total;
    std::size_t pick = 0;
    while (pick + 1 < rows.rows && ticket >= distance[pick]) ticket -= distance[pick++];
    while (!(distance[pick] > 0)) --pick;  // rounding may overshoot onto a row that is a seed already
    const auto chosen = rows.row(pick);
    seeds.values.insert(seeds.values.end(), chosen.begin(), chosen.end());
    ++seeds.rows;
  }
  co_return seeds;
}

// The mean of each cluster's rows; a cluster that lost all its rows keeps its place.
void move_centres(MatrixView rows, Clustering& clustering) {
  Matrix& centres = clustering.centres;
  Matrix sums{centres.rows, centres.columns};
  clustering.sizes.assign(centres.rows, 0);
  for (std::size_t i = 0; i < rows.rows; ++i) {
    const std::uint32_t k = clustering.cluster_of_row[i];
    ++clustering.sizes[k];
    for (std::size_t j = 0; j < rows.columns; ++j) sums.at(k, j) += rows.at(i, j);
  }
  for (std::size_t k = 0; k < centres.rows; ++k) {
    if (clustering.sizes[k] == 0) continue;
    for (std::size_t j = 0; j < centres.columns; ++j)
      centres.at(k, j) = sums.at(k, j) / static_cast<double>(clustering.sizes[k]);
  }
}

Stepped<Clustering> improve(MatrixView rows, Matrix seeds, int iterations) {
  Clustering clustering;
  clustering.centres = std::move(seeds);
  clustering.cluster_of_row.assign(rows.rows, std::numeric_limits<std::uint32_t>::max());
  for (int turn = 0; turn < iterations; ++turn) {
    std::size_t moved = 0;
    clustering.inertia = 0;
    for (std::size_t i = 0; i < rows.rows; ++i) {
      double distance = 0;
      const std::uint32_t k = nearest(rows.values.data() + i * rows.columns, clustering.centres, distance);
      moved += k != clustering.cluster_of_row[i] ? 1 : 0;
      clustering.cluster_of_row[i] = k;
      clustering.inertia += distance;
      if (i % kRowsPerPause == kRowsPerPause - 1) co_yield Progress{"Finding groups", i, rows.rows};
    }
    if (moved == 0) break;
    move_centres(rows, clustering);
    co_yield Progress{"Finding groups", rows.rows, rows.rows};
  }
  co_return clustering;
}

// Drops empty clusters and numbers the others by size.
void renumber(Clustering& clustering) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t k = 0; k < clustering.centres.rows; ++k) {
    if (clustering.sizes[k] > 0) order.push_back(k);
  }
  std::sort(order.begin(), order.end(), [&clustering](std::uint32_t a, std::uint32_t b) {
    if (clustering.sizes[a] != clustering.sizes[b]) return clustering.sizes[a] > clustering.sizes[b];
    const auto first = std::as_const(clustering.centres).row(a);
    const auto second = std::as_const(clustering.centres).row(b);
    return std::lexicographical_compare(first.begin(), first.end(), second.begin(), second.end());
  });
  std::vector<std::uint32_t> new_number(clustering.centres.rows, 0);
  std::vector<std::uint64_t> sizes;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    new_number[order[i]] = i;
    sizes.push_back(clustering.sizes[order[i]]);
  }
  clustering.centres = taken(clustering.centres.view(), order);
  clustering.sizes = std::move(sizes);
  for (auto& k : clustering.cluster_of_row) k = new_number[k];
}

// How alike each cluster is to its best match in a resample's clusters, both seen on the same rows.
std::vector<double> best_jaccard(const Clustering& clustering, std::span<const std::uint32_t> other,
                                 std::size_t others) {
  Matrix both{clustering.centres.rows, others};
  std::vector<double> size(others, 0);
  for (std::size_t i = 0; i < other.size(); ++i) {
    both.at(clustering.cluster_of_row[i], other[i]) += 1;
    size[other[i]] += 1;
  }
  std::vector<double> best(clustering.centres.rows, 0);
  for (std::size_t k = 0; k < best.size(); ++k) {
    for (std::size_t l = 0; l < others; ++l) {
      const double either = static_cast<double>(clustering.sizes[k]) + size[l] - both.at(k, l);
      if (either > 0) best[k] = std::max(best[k], both.at(k, l) / either);
    }
  }
  return best;
}

Stepped<ClusterCount> judge(MatrixView rows, std::size_t clusters, const ClusterChoiceOptions& options) {
  auto clustering_all = k_means(rows, clusters, options.k_means);
  while (clustering_all.advance()) co_yield clustering_all.progress();
  const Clustering clustering = std::move(clustering_all).result();
  ClusterCount count{clustering.centres.rows, silhouette(rows, clustering), 1, {}};
  count.cluster_stability.assign(count.clusters, 0);
  Random random{options.k_means.seed + clusters};
  for (int b = 0; b < options.resamples; ++b) {
    std::vector<std::uint32_t> picked(rows.rows);
    for (auto& index : picked) index = random.below(static_cast<std::uint32_t>(rows.rows));
    const Matrix sample = taken(rows, picked);
    auto resampling = k_means(sample.view(), clusters, {3, options.k_means.iterations, random()});
    while (resampling.advance()) co_yield resampling.progress();
    const Clustering resampled = std::move(resampling).result();
    std::vector<std::uint32_t> labels(rows.rows);
    for (std::size_t i = 0; i < rows.rows; ++i) {
      double unused = 0;
      labels[i] = nearest(rows.row(i).data(), resampled.centres, unused);
    }
    const std::vector<double> alike = best_jaccard(clustering, labels, resampled.centres.rows);
    for (std::size_t k = 0; k < alike.size(); ++k) count.cluster_stability[k] += alike[k] / options.resamples;
    co_yield Progress{"Checking that groups hold", static_cast<std::size_t>(b),
                      static_cast<std::size_t>(options.resamples)};
  }
  for (const double stability : count.cluster_stability)
    count.stability = std::min(count.stability, stability);
  co_return count;
}

}  // namespace

Stepped<Clustering> k_means(MatrixView rows, std::size_t clusters, KMeansOptions options) {
  Clustering best;
  if (rows.rows == 0 || clusters == 0) co_return best;
  const std::vector<std::uint32_t> order = sorted_order(rows);
  const Matrix sorted = taken(rows, order);
  Random random{options.seed};
  for (int start = 0; start < std::max(1, options.starts); ++start) {
    auto seeding = seeds_for(sorted.view(), clusters, random);
    while (seeding.advance()) co_yield seeding.progress();
    auto improving = improve(sorted.view(), std::move(seeding).result(), options.iterations);
    while (improving.advance()) co_yield improving.progress();
    Clustering found = std::move(improving).result();
    if (best.centres.rows == 0 || found.inertia < best.inertia) best = std::move(found);
  }
  move_centres(sorted.view(), best);
  renumber(best);
  std::vector<std::uint32_t> labels(rows.rows);
  for (std::size_t i = 0; i < order.size(); ++i) labels[order[i]] = best.cluster_of_row[i];
  best.cluster_of_row = std::move(labels);
  co_return best;
}

double silhouette(MatrixView rows, const Clustering& clustering, std::size_t sample) {
  const std::size_t k = clustering.centres.rows;
  if (k < 2 || rows.rows < 3) return 0;
  // Evenly from the sorted rows, so that the sample does not depend on their order.
  std::vector<std::uint32_t> picked = sorted_order(rows);
  const std::size_t stride = (picked.size() + sample - 1) / sample;
  for (std::size_t i = 0; i * stride < picked.size(); ++i) picked[i] = picked[i * stride];
  picked.resize((picked.size() + stride - 1) / stride);
  double total = 0;
  std::vector<double> sum(k);
  std::vector<double> count(k);
  for (const std::uint32_t i : picked) {
    std::fill(sum.begin(), sum.end(), 0);
    std::fill(count.begin(), count.end(), 0);
    for (const std::uint32_t j : picked) {
      if (i == j) continue;
      sum[clustering.cluster_of_row[j]] +=
          std::sqrt(squared_distance(rows.row(i).data(), rows.row(j).data(), rows.columns));
      count[clustering.cluster_of_row[j]] += 1;
    }
    const std::uint32_t own = clustering.cluster_of_row[i];
    if (!(count[own] > 0)) continue;  // alone in its cluster: 0 by definition
    double other = std::numeric_limits<double>::infinity();
    for (std::size_t l = 0; l < k; ++l) {
      if (l != own && count[l] > 0) other = std::min(other, sum[l] / count[l]);
    }
    const double within = sum[own] / count[own];
    const double larger = std::max(within, other);
    if (std::isfinite(other) && larger > 0) total += (other - within) / larger;
  }
  return total / static_cast<double>(picked.size());
}

double adjusted_rand_index(std::span<const std::uint32_t> first, std::span<const std::uint32_t> second) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> both;
  std::map<std::uint32_t, double> firsts;
  std::map<std::uint32_t, double> seconds;
  for (std::size_t i = 0; i < first.size(); ++i) {
    both[{first[i], second[i]}] += 1;
    firsts[first[i]] += 1;
    seconds[second[i]] += 1;
  }
  const auto pairs = [](double n) { return n * (n - 1) / 2; };
  double together = 0;
  double in_first = 0;
  double in_second = 0;
  for (const auto& [key, n] : both) together += pairs(n);
  for (const auto& [key, n] : firsts) in_first += pairs(n);
  for (const auto& [key, n] : seconds) in_second += pairs(n);
  const double all = pairs(static_cast<double>(first.size()));
  if (!(all > 0)) return 1;
  const double chance = in_first * in_second / all;
  const double most = (in_first + in_second) / 2;
  return most - chance > 0 ? (together - chance) / (most - chance) : 1;
}

Stepped<ClusterChoice> choose_clusters(MatrixView rows, ClusterChoiceOptions options) {
  ClusterChoice choice;
  if (rows.rows == 0) co_return choice;
  std::vector<std::uint32_t> picked = sorted_order(rows);
  const std::size_t stride = (picked.size() + kRowsTried - 1) / kRowsTried;
  for (std::size_t i = 0; i * stride < picked.size(); ++i) picked[i] = picked[i * stride];
  picked.resize((picked.size() + stride - 1) / stride);
  const Matrix sample = taken(rows, picked);
  for (std::size_t k = options.least; k <= options.most && k < std::max<std::size_t>(3, sample.rows / 5);
       ++k) {
    auto judging = judge(sample.view(), k, options);
    while (judging.advance()) co_yield judging.progress();
    ClusterCount count = std::move(judging).result();
    if (count.clusters < k) break;  // no more distinct rows than that
    choice.tried.push_back(std::move(count));
  }
  for (std::size_t i = 0; i < choice.tried.size(); ++i) {
    const bool stable = choice.tried[i].stability >= options.stable_from;
    const bool better = i == 0 || choice.tried[i].silhouette > choice.tried[choice.chosen].silhouette;
    if ((stable && !choice.is_stable) || (stable == choice.is_stable && better)) choice.chosen = i;
    choice.is_stable = choice.is_stable || stable;
  }
  const std::size_t clusters = choice.tried.empty() ? 1 : choice.tried[choice.chosen].clusters;
  auto clustering = k_means(rows, clusters, options.k_means);
  while (clustering.advance()) co_yield clustering.progress();
  choice.clustering = std::move(clustering).result();
  co_return choice;
}

}  // namespace attune::stats
