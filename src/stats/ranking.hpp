// How well scores put things in order.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stats/intervals.hpp"

namespace attune::stats {

// The chance that a random yes has a higher score than a random no; ties count half (Mann, Whitney 1947). 0.5
// when one of the two is missing.
[[nodiscard]] double area_under_curve(std::span<const double> scores, std::span<const std::uint8_t> labels);

// Its 95 % interval (Hanley, McNeil 1982), within [0, 1]; {0, 1} when one of the two is missing.
[[nodiscard]] Interval area_under_curve_interval(std::span<const double> scores,
                                                 std::span<const std::uint8_t> labels);

// How many times the average share of yes the best `share` of scores holds. Ties at the border count in
// proportion. 1 when there is no yes.
[[nodiscard]] double lift_at(std::span<const double> scores, std::span<const std::uint8_t> labels,
                             double share);

// Spearman's rank correlation (1904) with mid-ranks for ties; 0 when one side is constant.
[[nodiscard]] double rank_correlation(std::span<const double> first, std::span<const double> second);

// Each value's place among all, 1 the smallest, ties share the mean of their places.
[[nodiscard]] std::vector<double> mid_ranks(std::span<const double> values);

}  // namespace attune::stats
