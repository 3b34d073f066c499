// Whether a probability means what it says: predicted against observed share, with intervals.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

struct CalibrationBin {
  double predicted = 0;  // mean prediction in the bin, 0 to 1
  double observed = 0;   // share that came true
  double low = 0;        // interval of the observed share
  double high = 1;
  std::int64_t count = 0;
};

struct CalibrationSpec {
  Caption caption;
  std::vector<CalibrationBin> bins;  // ascending in `predicted`; those without cases are left out
  std::string predicted_title{};
  std::string observed_title{};
};

// Dots as large as their bins, on the diagonal if the model is right. The summary tells the expected
// calibration error (Naeini, Cooper, Hauskrecht 2015). Hit: index = bin.
[[nodiscard]] Chart calibration_chart(const CalibrationSpec& spec, const Surface& surface);

}  // namespace attune::chart
