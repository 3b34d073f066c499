#include "chart/plots/bar.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/builder.hpp"
#include "chart/describe.hpp"
#include "chart/words.hpp"

namespace attune::chart {
namespace {

constexpr double kLeastRow = 17;  // a category lower than this has no room for its name
constexpr double kThickestBar = 30;
constexpr double kWidestBar = 64;

double value_of(const BarSeries& series, std::size_t category) {
  return category < series.values.size() ? series.values[category] : std::nan("");
}

std::int64_t count_of(const BarSeries& series, std::size_t category) {
  return category < series.counts.size() ? series.counts[category] : 0;
}

std::optional<Interval> interval_of(const BarSeries& series, std::size_t category) {
  if (category >= series.intervals.size()) return std::nullopt;
  const Interval interval = series.intervals[category];
  if (!std::isfinite(interval.from) || !std::isfinite(interval.to)) return std::nullopt;
  return interval;
}

bool is_stacked(const BarSpec& spec) noexcept { return spec.arrangement != Arrangement::Grouped; }

Ink ink_of(const BarSpec& spec, std::size_t series, std::size_t category) {
  if (category < spec.series[series].inks.size()) return spec.series[series].inks[category];
  if (spec.highlight && spec.series.size() == 1)
    return {*spec.highlight == category ? Role::Accent : Role::Muted};
  return spec.series[series].ink.value_or(series_ink(series));
}

// One bar or segment: from where to where on the value axis.
struct Segment {
  std::size_t series = 0;
  std::size_t category = 0;
  double from = 0;
  double to = 0;
};

std::vector<Segment> segments_of(const BarSpec& spec) {
  std::vector<Segment> segments;
  for (std::size_t c = 0; c < spec.categories.size(); ++c) {
    double total = 0;
    for (const BarSeries& series : spec.series) {
      if (const double value = value_of(series, c); std::isfinite(value)) total += std::abs(value);
    }
    const double scale = spec.arrangement == Arrangement::StackedShare ? (total > 0 ? 1 / total : 0) : 1;
    double above = 0;
    double below = 0;
    for (std::size_t s = 0; s < spec.series.size(); ++s) {
      const double value = value_of(spec.series[s], c) * scale;
      if (!std::isfinite(value)) continue;
      double& base = value < 0 ? below : above;
      segments.push_back({s, c, is_stacked(spec) ? base : 0, is_stacked(spec) ? base + value : value});
      base += value;
    }
  }
  return segments;
}

Interval domain_of(const BarSpec& spec, const std::vector<Segment>& segments) {
  Interval domain = spec.domain.value_or(Interval{0, 0});
  const auto include = [&](double value) {
    if (std::isfinite(value)) domain = {std::min(domain.from, value), std::max(domain.to, value)};
  };
  include(0);
  for (const Segment& segment : segments) {
    include(segment.to);
    if (is_stacked(spec)) continue;
    if (const auto interval = interval_of(spec.series[segment.series], segment.category)) {
      include(interval->from);
      include(interval->to);
    }
  }
  if (spec.arrangement == Arrangement::StackedShare) include(1);
  return domain.length() == 0 ? Interval{0, 1} : domain;
}

ValueFormat axis_format(const BarSpec& spec) {
  return spec.arrangement == Arrangement::StackedShare ? kPercentFormat : spec.format;
}

// With the same decimals for all values, at the bars and in the table.
ValueFormat value_format(const BarSpec& spec) {
  double largest = 0;
  for (const BarSeries& series : spec.series) {
    for (const double value : series.values) {
      if (std::isfinite(value)) largest = std::max(largest, std::abs(value));
    }
  }
  return spec.arrangement == Arrangement::StackedShare ? kPercentFormat : settled(spec.format, largest);
}

std::string label_of(const BarSpec& spec, const Segment& segment, Locale locale) {
  const BarSeries& series = spec.series[segment.series];
  if (segment.category < series.labels.size()) return series.labels[segment.category];
  const bool is_share = spec.arrangement == Arrangement::StackedShare;
  return format_value(is_share ? segment.to - segment.from : value_of(series, segment.category),
                      axis_format(spec), locale);
}

Datum datum_of(const BarSpec& spec, const Segment& segment, Locale locale) {
  const BarSeries& series = spec.series[segment.series];
  Datum datum{spec.series.size() > 1 ? series.name : std::string{},
              spec.categories[segment.category],
              label_of(spec, segment, locale),
              {},
              count_of(series, segment.category)};
  if (const auto interval = interval_of(series, segment.category)) {
    datum.interval = format_interval(*interval, spec.format, locale);
  }
  return datum;
}

void describe(ChartBuilder& builder, const BarSpec& spec, const std::vector<Segment>& segments) {
  const Locale locale = builder.locale();
  std::vector<Datum> data;
  const Segment *highest = nullptr, *lowest = nullptr;
  for (const Segment& segment : segments) {
    data.push_back(datum_of(spec, segment, locale));
    const double length = segment.to - segment.from;
    if (highest == nullptr || length > highest->to - highest->from) highest = &segment;
    if (lowest == nullptr || length < lowest->to - lowest->from) lowest = &segment;
  }
  builder.description().table = table_of(data, phrase(Phrase::Name, locale.language), locale);
  if (highest == nullptr) return;
  const auto name = [&](const Segment& segment) {
    const std::string& series = spec.series[segment.series].name;
    const bool tells_series = spec.series.size() > 1 && !series.empty();
    return spec.categories[segment.category] + (tells_series ? " · " + series : std::string{});
  };
  builder.description().summary =
      segments.size() == 1 ? phrase(Phrase::SinglePoint, locale.language,
                                    {spec.caption.title, label_of(spec, *highest, locale), name(*highest)})
                           : phrase(Phrase::BarSummary, locale.language,
                                    {name(*highest), label_of(spec, *highest, locale), name(*lowest),
                                     label_of(spec, *lowest, locale)});
}

// Bars need no axis where the value stands at each of them.
bool labels_replace_axis(const BarSpec& spec, bool is_horizontal, double height) noexcept {
  if (is_stacked(spec)) return false;
  if (!is_horizontal) return spec.series.size() == 1;
  const double lane = height / real(spec.categories.size()) * 0.75 / real(spec.series.size());
  return spec.series.size() == 1 || lane >= line_height(kSmallText);
}

struct Layout {
  ChartBuilder& builder;
  const BarSpec& spec;
  const std::vector<Segment>& segments;
  std::size_t shown = 0;  // categories
  bool is_horizontal = true;
  Rect plot{};
  Scale values{Scale::Kind::Linear, {0, 1}, {0, 1}};
  BandScale bands{0, {0, 1}};

  // The bar's extent across the value axis.
  [[nodiscard]] Interval across(const Segment& segment) const {
    const std::size_t lanes = is_stacked(spec) ? 1 : spec.series.size();
    const double thickest = (is_horizontal ? kThickestBar : kWidestBar) * real(lanes);
    const double thickness = std::min(bands.bandwidth(), thickest);
    const double start = bands.center(segment.category) - thickness / 2;
    const double lane = thickness / real(lanes);
    const double from = start + (lanes == 1 ? 0 : lane * real(segment.series));
    return {from, from + (lanes == 1 ? lane : lane * 0.92)};
  }

  [[nodiscard]] Point place(double value, double across_at) const noexcept {
    return is_horizontal ? Point{values.at(value), across_at} : Point{across_at, values.at(value)};
  }

  void draw(const Segment& segment) const {
    const Interval side = across(segment);
    const Ink ink = ink_of(spec, segment.series, segment.category);
    const Rect box = rect_between(place(segment.from, side.from), place(segment.to, side.to));
    const bool is_rounded = !is_stacked(spec) && std::min(box.width, box.height) > 6;
    builder.add(RectMark{box, ink, is_rounded ? 2.0 : 0.0,
                         is_stacked(spec) ? std::optional{Ink{Role::Surface}} : std::nullopt});
    if (!is_stacked(spec)) draw_interval(segment, side);
    Rect reach = is_horizontal ? Rect{plot.x, side.from, plot.width, side.length()}
                               : Rect{side.from, plot.y, side.length(), plot.height};
    if (is_stacked(spec)) reach = box;
    builder.hit({segment.series, segment.category, Reach::Box, reach,
                 place(segment.to, (side.from + side.to) / 2),
                 tooltip_lines(datum_of(spec, segment, builder.locale()), builder.locale())});
  }

  void draw_interval(const Segment& segment, Interval side) const {
    const auto interval = interval_of(spec.series[segment.series], segment.category);
    if (!interval) return;
    const double middle = (side.from + side.to) / 2;
    const double cap = std::min(4.0, side.length() / 4);
    // A halo of the surface's colour keeps the whisker visible on the bar.
    for (const bool is_halo : {true, false}) {
      const Ink ink = is_halo ? Ink{Role::Surface, 0, 0.75} : Ink{Role::Text};
      const double width = is_halo ? 4 : 1.5;
      builder.add(RuleMark{place(interval->from, middle), place(interval->to, middle), ink, width});
      for (const double end : {interval->from, interval->to}) {
        builder.add(RuleMark{place(end, middle - cap), place(end, middle + cap), ink, width});
      }
    }
  }

  void label(const Segment& segment) const {
    const std::string text = label_of(spec, segment, builder.locale());
    const Interval side = across(segment);
    const double middle = (side.from + side.to) / 2;
    const Rect box = rect_between(place(segment.from, side.from), place(segment.to, side.to));
    if (is_stacked(spec)) {
      if (builder.width_of(text, kSmallText) + 6 > box.width || line_height(kSmallText) > box.height) return;
      TextMark mark{text,       {},           Align::Middle,
                    kSmallText, {Role::Text}, ink_of(spec, segment.series, segment.category)};
      builder.text_where_free(mark, std::array{box.center()});
      return;
    }
    if (is_horizontal && side.length() < line_height(kSmallText) - 2) return;
    const bool is_negative = segment.to < 0;
    double end = segment.to;
    if (const auto interval = interval_of(spec.series[segment.series], segment.category)) {
      end = is_negative ? std::min(end, interval->low()) : std::max(end, interval->high());
    }
    const TextStyle style = side.length() < line_height(kLabelText) ? kSmallText : kLabelText;
    const double away = is_negative ? -6 : 6;
    const Point at =
        is_horizontal ? Point{values.at(end) + away, middle}
                      : Point{middle, values.at(end) + (is_negative ? 1 : -1) * (line_height(style) / 2 + 3)};
    if (!is_horizontal &&
        builder.width_of(text, style) > (spec.series.size() == 1 ? bands.step() : side.length()))
      return;
    const Align align = !is_horizontal ? Align::Middle : is_negative ? Align::End : Align::Start;
    builder.text_where_free({text, {}, align, style, {Role::Text}}, std::array{at});
  }
};

double widest_label(const Layout& layout, bool of_negative) {
  double width = 0;
  for (const Segment& segment : layout.segments) {
    if ((segment.to < 0) != of_negative || segment.category >= layout.shown) continue;
    width = std::max(width, layout.builder.width_of(label_of(layout.spec, segment, layout.builder.locale())));
  }
  return width;
}

void lay_out_horizontal(Layout& layout, Interval domain) {
  ChartBuilder& builder = layout.builder;
  const BarSpec& spec = layout.spec;
  builder.add_y_title(spec.value_title);
  Rect& area = builder.area();
  const bool has_axis = !labels_replace_axis(spec, true, area.height) && area.height > 80;
  if (has_axis) area.height -= kGap + line_height(kLabelText);
  layout.shown = spec.categories.size();
  if (real(layout.shown) * kLeastRow > area.height) {
    area.height = std::max(0.0, area.height - line_height(kSmallText) - 2);
    layout.shown = std::min(layout.shown, static_cast<std::size_t>(area.height / kLeastRow));
  }
  // Few bars stay together at the top rather than drift apart.
  const double most_height =
      real(layout.shown) * (kThickestBar * 1.35) * (is_stacked(spec) ? 1 : real(spec.series.size()));
  area.height = std::min(area.height, std::max(most_height, kLeastRow));

  double names = 0;
  for (std::size_t c = 0; c < layout.shown; ++c)
    names = std::max(names, builder.width_of(spec.categories[c]));
  names = std::min(names, area.width * 0.4);
  const bool has_values = !is_stacked(spec);
  const double after = has_values ? std::min(widest_label(layout, false) + 8, area.width * 0.35) : 20.0;
  const double before =
      has_values && domain.from < 0 ? std::min(widest_label(layout, true) + 8, area.width * 0.3) : 0;
  const double left = area.x + (names > 0 ? names + kGap : 0);
  layout.plot = {left, area.y, std::max(1.0, area.right() - left), area.height};
  const Interval range{left + before, std::max(left + before + 1, area.right() - after)};
  layout.values = Scale{Scale::Kind::Linear, domain, range};
  layout.bands = BandScale{layout.shown, {area.y, area.bottom()}};
  if (has_axis) {
    const Rect axis{range.from, area.y, range.length(), area.height};
    builder.add_horizontal_axis(axis, layout.values, {Scale::Kind::Linear, domain, axis_format(spec), {}},
                                true);
  }
  for (std::size_t c = 0; c < layout.shown; ++c) {
    const std::string name = fit_text(builder.measure(), spec.categories[c], names, kLabelText);
    if (!name.empty()) builder.text(name, {left - kGap, layout.bands.center(c)}, Align::End);
  }
  if (layout.shown < spec.categories.size()) {
    const std::string more = phrase(
        Phrase::MoreInTable, builder.locale().language,
        {format_count(static_cast<std::int64_t>(spec.categories.size() - layout.shown), builder.locale())});
    const std::string fitted = fit_text(builder.measure(), more, builder.chart().size.width, kSmallText);
    const double below =
        area.bottom() + (has_axis ? kGap + line_height(kLabelText) : 0) + 2 + line_height(kSmallText) / 2;
    if (!fitted.empty()) {
      builder.text_where_free({fitted, {}, Align::Start, kSmallText, {Role::MutedText}},
                              std::array{Point{area.x, below}});
    }
  }
}

void lay_out_vertical(Layout& layout, Interval domain) {
  ChartBuilder& builder = layout.builder;
  const BarSpec& spec = layout.spec;
  layout.shown = spec.categories.size();
  builder.add_y_title(spec.value_title);
  const double value_line = is_stacked(spec) ? kHalfLine : line_height(kLabelText) + 3;
  builder.area().y += value_line;
  builder.area().height -= value_line;
  const AxisSpec y{Scale::Kind::Linear, domain, axis_format(spec), {}, true};
  Rect& area = builder.area();
  const double below = kGap + line_height(kLabelText) + (domain.from < 0 ? line_height(kLabelText) + 3 : 0);
  const std::size_t most = static_cast<std::size_t>(std::clamp((area.height - below) / 44, 2.0, 8.0));
  const Interval widened = nice_domain(domain, most, spec.format.unit == Unit::Count ? 1 : 0);
  const double bottom = std::max(area.y + 1, area.bottom() - below);
  const Scale scale{Scale::Kind::Linear, widened, {bottom, area.y}};
  const std::vector<Tick> ticks = ticks_for(scale, most, y.format, builder.locale());
  double left = 0;
  for (const Tick& tick : ticks) left = std::max(left, builder.width_of(tick.label));
  left = labels_replace_axis(spec, false, area.height) || left > area.width * 0.3 ? 0 : left + kGap;
  layout.plot = {area.x + left, area.y, std::max(1.0, area.width - left), bottom - area.y};
  for (const Tick& tick : ticks) {
    const double at = scale.at(tick.value);
    if (left == 0 && tick.value != 0) continue;
    builder.add(RuleMark{
        {layout.plot.x, at}, {layout.plot.right(), at}, {tick.value == 0 ? Role::Axis : Role::Grid}});
    if (left > 0)
      builder.text(tick.label, {layout.plot.x - kGap, at}, Align::End, kLabelText, {Role::MutedText});
  }
  layout.values = scale;
  layout.bands = BandScale{layout.shown, {layout.plot.x, layout.plot.right()}};
  for (std::size_t c = 0; c < layout.shown; ++c) {
    const double y_at = area.bottom() - kHalfLine;
    const double half = builder.width_of(spec.categories[c]) / 2;
    const double x =
        std::clamp(layout.bands.center(c), half, std::max(half, builder.chart().size.width - half));
    builder.text_where_free({spec.categories[c], {}, Align::Middle, kLabelText, {Role::MutedText}},
                            std::array{Point{x, y_at}});
  }
}

bool names_fit_below(const ChartBuilder& builder, const BarSpec& spec) {
  const double step = (builder.area().width - 48) / real(std::max<std::size_t>(spec.categories.size(), 1));
  return std::all_of(spec.categories.begin(), spec.categories.end(),
                     [&](const std::string& name) { return builder.width_of(name) + kGap <= step; });
}

}  // namespace

Chart bar_chart(const BarSpec& raw, const Surface& surface) {
  BarSpec spec = raw;
  spec.format = value_format(raw);
  ChartBuilder builder{surface, spec.caption};
  const std::vector<Segment> segments = segments_of(spec);
  if (segments.empty()) {
    builder.add_empty_note();
    return std::move(builder).finish();
  }
  if (spec.series.size() > 1) {
    std::vector<LegendEntry> entries;
    for (std::size_t s = 0; s < spec.series.size(); ++s) {
      entries.push_back({spec.series[s].name, spec.series[s].ink.value_or(series_ink(s))});
    }
    builder.add_legend(entries);
  }
  Layout layout{builder, spec, segments};
  layout.is_horizontal = spec.direction == Direction::Horizontal ||
                         (spec.direction == Direction::Automatic && !names_fit_below(builder, spec));
  const Interval domain = domain_of(spec, segments);
  layout.is_horizontal ? lay_out_horizontal(layout, domain) : lay_out_vertical(layout, domain);
  builder.chart().plot = layout.plot;
  for (const Segment& segment : segments) {
    if (segment.category < layout.shown) layout.draw(segment);
  }
  if (domain.from < 0 && layout.is_horizontal) {
    const double zero = layout.values.at(0);
    builder.add(RuleMark{{zero, layout.plot.y}, {zero, layout.plot.bottom()}, {Role::Axis}});
  }
  for (const Segment& segment : segments) {
    if (segment.category < layout.shown) layout.label(segment);
  }
  describe(builder, spec, segments);
  return std::move(builder).finish();
}

Chart star_histogram(const StarSpec& spec, const Surface& surface) {
  BarSpec bars{spec.caption, {}, {{}}, Arrangement::Grouped, Direction::Horizontal, kCountFormat};
  double total = 0;
  for (const std::int64_t count : spec.counts) total += real(count);
  if (total <= 0) return bar_chart({spec.caption, {}, {}}, surface);
  const double middle = (real(spec.counts.size()) - 1) / 2;
  for (std::size_t i = spec.counts.size(); i-- > 0;) {
    const double count = real(spec.counts[i]);
    bars.categories.push_back(std::to_string(i + 1) + " ★");
    bars.series[0].values.push_back(count);
    bars.series[0].labels.push_back(format_count(spec.counts[i], surface.locale) + " · " +
                                    format_value(count / total, kPercentFormat, surface.locale));
    const double tone = middle > 0 ? (real(i) - middle) / middle : 0;
    bars.series[0].inks.push_back(
        tone == 0 ? Ink{Role::Neutral}
                  : Ink{tone < 0 ? Role::Negative : Role::Positive, 0, std::abs(tone) > 0.75 ? 1 : 0.65});
  }
  return bar_chart(bars, surface);
}

}  // namespace attune::chart
