// Who moved where between two days: RFM segments then and now.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "customer/order.hpp"
#include "customer/rfm.hpp"

namespace attune::customer {

struct SegmentMovement {
  std::int32_t from_day = 0, to_day = 0;
  // customers[from * (kRfmSegments + 1) + to]; kRfmSegments: no customer yet. Empty: too short a time.
  std::vector<std::uint64_t> customers;
};

// From the last quarter of the time (at most a year) before its end to its end.
[[nodiscard]] SegmentMovement segment_movement(std::span<const Order> orders, std::int32_t first_day,
                                               std::int32_t last_day, std::uint16_t currency = 0);

}  // namespace attune::customer
