// What moves from where to where: ribbons between columns of nodes, as wide as what flows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

struct SankeyNode {
  std::string name;
  std::optional<Ink> ink{};  // default: by name's place among all names, so that a segment keeps its colour
};

struct SankeyFlow {
  std::size_t stage = 0;  // from column `stage` to column `stage + 1`
  std::size_t from = 0;   // indices of nodes in their columns
  std::size_t to = 0;
  double value = 0;
};

struct SankeySpec {
  Caption caption;
  std::vector<std::string> stages;               // heading of each column
  std::vector<std::vector<SankeyNode>> columns;  // first at the top
  std::vector<SankeyFlow> flows;                 // those that name no node or are not positive are left out
  ValueFormat format = kCountFormat;
};

// Hit: series = stage, index = flow.
[[nodiscard]] Chart sankey_chart(const SankeySpec& spec, const Surface& surface);

}  // namespace attune::chart
