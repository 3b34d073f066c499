#include "customer/item_neighbours.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace attune::customer {

void ItemNeighbours::add_scores(std::span<const std::uint32_t> owned, std::span<double> scores) const {
  for (const auto item : owned) {
    for (const Neighbour& neighbour : of_item[item]) scores[neighbour.item] += neighbour.cosine;
  }
}

Stepped<ItemNeighbours> find_neighbours(const InteractionTable& table, NeighbourOptions options) {
  ItemNeighbours result;
  result.of_item.resize(table.item_count());
  std::vector<std::uint32_t> together(table.item_count(), 0);
  std::vector<std::uint32_t> touched;
  std::size_t work = 0;
  const auto customers = static_cast<double>(table.customer_count());
  for (std::uint32_t item = 0; item < table.item_count(); ++item) {
    for (const auto customer : table.customers_of(item)) {
      for (const auto other : table.items_of(customer)) {
        if (other == item) continue;
        if (together[other]++ == 0) touched.push_back(other);
      }
      work += table.items_of(customer).size();
      if (work > 500'000) {
        work = 0;
        co_yield Progress{"Finding items that go together", item, table.item_count()};
      }
    }
    std::vector<Neighbour>& found = result.of_item[item];
    const auto own = static_cast<double>(table.customers_of(item).size());
    for (const auto other : touched) {
      const std::uint32_t count = together[other];
      together[other] = 0;
      if (count < options.least_together) continue;
      const double product = own * static_cast<double>(table.customers_of(other).size());
      found.push_back({other, count, count / std::sqrt(product), count * customers / product});
    }
    touched.clear();
    const auto better = [](const Neighbour& a, const Neighbour& b) {
      return std::tuple{-a.cosine, b.together, a.item} < std::tuple{-b.cosine, a.together, b.item};
    };
    const std::size_t kept = std::min(options.most, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(), better);
    found.resize(kept);
    found.shrink_to_fit();
  }
  co_return result;
}

}  // namespace attune::customer
