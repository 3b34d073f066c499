#include "chart/plots/quadrant.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "chart/builder.hpp"
#include "chart/describe.hpp"
#include "chart/words.hpp"

namespace attune::chart {
namespace {

bool has_place(const QuadrantItem& item) {
  return std::isfinite(item.performance) && std::isfinite(item.importance);
}

struct Cut {
  double performance = 0;
  double importance = 0;
};

Cut cut_of(const QuadrantSpec& spec) {
  Cut sum;
  double count = 0;
  for (const QuadrantItem& item : spec.items) {
    if (!has_place(item)) continue;
    sum.performance += item.performance;
    sum.importance += item.importance;
    ++count;
  }
  count = std::max(count, 1.0);
  return {spec.performance_cut.value_or(sum.performance / count),
          spec.importance_cut.value_or(sum.importance / count)};
}

Interval domain_around(const std::vector<double>& values) {
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const double margin = (*high - *low) * 0.08;
  return {*low - margin, *high + margin};
}

Datum datum_of(const QuadrantSpec& spec, const QuadrantItem& item, Locale locale) {
  const auto part = [&](const std::string& title, double value, const std::optional<Interval>& interval,
                        const ValueFormat& format) {
    std::string text = (title.empty() ? std::string{} : title + ": ") + format_value(value, format, locale);
    if (interval) text += " (" + format_interval(*interval, format, locale) + ")";
    return text;
  };
  return {item.name,
          part(spec.importance_title, item.importance, item.importance_interval, spec.importance_format),
          part(spec.performance_title, item.performance, item.performance_interval, spec.performance_format),
          {},
          item.count};
}

void add_corners(ChartBuilder& builder, const QuadrantSpec& spec, const Rect& plot, Point cut) {
  for (std::size_t corner = 0; corner < 4; ++corner) {
    const bool is_left = corner % 2 == 0;
    const bool is_top = corner < 2;
    const double room = is_left ? cut.x - plot.x : plot.right() - cut.x;
    const std::string text = fit_text(builder.measure(), spec.corners[corner], room - 12, kSmallText);
    if (text.empty()) continue;
    const Point at{
        is_left ? plot.x + 6 : plot.right() - 6,
        is_top ? plot.y + 4 + line_height(kSmallText) / 2 : plot.bottom() - 4 - line_height(kSmallText) / 2};
    const Ink ink{corner == 0 ? Role::Negative : Role::MutedText};
    builder.text_where_free({text, {}, is_left ? Align::Start : Align::End, kSmallText, ink, {}, true},
                            std::array{at});
  }
}

struct Disc {
  std::size_t item = 0;
  Point at;
  double radius = 0;
  bool needs_work = false;
};

bool covers(const Rect& box, const Disc& disc) {
  return disc.at.x + disc.radius > box.x && disc.at.x - disc.radius < box.right() &&
         disc.at.y + disc.radius > box.y && disc.at.y - disc.radius < box.bottom();
}

// Where its name touches neither another name nor a point; else it is told on pressing alone.
void add_name(ChartBuilder& builder, const Rect& plot, const std::string& name, const Disc& own,
              const std::vector<Disc>& discs) {
  const auto [at, radius] = std::pair{own.at, own.radius};
  const double width = builder.width_of(name);
  const double aside = radius + 5;
  std::vector<Point> places;
  const double near = radius * 0.7 + 3;  // off the interval rules, which run straight
  for (const Point& place :
       {Point{at.x + near, at.y - near - kHalfLine}, Point{at.x + near, at.y + near + kHalfLine},
        Point{at.x - near - width, at.y - near - kHalfLine},
        Point{at.x - near - width, at.y + near + kHalfLine}, Point{at.x + aside, at.y},
        Point{at.x - aside - width, at.y}}) {
    const Rect box{place.x, place.y - kHalfLine, width, 2 * kHalfLine};
    if (box.x >= plot.x && box.right() <= plot.right() && box.y >= plot.y && box.bottom() <= plot.bottom() &&
        std::none_of(discs.begin(), discs.end(), [&](const Disc& disc) { return covers(box, disc); }))
      places.push_back(place);
  }
  builder.text_where_free({name, {}, Align::Start, kLabelText, {Role::Text}, {}, true}, places);
}

}  // namespace

Chart quadrant_chart(const QuadrantSpec& spec, const Surface& surface) {
  ChartBuilder builder{surface, spec.caption};
  const Locale locale = builder.locale();
  std::vector<double> performances;
  std::vector<double> importances;
  std::int64_t largest = 0;
  for (const QuadrantItem& item : spec.items) {
    if (!has_place(item)) continue;
    performances.push_back(item.performance);
    importances.push_back(item.importance);
    for (const auto& [interval, values] : {std::pair{item.performance_interval, &performances},
                                           std::pair{item.importance_interval, &importances}}) {
      if (!interval || !std::isfinite(interval->length())) continue;
      values->push_back(interval->from);
      values->push_back(interval->to);
    }
    largest = std::max(largest, item.count);
  }
  if (performances.empty()) {
    builder.add_empty_note();
    return std::move(builder).finish();
  }
  const Cut cut = cut_of(spec);
  performances.push_back(cut.performance);
  importances.push_back(cut.importance);
  const AxisSpec x{Scale::Kind::Linear, domain_around(performances), spec.performance_format,
                   spec.performance_title, false};
  const AxisSpec y{Scale::Kind::Linear, domain_around(importances), spec.importance_format,
                   spec.importance_title, false};
  const ChartBuilder::Axes axes = builder.add_axes(x, y, 6);
  const Rect& plot = axes.plot;
  const Point middle{axes.x.at(cut.performance), axes.y.at(cut.importance)};
  builder.add(RectMark{rect_between({plot.x, plot.y}, middle), {Role::Negative, 0, 0.07}});
  builder.add(RuleMark{{middle.x, plot.y}, {middle.x, plot.bottom()}, {Role::Axis}});
  builder.add(RuleMark{{plot.x, middle.y}, {plot.right(), middle.y}, {Role::Axis}});
  add_corners(builder, spec, plot, middle);

  std::vector<Datum> data;
  std::vector<Disc> discs;
  std::string to_fix;
  for (std::size_t i = 0; i < spec.items.size(); ++i) {
    const QuadrantItem& item = spec.items[i];
    if (!has_place(item)) continue;
    const bool needs_work = item.performance < cut.performance && item.importance >= cut.importance;
    const Ink ink{needs_work ? Role::Negative : Role::Accent};
    const Point at{axes.x.at(item.performance), axes.y.at(item.importance)};
    const double radius =
        largest > 0 ? 4 + 5 * std::sqrt(real(std::max<std::int64_t>(item.count, 0)) / real(largest)) : 5;
    if (const auto& interval = item.performance_interval) {
      builder.add(RuleMark{
          {axes.x.at(interval->from), at.y}, {axes.x.at(interval->to), at.y}, with_opacity(ink, 0.45), 1.5});
    }
    if (const auto& interval = item.importance_interval) {
      builder.add(RuleMark{
          {at.x, axes.y.at(interval->from)}, {at.x, axes.y.at(interval->to)}, with_opacity(ink, 0.45), 1.5});
    }
    builder.add(PointMark{at, radius, Shape::Circle, ink, Ink{Role::Surface}});
    discs.push_back({i, at, radius, needs_work});
    data.push_back(datum_of(spec, item, locale));
    builder.hit({0, i, Reach::Near, {}, at, tooltip_lines(data.back(), locale)});
    if (needs_work) to_fix += (to_fix.empty() ? "" : ", ") + item.name;
  }
  // What is to be fixed is named first, then what moves most.
  std::vector<Disc> order = discs;
  std::stable_sort(order.begin(), order.end(), [&](const Disc& a, const Disc& b) {
    const auto rank = [&](const Disc& disc) {
      return std::pair{!disc.needs_work, -spec.items[disc.item].importance};
    };
    return rank(a) < rank(b);
  });
  for (const Disc& disc : order) add_name(builder, plot, spec.items[disc.item].name, disc, discs);
  const std::string& corner = spec.corners[0].empty() ? spec.caption.title : spec.corners[0];
  builder.description().summary =
      phrase(Phrase::QuadrantSummary, locale.language, {corner, to_fix.empty() ? "\u2013" : to_fix});
  builder.description().table = table_of(
      data, spec.importance_title.empty() ? phrase(Phrase::Value, locale.language) : spec.importance_title,
      locale);
  return std::move(builder).finish();
}

}  // namespace attune::chart
