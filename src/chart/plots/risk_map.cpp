#include "chart/plots/risk_map.hpp"

#include <algorithm>
#include <cmath>

#include "chart/builder.hpp"
#include "chart/describe.hpp"
#include "chart/words.hpp"

namespace attune::chart {
namespace {

constexpr std::size_t kMostHits = 2000;

bool has_place(const RiskMapPoint& point) noexcept {
  return std::isfinite(point.risk) && std::isfinite(point.value);
}

Ink ink_of(const RiskMapSpec& spec, std::size_t i) {
  const RiskMapPoint& point = spec.points[i];
  const bool is_soft = i < spec.is_chosen.size() && spec.is_chosen[i] == 0;
  if (is_soft) return {Role::Muted, 0, 0.5};
  if (i < spec.is_chosen.size()) return {Role::Accent, 0, 0.9};
  const bool is_worth_it = point.value >= spec.value_line;
  if (point.risk < spec.risk_line) return {is_worth_it ? Role::Positive : Role::Neutral, 0, 0.55};
  return {is_worth_it ? Role::Negative : Role::Neutral, 0, 0.65};
}

void add_quarters(ChartBuilder& builder, const Rect& plot, Point middle) {
  builder.add(RectMark{rect_between(middle, {plot.right(), plot.y}), {Role::Negative, 0, 0.07}});
  builder.add(RuleMark{{middle.x, plot.y}, {middle.x, plot.bottom()}, {Role::Axis}, 1, Dash::Dashed});
  builder.add(RuleMark{{plot.x, middle.y}, {plot.right(), middle.y}, {Role::Axis}, 1, Dash::Dashed});
}

// Above the points, so that they can be read.
void add_corners(ChartBuilder& builder, const RiskMapSpec& spec, const Rect& plot, Point middle) {
  for (std::size_t corner = 0; corner < spec.corners.size(); ++corner) {
    const bool is_left = corner % 2 == 0;
    const bool is_top = corner < 2;
    const double room = is_left ? middle.x - plot.x : plot.right() - middle.x;
    const std::string text = fit_text(builder.measure(), spec.corners[corner], room - 12, kSmallText);
    if (text.empty()) continue;
    const double half = line_height(kSmallText) / 2;
    const Point at{is_left ? plot.x + 6 : plot.right() - 6,
                   is_top ? plot.y + 4 + half : plot.bottom() - 4 - half};
    const Ink ink{corner == 1 ? Role::Negative : Role::MutedText};
    builder.add(TextMark{text, at, is_left ? Align::Start : Align::End, kSmallText, ink, {}, true});
  }
}

}  // namespace

double least_value(const RiskMapSpec& spec) noexcept {
  double least = HUGE_VAL;
  double most = 0;
  bool has_worthless = false;
  for (const RiskMapPoint& point : spec.points) {
    if (!has_place(point)) continue;
    has_worthless = has_worthless || point.value <= 0;
    most = std::max(most, point.value);
    if (point.value > 0) least = std::min(least, point.value);
  }
  // Those worth nothing stand below all others.
  if (has_worthless) least /= 2;
  // Four powers of ten are as much as an axis can tell.
  return most > 0 ? std::max(least, most * 1e-4) : 1;
}

Chart risk_map(const RiskMapSpec& spec, const Surface& surface) {
  ChartBuilder builder{surface, spec.caption};
  const Locale locale = builder.locale();
  const double lowest = least_value(spec);
  double highest = lowest * 10;
  for (const RiskMapPoint& point : spec.points) {
    if (has_place(point)) highest = std::max(highest, point.value);
  }
  if (std::ranges::none_of(spec.points, has_place)) {
    builder.add_empty_note();
    return std::move(builder).finish();
  }
  const AxisSpec x{Scale::Kind::Linear, {0, 1}, kPercentFormat, spec.risk_title, false};
  const AxisSpec y{Scale::Kind::Log, {lowest, highest * 1.15}, spec.value_format, spec.value_title, false};
  const ChartBuilder::Axes axes = builder.add_axes(x, y, 8);
  const Rect& plot = axes.plot;
  const Point middle{axes.x.at(std::clamp(spec.risk_line, 0.0, 1.0)),
                     axes.y.at(std::clamp(spec.value_line, lowest, highest))};
  add_quarters(builder, plot, middle);

  const double radius = spec.points.size() > 1000 ? 2.5 : spec.points.size() > 200 ? 3.5 : 5;
  const std::size_t stride = 1 + spec.points.size() / kMostHits;
  std::vector<Datum> data;
  for (std::size_t i = 0; i < spec.points.size(); ++i) {
    const RiskMapPoint& point = spec.points[i];
    if (!has_place(point)) continue;
    const Point at{axes.x.at(std::clamp(point.risk, 0.0, 1.0)), axes.y.at(std::max(point.value, lowest))};
    builder.add(PointMark{at, radius, Shape::Circle, ink_of(spec, i)});
    if (i % stride != 0) continue;
    Datum datum{{},
                format_value(point.value, spec.value_format, locale),
                format_value(point.risk, kPercentFormat, locale),
                {},
                0};
    builder.hit({0,
                 i,
                 Reach::Near,
                 {},
                 at,
                 {spec.value_title + ": " + datum.where, spec.risk_title + ": " + datum.value}});
    data.push_back(std::move(datum));
  }
  add_corners(builder, spec, plot, middle);
  builder.description().summary = spec.summary;
  builder.description().table = table_of(data, spec.value_title, locale);
  if (builder.description().table.columns.size() > 1)
    builder.description().table.columns[1] = spec.risk_title;
  return std::move(builder).finish();
}

}  // namespace attune::chart
