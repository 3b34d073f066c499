// Items that are bought by the same customers: cosine likeness and lift, with their counts.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/stepped.hpp"
#include "customer/interactions.hpp"

namespace attune::customer {

struct Neighbour {
  std::uint32_t item = 0;
  std::uint32_t together = 0;  // customers who have both
  double cosine = 0;           // together / sqrt(a * b)
  double lift = 0;             // together * customers / (a * b): 1 as by chance
};

struct NeighbourOptions {
  std::size_t most = 50;             // kept for each item
  std::uint32_t least_together = 2;  // one customer is no pattern
};

// Of each item its nearest others, by falling cosine (ties: more together, then the smaller index).
struct ItemNeighbours {
  std::vector<std::vector<Neighbour>> of_item;

  void add_scores(std::span<const std::uint32_t> owned, std::span<double> scores) const;
};

// `table` must outlive the computation.
[[nodiscard]] Stepped<ItemNeighbours> find_neighbours(const InteractionTable& table,
                                                      NeighbourOptions options = {});

}  // namespace attune::customer
