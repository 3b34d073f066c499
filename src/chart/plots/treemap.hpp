// Parts of a whole as areas: squarified treemap (Bruls, Huizing, van Wijk 2000).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

struct TreemapNode {
  std::string name;
  double value = 0;              // the area; not positive: no area
  std::optional<double> tone{};  // -1 to 1 colours it from negative to positive
  std::int64_t count = 0;
};

struct TreemapSpec {
  Caption caption;
  std::vector<TreemapNode> nodes;  // any order; the largest is drawn at the top left
  ValueFormat format = kCountFormat;
};

// Hit: index = node, as in the spec.
[[nodiscard]] Chart treemap(const TreemapSpec& spec, const Surface& surface);

// Rectangles that fill `area` in proportion to the values (descending, positive), each as square as can be.
[[nodiscard]] std::vector<Rect> squarified(std::span<const double> values, Rect area);

}  // namespace attune::chart
