// What the tables of a run tell of customers, orders and items, as plain values.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/stepped.hpp"
#include "customer/identity.hpp"
#include "customer/order.hpp"
#include "engine/source_kind.hpp"
#include "ingest/column_roles.hpp"
#include "table/table.hpp"

namespace attune::engine {

// A table to read. All it points to must outlive the data.
struct ShopSource {
  std::uint32_t file = 0;
  std::uint32_t table_number = 0;
  const table::Table* table = nullptr;
  const ingest::RoleMap* roles = nullptr;
};

struct SourceRows {
  ShopSource source;
  SourceKind kind = SourceKind::Other;
  std::vector<std::uint32_t>
      person_of_row;  // a record, after joining a customer; kNobody. Empty: names nobody
};

// One thing in an order, or one that somebody looked at (then order is kNoOrder).
constexpr std::uint32_t kNoOrder = 0xFFFFFFFFU;
struct ShopItem {
  std::uint32_t person = customer::kNobody;  // as in SourceRows
  std::int64_t time = 0;                     // seconds since 1970-01-01; 0 without a date
  std::uint32_t order = kNoOrder;
  std::uint32_t item = 0;  // a number in `items`
  float quantity = 1;
  double amount = 0;
};

struct ShopProduct {
  std::uint32_t item = 0;
  std::string category;
  double price = 0, stock = -1, cost = -1;  // stock, cost < 0: not told

  // What is left of the price, 0 to 1; NaN where that is not told.
  [[nodiscard]] double margin() const noexcept {
    return price > 0 && cost >= 0 ? std::max(0.0, 1 - cost / price)
                                  : std::numeric_limits<double>::quiet_NaN();
  }
};

struct ShopOrder {
  std::uint32_t name = 0;  // a number in `order_names`
  std::uint32_t source = 0, row = 0;
};

struct ShopData {
  ShopData() = default;
  customer::PersonRecords records;
  std::vector<SourceRows> sources;
  std::vector<customer::Order> orders;  // amounts by order; customer: as in SourceRows
  std::vector<ShopItem> things;
  std::vector<ShopOrder> order_facts;                 // by Order::order
  customer::TextPool items, order_names, currencies;  // items: by product id where there is one, else by name
  std::vector<std::string> item_names;                // as people read them, by the number in `items`
  std::vector<ShopProduct> products;
  std::uint64_t baskets = 0;  // orders without person, day and entry in `orders`
  std::uint64_t cancelled_orders = 0, unusable_rows = 0, repeated_rows = 0;
  bool has_money = false;
};

// `sources` are read in their order. Diagnostics of cells that cannot be read are not told again here: the
// counts above hold what was lost.
[[nodiscard]] Stepped<std::unique_ptr<ShopData>> read_shop(std::vector<ShopSource> sources);

}  // namespace attune::engine
