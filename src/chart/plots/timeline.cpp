#include "chart/plots/timeline.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/builder.hpp"
#include "chart/describe.hpp"
#include "chart/words.hpp"

namespace attune::chart {
namespace {

constexpr double kTallestLane = 56;
constexpr double kRadius = 5;

bool is_shown(const TimelineSpec& spec, const TimelineEvent& event, const Interval& window) {
  return std::isfinite(event.at) && event.lane < spec.lanes.size() &&
         event.until.value_or(event.at) >= window.low() && event.at <= window.high();
}

std::optional<Interval> window_of(const TimelineSpec& spec) {
  std::optional<Interval> all;
  for (const TimelineEvent& event : spec.events) {
    if (!std::isfinite(event.at) || event.lane >= spec.lanes.size()) continue;
    const double until =
        std::isfinite(event.until.value_or(event.at)) ? event.until.value_or(event.at) : event.at;
    all = all ? Interval{std::min(all->from, event.at), std::max(all->to, until)} : Interval{event.at, until};
  }
  if (!all) return all;
  if (spec.window) return spec.window;
  if (all->length() == 0) return Interval{all->from - 3 * 86400.0, all->to + 3 * 86400.0};
  return all;
}

}  // namespace

Chart timeline_chart(const TimelineSpec& spec, const Surface& surface) {
  ChartBuilder builder{surface, spec.caption};
  const std::optional<Interval> window = window_of(spec);
  if (!window) {
    builder.add_empty_note();
    return std::move(builder).finish();
  }
  const Locale locale = builder.locale();
  Rect& area = builder.area();
  const bool has_axis = area.height > 50;
  if (has_axis) area.height -= kGap + line_height(kLabelText);
  area.height = std::min(area.height, kTallestLane * real(spec.lanes.size()));
  double names = 0;
  for (const std::string& lane : spec.lanes) names = std::max(names, builder.width_of(lane));
  names = std::min(names, area.width * 0.3);
  const double left = area.x + names + kGap + kRadius;
  const Rect plot{left, area.y, std::max(1.0, area.right() - kRadius - 1 - left), std::max(1.0, area.height)};
  const Scale x{Scale::Kind::Time, *window, {plot.x, plot.right()}};
  const BandScale lanes{spec.lanes.size(), {plot.y, plot.bottom()}, 0};
  builder.chart().plot = plot;
  builder.chart().x = x;
  if (has_axis) builder.add_horizontal_axis(plot, x, {Scale::Kind::Time, *window, {}, {}, false}, true);
  for (std::size_t lane = 0; lane < spec.lanes.size(); ++lane) {
    const double y = lanes.center(lane);
    builder.add(RuleMark{{plot.x, y}, {plot.right(), y}, {Role::Grid}});
    const std::string name = fit_text(builder.measure(), spec.lanes[lane], names, kLabelText);
    if (!name.empty())
      builder.text_where_free({name, {}, Align::Start, kLabelText, {Role::MutedText}},
                              std::array{Point{area.x, y}});
  }
  std::vector<std::size_t> order;
  std::vector<double> moments;
  for (std::size_t i = 0; i < spec.events.size(); ++i) {
    if (is_shown(spec, spec.events[i], *window)) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return spec.events[a].at < spec.events[b].at; });
  for (const std::size_t i : order) moments.push_back(spec.events[i].at);
  const DateForm form =
      natural_date_form(moments) == DateForm::Minute ? DateForm::Minute : DateForm::DayOfYear;

  std::vector<Datum> data;
  for (const std::size_t i : order) {
    const TimelineEvent& event = spec.events[i];
    const Ink ink = event.ink.value_or(series_ink(event.lane));
    const double y = lanes.center(event.lane);
    const double from = std::clamp(x.at(event.at), plot.x, plot.right());
    const double to = event.until ? std::clamp(x.at(*event.until), plot.x, plot.right()) : from;
    if (to > from) {
      builder.add(RectMark{{from, y - kRadius, to - from, 2 * kRadius}, with_opacity(ink, 0.6), kRadius});
    } else {
      builder.add(PointMark{{from, y}, kRadius, static_cast<Shape>(event.lane % 4), ink, Ink{Role::Surface}});
    }
    data.push_back({spec.lanes[event.lane], format_date(event.at, form, locale), event.label, {}, 0});
    builder.hit({event.lane, i, Reach::Near, {}, {(from + to) / 2, y}, tooltip_lines(data.back(), locale)});
  }
  if (lanes.step() >= 2 * kRadius + 2 * line_height(kSmallText) - 6) {
    for (const std::size_t i : order) {
      const TimelineEvent& event = spec.events[i];
      const std::string label = fit_text(builder.measure(), event.label, 140, kSmallText);
      if (label.empty()) continue;
      const double width = builder.width_of(label, kSmallText);
      const double at = std::clamp(x.at(event.at) - width / 2, plot.x - kRadius,
                                   std::max(plot.x - kRadius, plot.right() + kRadius - width));
      const double away = kRadius + line_height(kSmallText) / 2 + 1;
      const double y = lanes.center(event.lane);
      const std::array places{Point{at, y - away}, Point{at, y + away}};
      builder.text_where_free({label, {}, Align::Start, kSmallText, {Role::Text}, {}, true}, places);
    }
  }
  if (!order.empty()) {
    builder.description().summary = phrase(Phrase::TimelineSummary, locale.language,
                                           {format_count(static_cast<std::int64_t>(order.size()), locale),
                                            data.front().where, data.back().where});
  } else {
    builder.description().summary = phrase(Phrase::NothingToDraw, locale.language);
  }
  builder.description().table = table_of(data, phrase(Phrase::Date, locale.language), locale);
  return std::move(builder).finish();
}

}  // namespace attune::chart
