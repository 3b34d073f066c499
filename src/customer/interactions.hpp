// Who bought (or rated, or looked at) what: the input of everything that recommends.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace attune::customer {

// Customers and items are indices into the caller's lists.
struct Interaction {
  std::uint32_t customer = 0;
  std::uint32_t item = 0;
  std::int64_t time = 0;  // any unit; only its order counts
};

// Each customer's items, each once, at their latest time; and the other way round. Does not depend on the
// order of rows.
class InteractionTable {
 public:
  InteractionTable() = default;
  InteractionTable(std::span<const Interaction> interactions, std::uint32_t customers, std::uint32_t items);

  [[nodiscard]] std::uint32_t customer_count() const noexcept { return customers_; }
  [[nodiscard]] std::uint32_t item_count() const noexcept { return items_; }
  [[nodiscard]] std::size_t size() const noexcept { return items_by_customer_.size(); }

  // Rising.
  [[nodiscard]] std::span<const std::uint32_t> items_of(std::uint32_t customer) const;
  [[nodiscard]] std::span<const std::uint32_t> customers_of(std::uint32_t item) const;
  // The item a customer came to last (of equals: the one with the largest index); he must have one.
  [[nodiscard]] std::uint32_t last_item_of(std::uint32_t customer) const { return last_item_[customer]; }

  // The same without each customer's last item, for those with at least `least_items`.
  [[nodiscard]] InteractionTable without_last_items(std::size_t least_items) const;

 private:
  void index_items();

  std::uint32_t customers_ = 0, items_ = 0;
  std::vector<std::uint32_t> first_of_customer_, items_by_customer_;
  std::vector<std::uint32_t> first_of_item_, customers_by_item_;
  std::vector<std::uint32_t> last_item_;
};

}  // namespace attune::customer
