#include "feedback/star_map.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "base/random.hpp"

namespace attune::feedback {
namespace {

constexpr std::size_t kFolds = 10;
constexpr std::uint64_t kFoldSeed = 4;

using Pairs = std::vector<StarPair>;  // sorted by the model's stars

// Pools neighbours until the means rise, then joins the middles of the pools by lines.
StarMap fit_isotonic(const Pairs& pairs) {
  struct Pool {
    double model_sum = 0;
    double rating_sum = 0;
    double weight = 0;
    [[nodiscard]] double mean() const { return rating_sum / weight; }
  };
  std::vector<Pool> pools;
  for (const StarPair& pair : pairs) {
    pools.push_back({pair.model, pair.rating, 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() >= pools.back().mean()) {
      Pool& into = pools[pools.size() - 2];
      into.model_sum += pools.back().model_sum;
      into.rating_sum += pools.back().rating_sum;
      into.weight += pools.back().weight;
      pools.pop_back();
    }
  }
  StarMap map;
  for (const Pool& pool : pools) {
    const double from = pool.model_sum / pool.weight;
    if (!map.from.empty() && from <= map.from.back()) continue;
    map.from.push_back(from);
    map.to.push_back(pool.mean());
  }
  return map;
}

// The borders between whole stars where as many of the model's stars lie below as the customers' do.
StarMap fit_matched(const Pairs& pairs) {
  std::array<std::size_t, 6> below{};  // [k]: ratings of at most k stars
  for (const StarPair& pair : pairs) {
    for (int star = whole_star(pair.rating); star <= 5; ++star) ++below[static_cast<std::size_t>(star)];
  }
  StarMap map{.from = {1}, .to = {1}};
  for (std::size_t star = 1; star < 5; ++star) {
    const std::size_t rank = below[star];
    const double low = rank == 0 ? 1 : pairs[rank - 1].model;
    const double high = rank == pairs.size() ? 5 : pairs[rank].model;
    const double border = (low + high) / 2;
    // Borders that fall together leave out a star that nobody gives.
    if (border <= map.from.back() + 1e-9) {
      map.to.back() = std::max(map.to.back(), static_cast<double>(star) + 0.5);
      continue;
    }
    map.from.push_back(border);
    map.to.push_back(static_cast<double>(star) + 0.5);
  }
  if (map.from.back() < 5) {
    map.from.push_back(5);
    map.to.push_back(std::max(5.0, map.to.back()));
  }
  return map;
}

StarMap fit(StarMapKind kind, const Pairs& pairs) {
  switch (kind) {
    case StarMapKind::Isotonic:
      return fit_isotonic(pairs);
    case StarMapKind::Matched:
      return fit_matched(pairs);
    case StarMapKind::AsIs:
      break;
  }
  return {};
}

int apart(double stars, double rating) { return std::abs(whole_star(stars) - whole_star(rating)); }

StarAgreement agreement_of(const std::vector<int>& distances) {
  StarAgreement agreement{.n = distances.size()};
  double sum = 0;
  for (const int distance : distances) {
    if (distance == 0) ++agreement.exact;
    if (distance <= 1) ++agreement.within_one;
    sum += distance;
  }
  if (agreement.n > 0) agreement.mean_distance = sum / static_cast<double>(agreement.n);
  return agreement;
}

// Each pair's distance under a map learned from the other folds.
std::vector<int> held_out_distances(StarMapKind kind, const Pairs& pairs,
                                    const std::vector<std::size_t>& folds) {
  std::vector<int> distances(pairs.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    Pairs training;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (folds[i] != fold) training.push_back(pairs[i]);
    }
    const StarMap map = fit(kind, training);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (folds[i] == fold) distances[i] = apart(map(pairs[i].model), pairs[i].rating);
    }
  }
  return distances;
}

// `other` is nearer than `base` by more than chance: two standard errors of the mean difference.
bool is_nearer(const std::vector<int>& other, const std::vector<int>& base) {
  const auto n = static_cast<double>(base.size());
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < base.size(); ++i) {
    const double gain = base[i] - other[i];
    sum += gain;
    squares += gain * gain;
  }
  const double mean = sum / n;
  const double variance = (squares - n * mean * mean) / (n - 1);
  return mean > 0 && mean > 2 * std::sqrt(std::max(0.0, variance) / n);
}

}  // namespace

int whole_star(double stars) noexcept { return std::clamp(static_cast<int>(std::floor(stars + 0.5)), 1, 5); }

double StarMap::operator()(double stars) const {
  if (from.empty()) return stars;
  if (stars <= from.front()) return to.front();
  if (stars >= from.back()) return to.back();
  const auto above =
      static_cast<std::size_t>(std::upper_bound(from.begin(), from.end(), stars) - from.begin());
  const double part = (stars - from[above - 1]) / (from[above] - from[above - 1]);
  return to[above - 1] + part * (to[above] - to[above - 1]);
}

Recalibration recalibrate_stars(std::span<const StarPair> given) {
  Pairs pairs{given.begin(), given.end()};
  std::stable_sort(pairs.begin(), pairs.end(), [](const StarPair& a, const StarPair& b) {
    return a.model != b.model ? a.model < b.model : a.rating < b.rating;
  });
  std::vector<int> best;
  for (const StarPair& pair : pairs) best.push_back(apart(pair.model, pair.rating));
  Recalibration result;
  result.before = result.after = agreement_of(best);
  if (pairs.size() < kFewestStarPairs) return result;

  std::vector<std::size_t> folds(pairs.size());
  for (std::size_t i = 0; i < folds.size(); ++i) folds[i] = i % kFolds;
  Random random{kFoldSeed};
  for (std::size_t left = folds.size(); left > 1; --left)
    std::swap(folds[left - 1], folds[random.below(static_cast<std::uint32_t>(left))]);

  for (const StarMapKind kind : {StarMapKind::Isotonic, StarMapKind::Matched}) {
    std::vector<int> distances = held_out_distances(kind, pairs, folds);
    if (!is_nearer(distances, best)) continue;
    result.kind = kind;
    result.after = agreement_of(distances);
    best = std::move(distances);
  }
  if (result.kind != StarMapKind::AsIs) result.map = fit(result.kind, pairs);
  return result;
}

}  // namespace attune::feedback
