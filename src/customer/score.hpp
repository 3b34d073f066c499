// A chance learned from examples and tried on some it has not seen: what next_order.hpp and lead_score.hpp
// tell.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "stats/calibration.hpp"

namespace attune::customer {

struct Quality {
  double auc = 0.5, auc_low = 0, auc_high = 1;
  double lift_at_tenth = 1;  // how many times the average share of yes the best tenth holds
};

// How much one thing moves a score, in log odds: of one standard deviation of a number, or of having a value.
struct ScoreReason {
  std::string what;                      // "days-since-order", or a column
  std::string value;                     // of a column with words
  double weight = 0, low = 0, high = 0;  // 95 %
};

// By how far the interval keeps from 0, then by weight: what holds comes before what may be chance.
void sort_reasons(std::vector<ScoreReason>& reasons);

struct ScoreTest {
  std::uint64_t n = 0, yes = 0;
  Quality model, naive;
  double brier = 0, calibration_error = 0;
  std::vector<stats::ReliabilityBin> calibration;
};

// `chances`: the model's; `naive`: any number that puts in order.
[[nodiscard]] ScoreTest test_scores(std::span<const double> chances, std::span<const double> naive,
                                    std::span<const std::uint8_t> labels);

}  // namespace attune::customer
