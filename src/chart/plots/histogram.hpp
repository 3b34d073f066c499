// How often values fall into equal bins.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

struct Bins {
  double start = 0;
  double width = 1;
  std::vector<std::int64_t> counts;
  std::int64_t missing = 0;  // values that are no number
};

// Bins on round edges (1-2-5), about as many as Freedman and Diaconis (1981) ask for, at most `most`.
[[nodiscard]] Bins bins_of(std::span<const double> values, std::size_t most = 40);

struct HistogramSpec {
  Caption caption;
  Bins bins;
  ValueFormat format{};
  std::string x_title{};
  std::string y_title{};
  std::optional<double> median{};  // drawn as a rule with its value
  std::optional<double> mean{};
};

// Hit: index = bin.
[[nodiscard]] Chart histogram(const HistogramSpec& spec, const Surface& surface);

}  // namespace attune::chart
