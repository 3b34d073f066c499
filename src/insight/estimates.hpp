// Figures with their intervals, as a snapshot tells them.
#pragma once

#include <cstdint>

#include "snapshot/figures.hpp"

namespace attune::insight {

// Wilson's interval; n == 0 gives an estimate of nothing.
[[nodiscard]] snapshot::Estimate share_estimate(std::uint64_t successes, std::uint64_t n);

// Share of positive minus share of negative, -1..1, with Tango's score interval (stats/intervals.hpp).
[[nodiscard]] snapshot::Estimate net_estimate(std::uint64_t positive, std::uint64_t negative,
                                              std::uint64_t n);

// A count with Garwood's exact interval.
[[nodiscard]] snapshot::Estimate count_estimate(std::uint64_t count);

}  // namespace attune::insight
