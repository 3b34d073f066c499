// Makes scores mean what they say: of all cases scored 0.3, three in ten should be yes.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stats/intervals.hpp"

namespace attune::stats {

// Rising steps from score to chance, by pooling adjacent violators (Ayer et al. 1955).
struct IsotonicCurve {
  std::vector<double> score;        // rising
  std::vector<double> probability;  // rising; linear in between, constant outside. Empty: 0.5 everywhere

  [[nodiscard]] double operator()(double value) const;
};
[[nodiscard]] IsotonicCurve fit_isotonic(std::span<const double> scores,
                                         std::span<const std::uint8_t> labels);

// The number to divide log odds by so that their chances fit best (Guo et al. 2017); within [0.05, 20].
[[nodiscard]] double fit_temperature(std::span<const double> log_odds, std::span<const std::uint8_t> labels);

// What was said and what came true, in bins of equally many cases.
struct ReliabilityBin {
  double mean_score = 0;
  double share = 0;  // of yes
  Interval interval;
  std::uint64_t n = 0;
};
[[nodiscard]] std::vector<ReliabilityBin> reliability(std::span<const double> probabilities,
                                                      std::span<const std::uint8_t> labels,
                                                      std::size_t bins = 10);

// The mean distance of the bins' scores from their shares, weighted by size: expected calibration error.
[[nodiscard]] double calibration_error(std::span<const ReliabilityBin> bins);

// The mean squared error of the chances (Brier 1950).
[[nodiscard]] double brier_score(std::span<const double> probabilities, std::span<const std::uint8_t> labels);

}  // namespace attune::stats
