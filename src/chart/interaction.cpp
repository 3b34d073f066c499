#include "chart/interaction.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attune::chart {
namespace {

// How far the pointer is from meaning this region; infinite if it does not.
double distance_to(const HitRegion& hit, Point pointer, double reach) noexcept {
  constexpr double kNever = std::numeric_limits<double>::infinity();
  const double apart = std::hypot(hit.anchor.x - pointer.x, hit.anchor.y - pointer.y);
  switch (hit.reach) {
    case Reach::Box:
      // Less than any distance to an anchor, and the smaller the box the better.
      return hit.box.contains(pointer) ? -1 / (1 + hit.box.width * hit.box.height) : kNever;
    case Reach::Near:
      return apart <= reach ? apart : kNever;
    case Reach::Column:
      return hit.box.contains(pointer) ? apart : kNever;
  }
  return kNever;
}

Interval kept_within(Interval window, Interval all) noexcept {
  const double length = std::min(window.length(), all.length());
  const double from = std::clamp(window.from, all.from, all.to - length);
  return {from, from + length};
}

}  // namespace

const HitRegion* hit_at(const Chart& chart, Point pointer, double reach) {
  const HitRegion* best = nullptr;
  double nearest = std::numeric_limits<double>::infinity();
  for (const HitRegion& hit : chart.hits) {
    const double distance = distance_to(hit, pointer, reach);
    if (distance < nearest) {
      nearest = distance;
      best = &hit;
    }
  }
  return best;
}

std::vector<Mark> highlight_of(const Chart& chart, const HitRegion& hit) {
  std::vector<Mark> marks;
  if (hit.reach == Reach::Box) {
    marks.emplace_back(RectMark{hit.box, {Role::Text, 0, 0.08}, 2, Ink{Role::Text, 0, 0.6}});
    return marks;
  }
  if (hit.reach == Reach::Column) {
    marks.emplace_back(
        RuleMark{{hit.anchor.x, chart.plot.y}, {hit.anchor.x, chart.plot.bottom()}, {Role::Axis}});
  }
  marks.emplace_back(PointMark{hit.anchor, 5, Shape::Circle, {Role::Text}, Ink{Role::Surface}});
  return marks;
}

std::optional<std::size_t> walk(const Chart& chart, std::optional<std::size_t> current, Walk direction) {
  const std::vector<HitRegion>& hits = chart.hits;
  if (hits.empty()) return std::nullopt;
  if (!current || *current >= hits.size()) return 0;
  const HitRegion& from = hits[*current];
  std::optional<std::size_t> best;
  const bool is_forward = direction == Walk::Next || direction == Walk::NextSeries;
  const bool is_along = direction == Walk::Next || direction == Walk::Previous;
  // Along: the neighbour in the same series. Across: the nearest point of the next series that has any.
  const auto sign = [](std::size_t a, std::size_t b) { return a == b ? 0 : a < b ? -1 : 1; };
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (is_along) {
      if (hits[i].series != from.series || sign(hits[i].index, from.index) != (is_forward ? 1 : -1)) continue;
      const bool is_nearer =
          !best || (is_forward ? hits[i].index < hits[*best].index : hits[i].index > hits[*best].index);
      if (is_nearer) best = i;
      continue;
    }
    if (sign(hits[i].series, from.series) != (is_forward ? 1 : -1)) continue;
    if (best && hits[i].series != hits[*best].series) {
      const bool is_nearer =
          is_forward ? hits[i].series < hits[*best].series : hits[i].series > hits[*best].series;
      if (is_nearer) best = i;
      continue;
    }
    const auto apart = [&](std::size_t hit) {
      return std::hypot(hits[hit].anchor.x - from.anchor.x, hits[hit].anchor.y - from.anchor.y);
    };
    if (!best || apart(i) < apart(*best)) best = i;
  }
  return best ? best : current;
}

std::vector<std::size_t> hits_in(const Chart& chart, const Rect& brush) {
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < chart.hits.size(); ++i) {
    if (brush.contains(chart.hits[i].anchor)) indices.push_back(i);
  }
  return indices;
}

std::vector<std::size_t> hits_in(const Chart& chart, std::span<const Point> lasso) {
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < chart.hits.size(); ++i) {
    if (polygon_contains(lasso, chart.hits[i].anchor)) indices.push_back(i);
  }
  return indices;
}

bool polygon_contains(std::span<const Point> corners, Point point) noexcept {
  if (corners.size() < 3) return false;
  bool is_inside = false;
  for (std::size_t i = 0, before = corners.size() - 1; i < corners.size(); before = i++) {
    const Point a = corners[i];
    const Point b = corners[before];
    if ((a.y > point.y) == (b.y > point.y)) continue;
    if (point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x) is_inside = !is_inside;
  }
  return is_inside;
}

std::vector<std::size_t> values_in(std::span<const Point> values, const Scale& x, const Scale& y,
                                   std::span<const Point> lasso) {
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (polygon_contains(lasso, {x.at(values[i].x), y.at(values[i].y)})) indices.push_back(i);
  }
  return indices;
}

Interval zoomed(Interval window, Interval all, double fixed, double factor, double narrowest) noexcept {
  const double least = std::min(narrowest, all.length());
  const double length = std::clamp(window.length() * factor, least, all.length());
  const double share = window.length() > 0 ? (fixed - window.from) / window.length() : 0.5;
  const double from = fixed - share * length;
  return kept_within({from, from + length}, all);
}

Interval panned(Interval window, Interval all, double distance) noexcept {
  return kept_within({window.from + distance, window.to + distance}, all);
}

}  // namespace attune::chart
