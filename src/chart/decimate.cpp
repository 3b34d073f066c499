#include "chart/decimate.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::chart {
namespace {

std::vector<std::size_t> all_indices(std::size_t count) {
  std::vector<std::size_t> indices(count);
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  return indices;
}

}  // namespace

std::vector<std::size_t> decimate_min_max(std::span<const Point> points, std::size_t buckets) {
  if (points.size() <= buckets * 4 || buckets == 0) return all_indices(points.size());
  const double start = points.front().x;
  const double length = points.back().x - start;
  std::vector<std::size_t> kept;
  const auto bucket_of = [&](std::size_t i) {
    if (!(length > 0)) return std::size_t{0};
    const double share = (points[i].x - start) / length;
    return std::min(buckets - 1, static_cast<std::size_t>(std::max(0.0, share) * real(buckets)));
  };
  for (std::size_t first = 0; first < points.size();) {
    const std::size_t bucket = bucket_of(first);
    std::size_t last = first;
    std::size_t lowest = first;
    std::size_t highest = first;
    for (std::size_t i = first; i < points.size() && bucket_of(i) == bucket; ++i) {
      last = i;
      if (points[i].y < points[lowest].y) lowest = i;
      if (points[i].y > points[highest].y) highest = i;
    }
    for (const std::size_t i : {first, std::min(lowest, highest), std::max(lowest, highest), last}) {
      if (kept.empty() || kept.back() != i) kept.push_back(i);
    }
    first = last + 1;
  }
  return kept;
}

std::vector<std::size_t> decimate_largest_triangle(std::span<const Point> points, std::size_t count) {
  count = std::max<std::size_t>(count, 3);
  if (points.size() <= count) return all_indices(points.size());
  const double per_bucket = real(points.size() - 2) / real(count - 2);
  const auto bucket_start = [&](std::size_t bucket) {
    return std::min(points.size() - 1, 1 + static_cast<std::size_t>(std::floor(real(bucket) * per_bucket)));
  };
  std::vector<std::size_t> kept{0};
  for (std::size_t bucket = 0; bucket + 2 < count; ++bucket) {
    const std::size_t next = bucket_start(bucket + 1);
    const std::size_t after = std::max(next + 1, std::min(points.size(), bucket_start(bucket + 2)));
    Point mean{};
    for (std::size_t i = next; i < after; ++i) mean = {mean.x + points[i].x, mean.y + points[i].y};
    mean = {mean.x / real(after - next), mean.y / real(after - next)};
    const Point from = points[kept.back()];
    std::size_t best = bucket_start(bucket);
    double largest = -1;
    for (std::size_t i = best; i < next; ++i) {
      const double area =
          std::abs((from.x - mean.x) * (points[i].y - from.y) - (from.x - points[i].x) * (mean.y - from.y));
      if (area > largest) {
        largest = area;
        best = i;
      }
    }
    kept.push_back(best);
  }
  kept.push_back(points.size() - 1);
  return kept;
}

}  // namespace attune::chart
