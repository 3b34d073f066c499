// A chart as plain text, one mark a line, for golden tests and for eyes.
#pragma once

#include <string>

#include "chart/chart.hpp"

namespace attune::chart {

// Marks, hit regions, summary and table; coordinates with one decimal.
[[nodiscard]] std::string text_from_chart(const Chart& chart);

}  // namespace attune::chart
