#include "chart/plots/line.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "chart/builder.hpp"
#include "chart/decimate.hpp"
#include "chart/describe.hpp"
#include "chart/words.hpp"

namespace attune::chart {
namespace {

constexpr double kDotRadius = 2.5;
constexpr double kEndLabelGap = 11;
constexpr double kAloneMargin = 3 * 86400.0;  // of time around a single point

Ink ink_of(const LineSpec& spec, std::size_t series) {
  return spec.series[series].ink.value_or(series_ink(series));
}

// The smallest range that holds what it was given.
class Extent {
 public:
  void include(double value) noexcept {
    if (!std::isfinite(value)) return;
    low_ = is_empty_ ? value : std::min(low_, value);
    high_ = is_empty_ ? value : std::max(high_, value);
    is_empty_ = false;
  }
  [[nodiscard]] bool is_empty() const noexcept { return is_empty_; }
  [[nodiscard]] Interval interval() const noexcept { return {low_, high_}; }

 private:
  double low_ = 0;
  double high_ = 0;
  bool is_empty_ = true;
};

// The stretch of x to show: the window that was asked for, or all there is.
Extent x_extent(const LineSpec& spec) {
  Extent all;
  for (const LineSeries& series : spec.series) {
    for (const LinePoint& point : series.points) {
      const bool counts = std::isfinite(point.y) && (!spec.x_window || spec.x_window->contains(point.x));
      if (counts) all.include(point.x);
    }
  }
  if (all.is_empty() || !spec.x_window) return all;
  Extent window;
  window.include(spec.x_window->from);
  window.include(spec.x_window->to);
  return window;
}

LinePoint between(const LinePoint& a, const LinePoint& b, double x) {
  const double share = (x - a.x) / (b.x - a.x);
  return {x, std::lerp(a.y, b.y, share), std::lerp(a.low, b.low, share), std::lerp(a.high, b.high, share), 0};
}

using Run = std::vector<LinePoint>;

// Stretches without a gap, cut to the window; where a stretch crosses the window's edge it ends on it.
std::vector<Run> runs_of(const LineSeries& series, Interval window) {
  std::vector<Run> runs(1);
  const LinePoint* previous = nullptr;
  for (const LinePoint& point : series.points) {
    if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
      if (!runs.back().empty()) runs.emplace_back();
      previous = nullptr;
      continue;
    }
    const bool is_inside = window.contains(point.x);
    if (previous != nullptr) {
      for (const double edge : {window.low(), window.high()}) {
        if (previous->x < edge && point.x > edge) runs.back().push_back(between(*previous, point, edge));
      }
    }
    if (is_inside) runs.back().push_back(point);
    previous = &point;
  }
  if (runs.back().empty()) runs.pop_back();
  return runs;
}

using Runs = std::vector<std::vector<Run>>;  // by series

Runs runs_of(const LineSpec& spec, Interval window) {
  Runs runs;
  for (const LineSeries& series : spec.series) runs.push_back(runs_of(series, window));
  return runs;
}

Interval y_domain(const LineSpec& spec, const Runs& runs) {
  Extent extent;
  for (const std::vector<Run>& series : runs) {
    for (const Run& run : series) {
      for (const LinePoint& point : run) {
        for (const double value : {point.y, point.low, point.high}) extent.include(value);
      }
    }
  }
  if (spec.starts_at_zero) extent.include(0);
  if (spec.y_domain) {
    extent.include(spec.y_domain->from);
    extent.include(spec.y_domain->to);
  }
  for (const Annotation& level : spec.levels) extent.include(level.at);
  return extent.interval();
}

const LinePoint* last_of(const std::vector<Run>& series) {
  return series.empty() ? nullptr : &series.back().back();
}

// Between two points a step goes along first, then up or down.
Run stepped(const Run& run) {
  Run steps;
  for (const LinePoint& point : run) {
    if (!steps.empty()) {
      LinePoint corner = steps.back();
      corner.x = point.x;
      steps.push_back(corner);
    }
    steps.push_back(point);
  }
  return steps;
}

struct Drawing {
  ChartBuilder& builder;
  const ChartBuilder::Axes& axes;

  [[nodiscard]] Point at(const LinePoint& point) const noexcept {
    return {axes.x.at(point.x), axes.y.at(point.y)};
  }

  // No more points than the pixels can show.
  [[nodiscard]] Run thinned(const Run& run) const {
    const auto columns = static_cast<std::size_t>(std::max(1.0, axes.plot.width));
    if (run.size() <= columns * 4) return run;
    std::vector<Point> points;
    points.reserve(run.size());
    for (const LinePoint& point : run) points.push_back({point.x, point.y});
    Run kept;
    for (const std::size_t index : decimate_min_max(points, columns)) kept.push_back(run[index]);
    return kept;
  }

  void band(const Run& run, Ink ink) const {
    AreaMark area{{}, {}, {}, with_opacity(ink, 0.16)};
    const auto flush = [&] {
      if (area.x.size() == 1) {
        builder.add(RuleMark{{area.x[0], area.low[0]}, {area.x[0], area.high[0]}, with_opacity(ink, 0.4), 3});
      } else if (area.x.size() > 1) {
        builder.add(area);
      }
      area.x.clear();
      area.low.clear();
      area.high.clear();
    };
    for (const LinePoint& point : run) {
      if (!std::isfinite(point.low) || !std::isfinite(point.high)) {
        flush();
        continue;
      }
      area.x.push_back(axes.x.at(point.x));
      area.low.push_back(axes.y.at(point.low));
      area.high.push_back(axes.y.at(point.high));
    }
    flush();
  }

  void line(const Run& run, Ink ink, Dash dash, bool has_dots) const {
    PathMark path{{}, ink, 2, dash};
    for (const LinePoint& point : run) path.points.push_back(at(point));
    if (run.size() > 1) builder.add(path);
    if (!has_dots && run.size() > 1) return;
    for (const Point& point : path.points) builder.add(PointMark{point, kDotRadius, Shape::Circle, ink});
  }
};

std::string where_text(const LineSpec& spec, double x, DateForm form, Locale locale) {
  return spec.is_time ? format_date(x, form, locale) : format_value(x, spec.x_format, locale);
}

DateForm date_form_of(const LineSpec& spec) {
  if (spec.date_form) return *spec.date_form;
  std::vector<double> moments;
  for (const LineSeries& series : spec.series) {
    for (const LinePoint& point : series.points) {
      if (std::isfinite(point.x)) moments.push_back(point.x);
    }
  }
  std::sort(moments.begin(), moments.end());
  return natural_date_form(moments);
}

Datum datum_of(const LineSpec& spec, std::size_t series, const LinePoint& point, DateForm form,
               Locale locale) {
  Datum datum{spec.series.size() > 1 ? spec.series[series].name : std::string{},
              where_text(spec, point.x, form, locale),
              format_value(point.y, spec.y_format, locale),
              {},
              point.count};
  if (std::isfinite(point.low) && std::isfinite(point.high)) {
    datum.interval = format_interval({point.low, point.high}, spec.y_format, locale);
  }
  return datum;
}

// A long series is thinned before it is put into words; the first and the last value stay.
std::vector<Datum> data_of(const LineSpec& spec, std::size_t series, Interval window, DateForm form,
                           Locale locale) {
  std::vector<const LinePoint*> shown;
  for (const LinePoint& point : spec.series[series].points) {
    if (std::isfinite(point.y) && window.contains(point.x)) shown.push_back(&point);
  }
  const std::size_t rows = std::min(shown.size(), kMostTableRows);
  std::vector<Datum> data;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::size_t at = rows > 1 ? row * (shown.size() - 1) / (rows - 1) : 0;
    data.push_back(datum_of(spec, series, *shown[at], form, locale));
  }
  return data;
}

void describe(ChartBuilder& builder, const LineSpec& spec, Interval window, DateForm form) {
  const Locale locale = builder.locale();
  std::vector<Datum> data;
  std::string summary;
  for (std::size_t s = 0; s < spec.series.size(); ++s) {
    const LinePoint *first = nullptr, *last = nullptr, *lowest = nullptr, *highest = nullptr;
    for (const LinePoint& point : spec.series[s].points) {
      if (!std::isfinite(point.y) || !window.contains(point.x)) continue;
      first = first == nullptr ? &point : first;
      last = &point;
      if (lowest == nullptr || point.y < lowest->y) lowest = &point;
      if (highest == nullptr || point.y > highest->y) highest = &point;
    }
    if (first == nullptr) continue;
    for (Datum& datum : data_of(spec, s, window, form, locale)) data.push_back(std::move(datum));
    const auto value = [&](const LinePoint* point) { return format_value(point->y, spec.y_format, locale); };
    const auto where = [&](const LinePoint* point) { return where_text(spec, point->x, form, locale); };
    const std::string& name = spec.series[s].name.empty() ? spec.caption.title : spec.series[s].name;
    summary += summary.empty() ? "" : " ";
    if (first == last) {
      summary += phrase(Phrase::SinglePoint, locale.language, {name, value(first), where(first)});
      continue;
    }
    summary += phrase(Phrase::LineSummary, locale.language,
                      {name, value(first), where(first), value(last), where(last)});
    if (spec.series.size() == 1) {
      summary += " " + phrase(Phrase::LineExtremes, locale.language,
                              {value(lowest), where(lowest), value(highest), where(highest)});
    }
  }
  builder.description().summary = std::move(summary);
  builder.description().table =
      table_of(data, spec.is_time ? phrase(Phrase::Date, locale.language) : spec.x_title, locale);
}

void add_hits(const Drawing& drawing, const LineSpec& spec, Interval window, DateForm form) {
  const auto most = static_cast<std::size_t>(std::max(16.0, drawing.axes.plot.width));
  for (std::size_t s = 0; s < spec.series.size(); ++s) {
    const std::vector<LinePoint>& points = spec.series[s].points;
    std::vector<Point> places;
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (!std::isfinite(points[i].y) || !window.contains(points[i].x)) continue;
      places.push_back(drawing.at(points[i]));
      indices.push_back(i);
    }
    for (const std::size_t kept : decimate_largest_triangle(places, most)) {
      const double left = kept == 0 ? drawing.axes.plot.x : (places[kept - 1].x + places[kept].x) / 2;
      const double right =
          kept + 1 == places.size() ? drawing.axes.plot.right() : (places[kept].x + places[kept + 1].x) / 2;
      drawing.builder.hit(
          {s,
           indices[kept],
           Reach::Column,
           {left, drawing.axes.plot.y, right - left, drawing.axes.plot.height},
           places[kept],
           tooltip_lines(datum_of(spec, s, points[indices[kept]], form, drawing.builder.locale()),
                         drawing.builder.locale())});
    }
  }
}

void add_moments(ChartBuilder& builder, const LineSpec& spec, const ChartBuilder::Axes& axes) {
  const Interval window = axes.x.domain();
  for (const Annotation& moment : spec.moments) {
    const double until = moment.until.value_or(moment.at);
    if (std::max(moment.at, until) < window.low() || std::min(moment.at, until) > window.high()) continue;
    const double from = std::clamp(axes.x.at(moment.at), axes.plot.x, axes.plot.right());
    const double to = std::clamp(axes.x.at(until), axes.plot.x, axes.plot.right());
    if (moment.until) {
      builder.add(
          RectMark{rect_between({from, axes.plot.y}, {to, axes.plot.bottom()}), {Role::Muted, 0, 0.2}});
    } else {
      builder.add(RuleMark{{from, axes.plot.y}, {from, axes.plot.bottom()}, {Role::Axis}, 1, Dash::Dashed});
    }
  }
}

// Labels come after the data so that they lie on top, where nothing else is written.
void add_annotation_labels(ChartBuilder& builder, const LineSpec& spec, const ChartBuilder::Axes& axes) {
  const Rect& plot = axes.plot;
  for (const Annotation& moment : spec.moments) {
    if (!axes.x.domain().contains(moment.at)) continue;
    const double x = axes.x.at(moment.at);
    const std::string label = fit_text(builder.measure(), moment.label, plot.width * 0.6, kSmallText);
    const double width = builder.width_of(label, kSmallText);
    std::vector<Point> places;
    for (double row = 0; row < 3; ++row) {
      const double y = plot.y + line_height(kSmallText) * (row + 0.5) + 2;
      if (x + 4 + width <= plot.right()) places.push_back({x + 4, y});
      if (x - 4 - width >= plot.x) places.push_back({x - 4 - width, y});
    }
    if (!label.empty())
      builder.text_where_free({label, {}, Align::Start, kSmallText, {Role::MutedText}, {}, true}, places);
  }
  for (const Annotation& level : spec.levels) {
    const double y = axes.y.at(level.at);
    builder.add(RuleMark{{plot.x, y}, {plot.right(), y}, {Role::Axis}, 1, Dash::Dashed});
    const std::string label = fit_text(builder.measure(), level.label, plot.width * 0.6, kSmallText);
    const double half = line_height(kSmallText) / 2 + 1;
    const std::array<Point, 4> places{{{plot.right(), y - half},
                                       {plot.right(), y + half},
                                       {plot.x + builder.width_of(label, kSmallText), y - half},
                                       {plot.x + builder.width_of(label, kSmallText), y + half}}};
    if (!label.empty())
      builder.text_where_free({label, {}, Align::End, kSmallText, {Role::MutedText}, {}, true}, places);
  }
}

// What stands at the right end of each line: its name, or the last value where there is only one.
std::vector<std::string> end_labels(const ChartBuilder& builder, const LineSpec& spec, const Runs& runs) {
  std::vector<std::string> labels;
  for (std::size_t s = 0; s < runs.size(); ++s) {
    const LinePoint* last = last_of(runs[s]);
    if (last == nullptr) {
      labels.emplace_back();
    } else if (spec.series.size() == 1) {
      labels.push_back(format_value(last->y, spec.y_format, builder.locale()));
    } else {
      labels.push_back(spec.series[s].name);
    }
  }
  return labels;
}

double widest(const ChartBuilder& builder, std::span<const std::string> labels) {
  double width = 0;
  for (const std::string& label : labels) width = std::max(width, builder.width_of(label, kStrongText));
  return width;
}

void add_end_labels(const Drawing& drawing, const LineSpec& spec, const Runs& runs,
                    std::span<const std::string> labels) {
  const ChartBuilder::Axes& axes = drawing.axes;
  std::vector<double> centers;
  std::vector<std::size_t> owners;
  for (std::size_t s = 0; s < spec.series.size(); ++s) {
    const LinePoint* last = last_of(runs[s]);
    if (last == nullptr || labels[s].empty()) continue;
    centers.push_back(axes.y.at(last->y));
    owners.push_back(s);
    drawing.builder.add(PointMark{drawing.at(*last), kDotRadius + 1, Shape::Circle, ink_of(spec, s)});
  }
  const std::vector<double> placed =
      spread_apart(centers, line_height(kStrongText), {axes.plot.y, axes.plot.bottom()});
  for (std::size_t i = 0; i < placed.size(); ++i) {
    TextMark label{labels[owners[i]], {}, Align::Start, kStrongText, {Role::Text}};
    const std::array<Point, 1> place{{{axes.plot.right() + kEndLabelGap, placed[i]}}};
    if (drawing.builder.text_where_free(label, place) && spec.series.size() > 1) {
      const double x = axes.plot.right() + kEndLabelGap - 4;
      drawing.builder.add(RuleMark{{x, placed[i] - 5}, {x, placed[i] + 5}, ink_of(spec, owners[i]), 2});
    }
  }
}

bool are_far_apart(const LineSpec& spec, const ChartBuilder::Axes& axes) {
  std::size_t most = 0;
  for (const LineSeries& series : spec.series) most = std::max(most, series.points.size());
  return most * 14 <= static_cast<std::size_t>(axes.plot.width);
}

}  // namespace

Chart line_chart(const LineSpec& spec, const Surface& surface) {
  ChartBuilder builder{surface, spec.caption};
  const Extent extent = x_extent(spec);
  if (extent.is_empty()) {
    builder.add_empty_note();
    return std::move(builder).finish();
  }
  Interval window = extent.interval();
  if (spec.is_time && window.length() == 0) window = {window.from - kAloneMargin, window.to + kAloneMargin};
  Runs runs = runs_of(spec, window);
  const std::vector<std::string> labels = end_labels(builder, spec, runs);
  const double label_width = widest(builder, labels);
  const double labels_height = real(labels.size()) * line_height(kStrongText) + 60;
  const bool has_end_labels =
      label_width < builder.area().width * 0.3 && labels_height < builder.area().height;
  if (!has_end_labels && spec.series.size() > 1) {
    std::vector<LegendEntry> entries;
    for (std::size_t s = 0; s < spec.series.size(); ++s) {
      entries.push_back({spec.series[s].name, ink_of(spec, s), Shape::Square, true});
    }
    builder.add_legend(entries);
  }
  const AxisSpec x{spec.is_time ? Scale::Kind::Time : Scale::Kind::Linear, window, spec.x_format,
                   spec.x_title, false};
  const AxisSpec y{Scale::Kind::Linear, y_domain(spec, runs), spec.y_format, spec.y_title, true};
  const ChartBuilder::Axes axes =
      builder.add_axes(x, y, has_end_labels ? label_width + kEndLabelGap : kDotRadius);
  const Drawing drawing{builder, axes};
  const DateForm form = date_form_of(spec);

  add_moments(builder, spec, axes);
  for (std::vector<Run>& series : runs) {
    for (Run& run : series) run = drawing.thinned(run);
  }
  for (std::size_t s = 0; s < runs.size(); ++s) {
    if (!spec.series[s].is_stepped) continue;
    for (Run& run : runs[s]) run = stepped(run);
  }
  for (std::size_t s = 0; s < runs.size(); ++s) {
    for (const Run& run : runs[s]) drawing.band(run, ink_of(spec, s));
  }
  const bool has_dots = are_far_apart(spec, axes);
  for (std::size_t s = 0; s < runs.size(); ++s) {
    const LineSeries& series = spec.series[s];
    for (const Run& run : runs[s]) {
      drawing.line(run, ink_of(spec, s), series.dash, has_dots && !series.is_stepped);
    }
  }
  if (has_end_labels) add_end_labels(drawing, spec, runs, labels);
  add_annotation_labels(builder, spec, axes);
  add_hits(drawing, spec, axes.x.domain(), form);
  describe(builder, spec, axes.x.domain(), form);
  return std::move(builder).finish();
}

Chart sparkline(const LineSpec& spec, const Surface& surface) {
  ChartBuilder builder{surface, {spec.caption.title, {}}};
  const Extent extent = x_extent(spec);
  if (extent.is_empty()) {
    builder.description().summary = phrase(Phrase::NothingToDraw, builder.locale().language);
    return std::move(builder).finish();
  }
  const Runs runs = runs_of(spec, extent.interval());
  const double margin = std::min(kDotRadius + 1.5, std::min(builder.area().width, builder.area().height) / 2);
  const Rect plot{margin, margin, std::max(0.0, builder.area().width - 2 * margin),
                  std::max(0.0, builder.area().height - 2 * margin)};
  const ChartBuilder::Axes axes{plot,
                                {Scale::Kind::Linear, extent.interval(), {plot.x, plot.right()}},
                                {Scale::Kind::Linear, y_domain(spec, runs), {plot.bottom(), plot.y}}};
  builder.chart().plot = plot;
  const Drawing drawing{builder, axes};
  for (std::size_t s = 0; s < spec.series.size(); ++s) {
    for (const Run& run : runs[s]) {
      const Run kept = drawing.thinned(run);
      drawing.band(kept, ink_of(spec, s));
      drawing.line(kept, ink_of(spec, s), spec.series[s].dash, false);
    }
    if (const LinePoint* last = last_of(runs[s])) {
      builder.add(PointMark{drawing.at(*last), kDotRadius, Shape::Circle, ink_of(spec, s)});
    }
  }
  const DateForm form = date_form_of(spec);
  add_hits(drawing, spec, axes.x.domain(), form);
  describe(builder, spec, axes.x.domain(), form);
  return std::move(builder).finish();
}

}  // namespace attune::chart
