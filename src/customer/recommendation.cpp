#include "customer/recommendation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

#include "stats/intervals.hpp"

namespace attune::customer {
namespace {

constexpr std::array kMethods{Method::Popularity, Method::Neighbours, Method::Ease};

}  // namespace

const char* name_of(Method method) noexcept {
  switch (method) {
    case Method::Popularity:
      return "popularity";
    case Method::Neighbours:
      return "item-to-item";
    case Method::Ease:
      return "EASE";
  }
  return "";
}

Recommender::Recommender(const InteractionTable& table, EaseModel ease, ItemNeighbours neighbours)
    : ease_{std::move(ease)}, neighbours_{std::move(neighbours)} {
  for (std::uint32_t item = 0; item < table.item_count(); ++item) {
    popularity_.push_back(static_cast<double>(table.customers_of(item).size()));
  }
}

std::uint32_t Recommender::reason_for(std::uint32_t item, std::span<const std::uint32_t> owned,
                                      Method method) const {
  std::uint32_t best = kNoItem;
  double most = 0;
  for (const auto own : owned) {
    double weight = 0;
    if (method == Method::Ease) weight = ease_.weight(own, item);
    if (method == Method::Neighbours) {
      for (const Neighbour& neighbour : neighbours_.of_item[own]) {
        if (neighbour.item == item) weight = neighbour.cosine;
      }
    }
    if (weight > most) {
      most = weight;
      best = own;
    }
  }
  return best;
}

void Recommender::rank(std::span<const double> scores, std::span<const std::uint32_t> owned, Method method,
                       const RecommendOptions& options, std::vector<Recommendation>& ranked) const {
  if (ranked.size() >= options.top) return;
  std::vector<std::uint8_t> skip(scores.size(), 0);
  for (const auto item : owned) skip[item] = 1;
  for (const auto& earlier : ranked) skip[earlier.item] = 1;
  std::vector<std::pair<double, std::uint32_t>> candidates;
  for (std::uint32_t item = 0; item < scores.size(); ++item) {
    if (skip[item] != 0 || !(scores[item] > 0)) continue;
    if (item < options.is_excluded.size() && options.is_excluded[item] != 0) continue;
    const double margin = item < options.margin.size() ? std::max(0.0, options.margin[item]) : 1;
    candidates.emplace_back(scores[item] * margin, item);
  }
  const auto better = [this](const auto& a, const auto& b) {
    return std::tuple{-a.first, -popularity_[a.second], a.second} <
           std::tuple{-b.first, -popularity_[b.second], b.second};
  };
  const std::size_t wanted = std::min(options.top - ranked.size(), candidates.size());
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(wanted),
                    candidates.end(), better);
  for (std::size_t i = 0; i < wanted; ++i) {
    const auto [score, item] = candidates[i];
    ranked.push_back({item, score, method, reason_for(item, owned, method)});
  }
}

std::vector<Recommendation> Recommender::for_customer(std::span<const std::uint32_t> owned, Method method,
                                                      const RecommendOptions& options) const {
  std::vector<Recommendation> ranked;
  std::vector<double> scores(popularity_.size(), 0);
  if (method == Method::Ease) {
    ease_.add_scores(owned, scores);
    rank(scores, owned, Method::Ease, options, ranked);
  }
  if (method != Method::Popularity && ranked.size() < options.top) {
    std::fill(scores.begin(), scores.end(), 0);
    neighbours_.add_scores(owned, scores);
    rank(scores, owned, Method::Neighbours, options, ranked);
  }
  if (!options.popularity.empty()) rank(options.popularity, owned, Method::Popularity, options, ranked);
  rank(popularity_, owned, Method::Popularity, options, ranked);
  return ranked;
}

std::vector<Recommendation> Recommender::beside_item(std::uint32_t item,
                                                     const RecommendOptions& options) const {
  const std::array owned{item};
  return for_customer(owned, Method::Neighbours, options);
}

Stepped<Recommender> learn_recommender(const InteractionTable& table, EaseOptions ease,
                                       NeighbourOptions neighbours) {
  auto finding = find_neighbours(table, neighbours);
  while (finding.advance()) co_yield finding.progress();
  auto learning = fit_ease(table, ease);
  while (learning.advance()) co_yield learning.progress();
  co_return Recommender{table, std::move(learning).result(), std::move(finding).result()};
}

Stepped<BackTest> back_test_recommender(const InteractionTable& table, std::size_t top, EaseOptions ease,
                                        NeighbourOptions neighbours) {
  const InteractionTable past = table.without_last_items(2);
  auto learning = learn_recommender(past, ease, neighbours);
  while (learning.advance()) co_yield learning.progress();
  const Recommender recommender = std::move(learning).result();
  auto testing = test_recommender(recommender, past, table, top);
  while (testing.advance()) co_yield testing.progress();
  co_return std::move(testing).result();
}

Stepped<BackTest> test_recommender(const Recommender& recommender, const InteractionTable& past,
                                   const InteractionTable& table, std::size_t top, std::size_t every) {
  BackTest test;
  test.top = top;
  RecommendOptions options;
  options.top = top;
  std::array<std::uint64_t, kMethods.size()> hits{};
  for (const Method method : kMethods) test.rows.push_back({method, 0, 0, 0, 0, 0});
  std::size_t candidates = 0;
  for (std::uint32_t customer = 0; customer < table.customer_count(); ++customer) {
    if (table.items_of(customer).size() < 2 || candidates++ % every != 0) continue;
    const std::uint32_t hidden = table.last_item_of(customer);
    for (std::size_t m = 0; m < kMethods.size(); ++m) {
      const auto offered = recommender.for_customer(past.items_of(customer), kMethods[m], options);
      ++test.rows[m].n;
      for (std::size_t place = 0; place < offered.size(); ++place) {
        if (offered[place].item != hidden) continue;
        ++hits[m];
        test.rows[m].ndcg += 1 / std::log2(static_cast<double>(place) + 2);
      }
      co_yield Progress{"Trying it on your own past", customer, table.customer_count()};
    }
  }
  double best = -1;
  for (std::size_t m = 0; m < kMethods.size(); ++m) {
    BackTestRow& row = test.rows[m];
    const stats::Interval interval = stats::share_interval(hits[m], row.n);
    row.hit_low = interval.low;
    row.hit_high = interval.high;
    if (row.n == 0) continue;
    row.hit_rate = static_cast<double>(hits[m]) / static_cast<double>(row.n);
    row.ndcg /= static_cast<double>(row.n);
    if (row.ndcg > best) {
      best = row.ndcg;
      test.best = row.method;
    }
  }
  co_return test;
}

}  // namespace attune::customer
