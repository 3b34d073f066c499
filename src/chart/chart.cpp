#include "chart/chart.hpp"

#include <algorithm>

namespace attune::chart {
namespace {

struct Mirror {
  double width;

  [[nodiscard]] double x(double value) const noexcept { return width - value; }
  [[nodiscard]] Point point(Point at) const noexcept { return {x(at.x), at.y}; }
  [[nodiscard]] Rect box(Rect rect) const noexcept {
    rect.x = width - rect.right();
    return rect;
  }
  void operator()(PathMark& mark) const {
    for (Point& at : mark.points) at = point(at);
  }
  void operator()(AreaMark& mark) const {
    for (double& value : mark.x) value = x(value);
    std::reverse(mark.x.begin(), mark.x.end());
    std::reverse(mark.low.begin(), mark.low.end());
    std::reverse(mark.high.begin(), mark.high.end());
  }
  void operator()(RectMark& mark) const { mark.box = box(mark.box); }
  void operator()(PointMark& mark) const { mark.at = point(mark.at); }
  void operator()(TextMark& mark) const {
    mark.at = point(mark.at);
    if (mark.align != Align::Middle) mark.align = mark.align == Align::Start ? Align::End : Align::Start;
  }
  void operator()(RuleMark& mark) const {
    mark.from = point(mark.from);
    mark.to = point(mark.to);
  }
};

}  // namespace

Chart mirrored(Chart chart) {
  const Mirror mirror{chart.size.width};
  for (Mark& mark : chart.marks) std::visit(mirror, mark);
  for (HitRegion& hit : chart.hits) {
    hit.box = mirror.box(hit.box);
    hit.anchor = mirror.point(hit.anchor);
  }
  chart.plot = mirror.box(chart.plot);
  if (chart.x) {
    const Interval range = chart.x->range();
    chart.x = Scale{chart.x->kind(), chart.x->domain(), {mirror.x(range.from), mirror.x(range.to)}};
  }
  return chart;
}

}  // namespace attune::chart
