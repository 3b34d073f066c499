// Shares of ordered answers, negative to the left and positive to the right of one line: how people feel, by
// group.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

struct DivergingLevel {
  std::string name;
  Ink ink;
};

struct DivergingRow {
  std::string name;
  std::vector<std::int64_t> counts;  // one per level
};

struct DivergingSpec {
  Caption caption;
  std::vector<DivergingLevel> levels;  // most negative first; an odd number has its neutral level on the line
  std::vector<DivergingRow> rows;
};

// One row alone is drawn from edge to edge. Rows that do not fit are counted below and stay in the table.
// Hit: series = level, index = row.
[[nodiscard]] Chart diverging_bar(const DivergingSpec& spec, const Surface& surface);

}  // namespace attune::chart
