// What the whole layer is fed with: one purchase or refund of one customer on one day.
#pragma once

#include <cstdint>

namespace attune::customer {

constexpr std::uint32_t kGuest = 0xFFFFFFFFU;  // an order nobody can be named for

// Lines of the same order share `order`; its amounts are added up. Days are days since 1970-01-01.
struct Order {
  std::uint32_t customer = kGuest;  // index into the caller's list of customers
  std::int32_t day = 0;
  double amount = 0;  // negative: a refund or return
  std::uint32_t order = 0;
  std::uint16_t currency = 0;  // index into the caller's list of currencies
};

}  // namespace attune::customer
