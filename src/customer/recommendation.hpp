// What to offer next: to a customer, beside an item, to everybody; each with its reason, and tried on the
// shop's own past before it is trusted.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/stepped.hpp"
#include "customer/ease.hpp"
#include "customer/interactions.hpp"
#include "customer/item_neighbours.hpp"

namespace attune::customer {

enum class Method : std::uint8_t { Popularity, Neighbours, Ease };
[[nodiscard]] const char* name_of(Method method) noexcept;  // "popularity", "item-to-item", "EASE"

constexpr std::uint32_t kNoItem = 0xFFFFFFFFU;

struct Recommendation {
  std::uint32_t item = 0;
  double score = 0;
  Method method = Method::Popularity;
  std::uint32_t because_of = kNoItem;  // the customer's item that speaks most for it; none: it is popular
};

struct RecommendOptions {
  std::size_t top = 20;
  std::vector<std::uint8_t> is_excluded;  // one an item: out of stock, not for sale, unwanted; empty: none
  std::vector<double> margin;             // one an item, multiplies scores; empty: all alike
  std::span<const double> popularity;  // of each item where the customer belongs; fills up before that of all
};

// Items the model knows nothing about are filled in by likeness, then by popularity, so that there are
// always `top` if the shop has so many.
class Recommender {
 public:
  Recommender(const InteractionTable& table, EaseModel ease, ItemNeighbours neighbours);

  // By falling score; ties: more popular, then the smaller index. Never what the customer has.
  [[nodiscard]] std::vector<Recommendation> for_customer(std::span<const std::uint32_t> owned, Method method,
                                                         const RecommendOptions& options = {}) const;
  // To put beside one item.
  [[nodiscard]] std::vector<Recommendation> beside_item(std::uint32_t item,
                                                        const RecommendOptions& options = {}) const;

  [[nodiscard]] const EaseModel& ease() const noexcept { return ease_; }
  [[nodiscard]] const ItemNeighbours& neighbours() const noexcept { return neighbours_; }

 private:
  void rank(std::span<const double> scores, std::span<const std::uint32_t> owned, Method method,
            const RecommendOptions& options, std::vector<Recommendation>& ranked) const;
  [[nodiscard]] std::uint32_t reason_for(std::uint32_t item, std::span<const std::uint32_t> owned,
                                         Method method) const;

  std::vector<double> popularity_;  // customers of each item
  EaseModel ease_;
  ItemNeighbours neighbours_;
};

// `table` must outlive the computation.
[[nodiscard]] Stepped<Recommender> learn_recommender(const InteractionTable& table, EaseOptions ease = {},
                                                     NeighbourOptions neighbours = {});

// Each customer's last item hidden and asked for among all he does not have.
struct BackTestRow {
  Method method = Method::Popularity;
  std::uint64_t n = 0;  // customers with at least two items
  double hit_rate = 0;  // the hidden item is among the first `top`
  double hit_low = 0, hit_high = 0;
  double ndcg = 0;  // 1 / log2(1 + place), 0 if not among them
};
struct BackTest {
  std::vector<BackTestRow> rows;  // popularity, item-to-item, EASE
  Method best = Method::Popularity;
  std::size_t top = 20;
};
[[nodiscard]] Stepped<BackTest> back_test_recommender(const InteractionTable& table, std::size_t top = 20,
                                                      EaseOptions ease = {},
                                                      NeighbourOptions neighbours = {});

// The same with a recommender learned from `past`, which is table.without_last_items(2), tried on `every`
// so-manieth of those with two items. All must outlive it.
[[nodiscard]] Stepped<BackTest> test_recommender(const Recommender& recommender, const InteractionTable& past,
                                                 const InteractionTable& table, std::size_t top,
                                                 std::size_t every = 1);

}  // namespace attune::customer
