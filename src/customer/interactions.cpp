#include "customer/interactions.hpp"

#include <algorithm>
#include <tuple>

namespace attune::customer {

InteractionTable::InteractionTable(std::span<const Interaction> interactions, std::uint32_t customers,
                                   std::uint32_t items)
    : customers_{customers}, items_{items} {
  std::vector<Interaction> sorted;
  sorted.reserve(interactions.size());
  for (const Interaction& interaction : interactions) {
    if (interaction.customer < customers && interaction.item < items) sorted.push_back(interaction);
  }
  std::sort(sorted.begin(), sorted.end(), [](const Interaction& a, const Interaction& b) {
    return std::tie(a.customer, a.item, a.time) < std::tie(b.customer, b.item, b.time);
  });
  first_of_customer_.assign(customers + std::size_t{1}, 0);
  last_item_.assign(customers, 0);
  std::vector<std::int64_t> last_time(customers, INT64_MIN);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const auto [customer, item, time] = sorted[i];
    if (time >= last_time[customer]) {
      last_time[customer] = time;
      last_item_[customer] = item;
    }
    if (i > 0 && sorted[i - 1].customer == customer && sorted[i - 1].item == item) continue;
    items_by_customer_.push_back(item);
    ++first_of_customer_[customer + std::size_t{1}];
  }
  for (std::size_t c = 0; c < customers; ++c) first_of_customer_[c + 1] += first_of_customer_[c];
  index_items();
}

void InteractionTable::index_items() {
  first_of_item_.assign(items_ + std::size_t{1}, 0);
  for (const auto item : items_by_customer_) ++first_of_item_[item + std::size_t{1}];
  for (std::size_t i = 0; i < items_; ++i) first_of_item_[i + 1] += first_of_item_[i];
  customers_by_item_.resize(items_by_customer_.size());
  std::vector<std::uint32_t> next = first_of_item_;
  for (std::uint32_t c = 0; c < customers_; ++c) {
    for (const auto item : items_of(c)) customers_by_item_[next[item]++] = c;
  }
}

std::span<const std::uint32_t> InteractionTable::items_of(std::uint32_t customer) const {
  return std::span{items_by_customer_}.subspan(
      first_of_customer_[customer], first_of_customer_[customer + 1] - first_of_customer_[customer]);
}

std::span<const std::uint32_t> InteractionTable::customers_of(std::uint32_t item) const {
  return std::span{customers_by_item_}.subspan(first_of_item_[item],
                                               first_of_item_[item + 1] - first_of_item_[item]);
}

InteractionTable InteractionTable::without_last_items(std::size_t least_items) const {
  InteractionTable rest;
  rest.customers_ = customers_;
  rest.items_ = items_;
  rest.last_item_ = last_item_;
  rest.first_of_customer_.push_back(0);
  for (std::uint32_t c = 0; c < customers_; ++c) {
    const auto own = items_of(c);
    for (const auto item : own) {
      if (own.size() < least_items || item != last_item_[c]) rest.items_by_customer_.push_back(item);
    }
    rest.first_of_customer_.push_back(static_cast<std::uint32_t>(rest.items_by_customer_.size()));
  }
  rest.index_items();
  return rest;
}

}  // namespace attune::customer
