#include "customer/movement.hpp"

#include <algorithm>

#include "customer/history.hpp"

namespace attune::customer {
namespace {

constexpr std::int32_t kShortestTime = 56;  // days; below it a quarter is no period
constexpr std::int32_t kLongestPeriod = 365;

}  // namespace

SegmentMovement segment_movement(std::span<const Order> orders, std::int32_t first_day, std::int32_t last_day,
                                 std::uint16_t currency) {
  SegmentMovement movement;
  movement.to_day = last_day;
  movement.from_day = last_day - std::clamp((last_day - first_day) / 4, 1, kLongestPeriod);
  if (last_day - first_day < kShortestTime) return movement;
  const Histories before = build_histories(orders, {movement.from_day, currency});
  const Histories after = build_histories(orders, {last_day, currency});
  const std::vector<RfmScore> then = score_rfm(before.customers);
  const std::vector<RfmScore> now = score_rfm(after.customers);
  constexpr std::size_t kSide = kRfmSegments + 1;
  movement.customers.assign(kSide * kSide, 0);
  std::size_t old = 0;
  for (std::size_t i = 0; i < now.size(); ++i) {
    while (old < then.size() && before.customers[old].customer < after.customers[i].customer) ++old;
    const bool was_there = old < then.size() && before.customers[old].customer == after.customers[i].customer;
    const std::size_t from = was_there ? static_cast<std::size_t>(then[old].segment) : kRfmSegments;
    ++movement.customers[from * kSide + static_cast<std::size_t>(now[i].segment)];
  }
  return movement;
}

}  // namespace attune::customer
