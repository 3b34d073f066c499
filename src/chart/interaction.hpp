// What the pointer and the arrow keys mean on a chart: pure functions of the chart and a place.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

inline constexpr double kReach = 24;  // how near is near, in CSS pixels: half a fingertip

// The region under or nearest to the pointer; null if none. Of several boxes the smallest wins; of several
// columns the one whose anchor is nearest.
[[nodiscard]] const HitRegion* hit_at(const Chart& chart, Point pointer, double reach = kReach);

// What to draw over the chart to show which region is meant.
[[nodiscard]] std::vector<Mark> highlight_of(const Chart& chart, const HitRegion& hit);

enum class Walk { Next, Previous, NextSeries, PreviousSeries };

// Where an arrow key leads from region `current` (none: the first one). Stops at the ends. Empty: nothing to
// walk.
[[nodiscard]] std::optional<std::size_t> walk(const Chart& chart, std::optional<std::size_t> current,
                                              Walk direction);

// Indices into chart.hits of the regions whose anchor lies in the rectangle or the closed polygon.
[[nodiscard]] std::vector<std::size_t> hits_in(const Chart& chart, const Rect& brush);
[[nodiscard]] std::vector<std::size_t> hits_in(const Chart& chart, std::span<const Point> lasso);

// Even-odd rule. Fewer than three corners hold nothing.
[[nodiscard]] bool polygon_contains(std::span<const Point> corners, Point point) noexcept;

// Indices of the values (in data units) inside a lasso drawn in pixels; for plots too dense to have a region
// each.
[[nodiscard]] std::vector<std::size_t> values_in(std::span<const Point> values, const Scale& x,
                                                 const Scale& y, std::span<const Point> lasso);

// --- zoom and pan: the stretch of a domain that is in view ---

// `factor` below 1 zooms in; `fixed` stays where it is. Never wider than `all` or narrower than `narrowest`.
[[nodiscard]] Interval zoomed(Interval window, Interval all, double fixed, double factor,
                              double narrowest) noexcept;

// Moved by `distance` in data units, stopped at the ends of `all`.
[[nodiscard]] Interval panned(Interval window, Interval all, double distance) noexcept;

}  // namespace attune::chart
