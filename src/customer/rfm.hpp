// Recency, frequency, monetary value: the oldest segmentation of customers (Hughes 1994), in quintiles.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "customer/history.hpp"

namespace attune::customer {

// The customary names for the cells of the recency-frequency grid.
enum class RfmSegment : std::uint8_t {
  Champions,
  LoyalCustomers,
  PotentialLoyalists,
  NewCustomers,
  Promising,
  NeedAttention,
  AboutToSleep,
  AtRisk,
  CannotLoseThem,
  Hibernating,
};
constexpr std::size_t kRfmSegments = 10;
[[nodiscard]] std::string_view name_of(RfmSegment segment) noexcept;     // "Champions"
[[nodiscard]] std::string_view meaning_of(RfmSegment segment) noexcept;  // what to know and do, one sentence

// Scores 1 (worst) to 5 (best). Equal values always get equal scores: recency and monetary value by the mean
// place of the equal ones, so that identical customers are all in the middle; frequency by their lowest
// place, so that who ordered once is in the lowest fifth however many they are.
struct RfmScore {
  std::uint8_t recency = 3, frequency = 1, monetary = 3;
  RfmSegment segment = RfmSegment::NeedAttention;
};

// One a customer, in their order. Monetary is net revenue.
[[nodiscard]] std::vector<RfmScore> score_rfm(std::span<const CustomerHistory> customers);
[[nodiscard]] RfmSegment segment_of(unsigned recency, unsigned frequency) noexcept;

// grid[recency - 1][frequency - 1]: how many customers and what they brought.
struct RfmCell {
  std::uint64_t customers = 0;
  double revenue = 0;
};
using RfmGrid = std::array<std::array<RfmCell, 5>, 5>;
[[nodiscard]] RfmGrid rfm_grid(std::span<const CustomerHistory> customers, std::span<const RfmScore> scores);

}  // namespace attune::customer
