// Fewer points that look the same.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "chart/geometry.hpp"

namespace attune::chart {

// Indices of at most 4 points (first, lowest, highest, last) for each of `buckets` equal slices of x: a line
// drawn through them covers the same pixels when a bucket is at most a pixel wide. x ascending.
[[nodiscard]] std::vector<std::size_t> decimate_min_max(std::span<const Point> points, std::size_t buckets);

// Largest-triangle-three-buckets (Steinarsson 2013): indices of `count` points that keep the line's shape;
// the first and the last are always kept. All indices if there are no more than `count`, which is at least 3.
[[nodiscard]] std::vector<std::size_t> decimate_largest_triangle(std::span<const Point> points,
                                                                 std::size_t count);

}  // namespace attune::chart
