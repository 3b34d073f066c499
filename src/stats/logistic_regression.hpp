// The chance of yes or no from features: ridge logistic regression by Newton's method (le Cessie, van
// Houwelingen 1992).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/stepped.hpp"
#include "stats/matrix.hpp"

namespace attune::stats {

struct LogisticOptions {
  double ridge = 1;  // of standardised coefficients; the intercept is free
  int iterations = 50;
};

// Coefficients are of standardised features, so that their sizes can be compared.
struct LogisticModel {
  Scaling scaling;
  double intercept = 0;
  std::vector<double> coefficients;
  std::vector<double> standard_errors;  // of the coefficients; of the penalised fit
  double log_likelihood = 0;
  bool has_converged = false;

  [[nodiscard]] double log_odds(std::span<const double> row) const;
  [[nodiscard]] double probability(std::span<const double> row) const;
  // What one feature adds to the log odds compared with the average row.
  [[nodiscard]] double contribution(std::span<const double> row, std::size_t feature) const;
};

// `features` and `labels` (0 or 1, one a row) must outlive the computation. With only one kind of label the
// model is the (smoothed) share for everybody.
[[nodiscard]] Stepped<LogisticModel> fit_logistic(MatrixView features, std::span<const std::uint8_t> labels,
                                                  LogisticOptions options = {});

}  // namespace attune::stats
