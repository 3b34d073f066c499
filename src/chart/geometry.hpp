// Points, sizes and rectangles in a chart's own coordinate system: CSS pixels, origin top left, y down.
#pragma once

#include <algorithm>
#include <concepts>

namespace attune::chart {

// A count as a real number, said once so that conversions stay visible.
template <std::integral T>
[[nodiscard]] constexpr double real(T count) noexcept {
  return static_cast<double>(count);
}

struct Point {
  double x = 0;
  double y = 0;
  bool operator==(const Point&) const = default;
};

struct Size {
  double width = 0;
  double height = 0;
  bool operator==(const Size&) const = default;
};

// A closed range of values or of pixels; `from` may be the larger one (an axis that runs upwards).
struct Interval {
  double from = 0;
  double to = 1;
  [[nodiscard]] constexpr double length() const noexcept { return to - from; }
  [[nodiscard]] constexpr double low() const noexcept { return std::min(from, to); }
  [[nodiscard]] constexpr double high() const noexcept { return std::max(from, to); }
  [[nodiscard]] constexpr bool contains(double value) const noexcept {
    return value >= low() && value <= high();
  }
  bool operator==(const Interval&) const = default;
};

struct Rect {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  [[nodiscard]] constexpr double right() const noexcept { return x + width; }
  [[nodiscard]] constexpr double bottom() const noexcept { return y + height; }
  [[nodiscard]] constexpr Point center() const noexcept { return {x + width / 2, y + height / 2}; }
  [[nodiscard]] constexpr bool contains(Point point) const noexcept {
    return point.x >= x && point.x <= right() && point.y >= y && point.y <= bottom();
  }
  // Rectangles that merely touch do not intersect.
  [[nodiscard]] constexpr bool intersects(const Rect& other) const noexcept {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
  bool operator==(const Rect&) const = default;
};

// The rectangle with these two corners, whichever is which.
[[nodiscard]] constexpr Rect rect_between(Point a, Point b) noexcept {
  const double left = std::min(a.x, b.x);
  const double top = std::min(a.y, b.y);
  return {left, top, std::max(a.x, b.x) - left, std::max(a.y, b.y) - top};
}

}  // namespace attune::chart
