#include "chart/plots/area.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/builder.hpp"
#include "chart/describe.hpp"
#include "chart/words.hpp"

namespace attune::chart {
namespace {

double amount(const AreaSeries& series, std::size_t at) {
  const double value = at < series.values.size() ? series.values[at] : 0;
  return std::isfinite(value) && value > 0 ? value : 0;
}

Ink ink_of(const AreaSpec& spec, std::size_t series) {
  return spec.series[series].ink.value_or(series_ink(series));
}

// edges[s][i]: where series s begins at x i; one more row for the top.
using Edges = std::vector<std::vector<double>>;

Edges stacked(const AreaSpec& spec) {
  Edges edges(spec.series.size() + 1, std::vector<double>(spec.x.size(), 0));
  for (std::size_t i = 0; i < spec.x.size(); ++i) {
    double total = 0;
    for (const AreaSeries& series : spec.series) total += amount(series, i);
    const double scale = spec.is_share ? (total > 0 ? 1 / total : 0) : 1;
    for (std::size_t s = 0; s < spec.series.size(); ++s)
      edges[s + 1][i] = edges[s][i] + amount(spec.series[s], i) * scale;
  }
  return edges;
}

ValueFormat format_of(const AreaSpec& spec) { return spec.is_share ? kPercentFormat : spec.y_format; }

void describe(ChartBuilder& builder, const AreaSpec& spec, const Edges& edges, DateForm form) {
  const Locale locale = builder.locale();
  std::vector<Datum> data;
  const auto where = [&](std::size_t i) {
    return spec.is_time ? format_date(spec.x[i], form, locale)
                        : format_value(spec.x[i], spec.x_format, locale);
  };
  const auto value = [&](std::size_t s, std::size_t i) {
    return format_value(edges[s + 1][i] - edges[s][i], format_of(spec), locale);
  };
  std::string summary;
  const std::size_t last = spec.x.size() - 1;
  for (std::size_t s = 0; s < spec.series.size(); ++s) {
    for (std::size_t i = 0; i < spec.x.size(); ++i)
      data.push_back({spec.series[s].name, where(i), value(s, i), {}, 0});
    summary += (s > 0 ? " " : "") +
               phrase(Phrase::LineSummary, locale.language,
                      {spec.series[s].name, value(s, 0), where(0), value(s, last), where(last)});
  }
  builder.description().summary = std::move(summary);
  builder.description().table = table_of(data, phrase(Phrase::Date, locale.language), locale);
}

void add_hits(ChartBuilder& builder, const AreaSpec& spec, const ChartBuilder::Axes& axes, const Edges& edges,
              DateForm form) {
  const Locale locale = builder.locale();
  const std::size_t stride = 1 + spec.x.size() / static_cast<std::size_t>(std::max(1.0, axes.plot.width));
  for (std::size_t i = 0; i < spec.x.size(); i += stride) {
    const double at = axes.x.at(spec.x[i]);
    const double left = i == 0 ? axes.plot.x : (axes.x.at(spec.x[i - stride]) + at) / 2;
    const double right =
        i + stride >= spec.x.size() ? axes.plot.right() : (axes.x.at(spec.x[i + stride]) + at) / 2;
    HitRegion region{0,
                     i,
                     Reach::Column,
                     {left, axes.plot.y, right - left, axes.plot.height},
                     {at, axes.y.at(edges.back()[i])},
                     {spec.is_time ? format_date(spec.x[i], form, locale)
                                   : format_value(spec.x[i], spec.x_format, locale)}};
    for (std::size_t s = spec.series.size(); s-- > 0;) {
      region.lines.push_back(spec.series[s].name + ": " +
                             format_value(edges[s + 1][i] - edges[s][i], format_of(spec), locale));
    }
    builder.hit(std::move(region));
  }
}

}  // namespace

Chart area_chart(const AreaSpec& spec, const Surface& surface) {
  ChartBuilder builder{surface, spec.caption};
  const Edges edges = stacked(spec);
  double top = 0;
  for (const double value : edges.back()) top = std::max(top, value);
  if (top <= 0) {
    builder.add_empty_note();
    return std::move(builder).finish();
  }
  double widest = 0;
  for (const AreaSeries& series : spec.series)
    widest = std::max(widest, builder.width_of(series.name, kStrongText));
  const bool has_end_labels =
      widest < builder.area().width * 0.28 &&
      real(spec.series.size()) * line_height(kStrongText) + 60 < builder.area().height;
  if (!has_end_labels) {
    std::vector<LegendEntry> entries;
    for (std::size_t s = spec.series.size(); s-- > 0;)
      entries.push_back({spec.series[s].name, ink_of(spec, s)});
    builder.add_legend(entries);
  }
  const AxisSpec x{spec.is_time ? Scale::Kind::Time : Scale::Kind::Linear,
                   {spec.x.front(), spec.x.back()},
                   spec.x_format,
                   {},
                   false};
  const AxisSpec y{
      Scale::Kind::Linear, {0, spec.is_share ? 1 : top}, format_of(spec), spec.y_title, !spec.is_share};
  const ChartBuilder::Axes axes = builder.add_axes(x, y, has_end_labels ? widest + kGap : 2);

  std::vector<double> middles;
  for (std::size_t s = 0; s < spec.series.size(); ++s) {
    AreaMark area{{}, {}, {}, with_opacity(ink_of(spec, s), 0.85)};
    for (std::size_t i = 0; i < spec.x.size(); ++i) {
      area.x.push_back(axes.x.at(spec.x[i]));
      area.low.push_back(axes.y.at(edges[s][i]));
      area.high.push_back(axes.y.at(edges[s + 1][i]));
    }
    if (area.x.size() == 1) {  // one moment is a bar
      builder.add(
          RectMark{rect_between({area.x[0] - 12, area.low[0]}, {area.x[0] + 12, area.high[0]}), area.fill});
    } else {
      builder.add(area);
    }
    PathMark edge{{}, {Role::Surface}, 1};
    for (std::size_t i = 0; i < area.x.size(); ++i) edge.points.push_back({area.x[i], area.high[i]});
    builder.add(edge);
    middles.push_back((area.low.back() + area.high.back()) / 2);
  }
  if (has_end_labels) {
    const std::vector<double> placed =
        spread_apart(middles, line_height(kStrongText), {axes.plot.y, axes.plot.bottom()});
    for (std::size_t s = 0; s < placed.size(); ++s) {
      builder.add(RuleMark{{axes.plot.right() + 3, placed[s] - 5},
                           {axes.plot.right() + 3, placed[s] + 5},
                           ink_of(spec, s),
                           3});
      builder.text_where_free({spec.series[s].name, {}, Align::Start, kStrongText, {Role::Text}},
                              std::array{Point{axes.plot.right() + kGap, placed[s]}});
    }
  }
  const DateForm form = natural_date_form(spec.x);
  add_hits(builder, spec, axes, edges, form);
  describe(builder, spec, edges, form);
  return std::move(builder).finish();
}

}  // namespace attune::chart
