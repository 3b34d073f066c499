// Many questions asked at once: what is still surprising when one knows how many were asked.
#pragma once

#include <span>
#include <vector>

namespace attune::insight {

// Benjamini, Hochberg 1995, as adjusted values q in the order of p: calling everything with q < 0.05 a
// finding makes at most 5 % of the findings false, on average.
[[nodiscard]] std::vector<double> corrected_for_false_discoveries(std::span<const double> p);

}  // namespace attune::insight
