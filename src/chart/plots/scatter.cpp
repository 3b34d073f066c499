#include "chart/plots/scatter.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/builder.hpp"
#include "chart/describe.hpp"
#include "chart/words.hpp"

namespace attune::chart {
namespace {

constexpr double kCell = 7;  // pixels of a density cell
constexpr std::size_t kMostHits = 4000;

bool has_place(double value, Scale::Kind kind) noexcept {
  return std::isfinite(value) && (kind != Scale::Kind::Log || value > 0);
}

struct Points {
  std::size_t in_view = 0;
  std::size_t without_place = 0;
  Interval x{HUGE_VAL, -HUGE_VAL};
  Interval y{HUGE_VAL, -HUGE_VAL};
};

bool is_in_view(const ScatterSpec& spec, const Point& point) {
  return (!spec.x_window || spec.x_window->contains(point.x)) &&
         (!spec.y_window || spec.y_window->contains(point.y));
}

Points survey(const ScatterSpec& spec) {
  Points points;
  for (const ScatterSeries& series : spec.series) {
    for (const Point& point : series.points) {
      if (!has_place(point.x, spec.x_kind) || !has_place(point.y, spec.y_kind)) {
        ++points.without_place;
        continue;
      }
      if (!is_in_view(spec, point)) continue;
      ++points.in_view;
      points.x = {std::min(points.x.from, point.x), std::max(points.x.to, point.x)};
      points.y = {std::min(points.y.from, point.y), std::max(points.y.to, point.y)};
    }
  }
  if (points.in_view == 0) return points;
  points.x = spec.x_window.value_or(points.x);
  points.y = spec.y_window.value_or(points.y);
  return points;
}

template <class Use>
void for_each_in_view(const ScatterSpec& spec, Use use) {
  for (std::size_t s = 0; s < spec.series.size(); ++s) {
    for (std::size_t i = 0; i < spec.series[s].points.size(); ++i) {
      const Point& point = spec.series[s].points[i];
      if (has_place(point.x, spec.x_kind) && has_place(point.y, spec.y_kind) && is_in_view(spec, point))
        use(s, i, point);
    }
  }
}

std::string pair_text(const ScatterSpec& spec, const Point& point, Locale locale) {
  const auto part = [&](const std::string& title, const std::string& value) {
    return title.empty() ? value : title + ": " + value;
  };
  return part(spec.x_title, format_value(point.x, spec.x_format, locale)) + ", " +
         part(spec.y_title, format_value(point.y, spec.y_format, locale));
}

std::string name_of(const ScatterSeries& series, std::size_t point) {
  return point < series.names.size() ? series.names[point] : std::string{};
}

void draw_points(ChartBuilder& builder, const ScatterSpec& spec, const ChartBuilder::Axes& axes,
                 std::size_t in_view) {
  const Locale locale = builder.locale();
  const double radius = in_view > 2000 ? 2 : in_view > 300 ? 3 : 4;
  const double opacity = in_view > 2000 ? 0.35 : in_view > 300 ? 0.5 : 0.75;
  const std::size_t stride = 1 + in_view / kMostHits;
  std::size_t number = 0;
  for_each_in_view(spec, [&](std::size_t s, std::size_t i, const Point& point) {
    const Point at{axes.x.at(point.x), axes.y.at(point.y)};
    builder.add(PointMark{at, radius, static_cast<Shape>(s % 4), series_ink(s, opacity)});
    if (number++ % stride != 0) return;
    Datum datum{spec.series.size() > 1 ? spec.series[s].name : std::string{},
                name_of(spec.series[s], i),
                pair_text(spec, point, locale),
                {},
                0};
    builder.hit({s, i, Reach::Near, {}, at, tooltip_lines(datum, locale)});
  });
}

void draw_density(ChartBuilder& builder, const ScatterSpec& spec, const ChartBuilder::Axes& axes) {
  const Locale locale = builder.locale();
  const auto columns = static_cast<std::size_t>(std::max(1.0, std::floor(axes.plot.width / kCell)));
  const auto rows = static_cast<std::size_t>(std::max(1.0, std::floor(axes.plot.height / kCell)));
  std::vector<std::int64_t> cells(columns * rows);
  const double width = axes.plot.width / real(columns);
  const double height = axes.plot.height / real(rows);
  for_each_in_view(spec, [&](std::size_t, std::size_t, const Point& point) {
    const double x = (axes.x.at(point.x) - axes.plot.x) / width;
    const double y = (axes.y.at(point.y) - axes.plot.y) / height;
    const auto column = static_cast<std::size_t>(std::clamp(x, 0.0, real(columns) - 1));
    const auto row = static_cast<std::size_t>(std::clamp(y, 0.0, real(rows) - 1));
    ++cells[row * columns + column];
  });
  const double most = std::log1p(real(*std::max_element(cells.begin(), cells.end())));
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    if (cells[cell] == 0) continue;
    const Rect box{axes.plot.x + width * real(cell % columns), axes.plot.y + height * real(cell / columns),
                   width, height};
    const Rect seamless{box.x, box.y, box.width + 0.5, box.height + 0.5};
    // From a quarter up, so that a single point can be seen.
    builder.add(RectMark{seamless, {Role::Sequential, 0.25 + 0.75 * std::log1p(real(cells[cell])) / most}});
    const Interval x{axes.x.invert(box.x), axes.x.invert(box.right())};
    const Interval y{axes.y.invert(box.bottom()), axes.y.invert(box.y)};
    builder.hit({0, cell, Reach::Box, box, box.center(),
                 tooltip_lines({spec.x_title + " " + format_interval(x, spec.x_format, locale),
                                spec.y_title + " " + format_interval(y, spec.y_format, locale),
                                {},
                                {},
                                cells[cell]},
                               locale)});
  }
}

void describe(ChartBuilder& builder, const ScatterSpec& spec, const Points& points) {
  const Locale locale = builder.locale();
  const auto range = [&](const Interval& interval, const ValueFormat& format) {
    return format_interval(interval, format, locale);
  };
  std::string summary = phrase(Phrase::ScatterSummary, locale.language,
                               {format_count(static_cast<std::int64_t>(points.in_view), locale),
                                spec.x_title.empty() ? "x" : spec.x_title, range(points.x, spec.x_format),
                                spec.y_title.empty() ? "y" : spec.y_title, range(points.y, spec.y_format)});
  if (points.without_place > 0) {
    summary += " " + phrase(Phrase::LeftOut, locale.language,
                            {format_count(static_cast<std::int64_t>(points.without_place), locale)});
  }
  builder.description().summary = std::move(summary);
  std::vector<Datum> data;
  const std::size_t stride = 1 + points.in_view / kMostTableRows;
  std::size_t number = 0;
  for_each_in_view(spec, [&](std::size_t s, std::size_t i, const Point& point) {
    if (number++ % stride == 0)
      data.push_back(
          {spec.series[s].name, name_of(spec.series[s], i), pair_text(spec, point, locale), {}, 0});
  });
  builder.description().table = table_of(data, phrase(Phrase::Name, locale.language), locale);
}

}  // namespace

Chart scatter_chart(const ScatterSpec& spec, const Surface& surface) {
  ChartBuilder builder{surface, spec.caption};
  const Points points = survey(spec);
  if (points.in_view == 0) {
    builder.add_empty_note();
    return std::move(builder).finish();
  }
  const bool is_dense = points.in_view > kMostSinglePoints;
  if (spec.series.size() > 1 && !is_dense) {
    std::vector<LegendEntry> entries;
    for (std::size_t s = 0; s < spec.series.size(); ++s)
      entries.push_back({spec.series[s].name, series_ink(s), static_cast<Shape>(s % 4)});
    builder.add_legend(entries);
  }
  const AxisSpec x{spec.x_kind, points.x, spec.x_format, spec.x_title, !spec.x_window};
  const AxisSpec y{spec.y_kind, points.y, spec.y_format, spec.y_title, !spec.y_window};
  const ChartBuilder::Axes axes = builder.add_axes(x, y, 4);
  is_dense ? draw_density(builder, spec, axes) : draw_points(builder, spec, axes, points.in_view);
  describe(builder, spec, points);
  return std::move(builder).finish();
}

}  // namespace attune::chart
