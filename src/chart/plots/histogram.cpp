#include "chart/plots/histogram.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "chart/builder.hpp"
#include "chart/describe.hpp"
#include "chart/words.hpp"

namespace attune::chart {
namespace {

double quantile(const std::vector<double>& sorted, double share) {
  return sorted[static_cast<std::size_t>(share * (real(sorted.size()) - 1))];
}

std::string bin_text(const HistogramSpec& spec, std::size_t bin, Locale locale) {
  const double from = spec.bins.start + spec.bins.width * real(bin);
  return format_interval({from, from + spec.bins.width}, spec.format, locale);
}

void describe(ChartBuilder& builder, const HistogramSpec& spec) {
  const Locale locale = builder.locale();
  std::vector<Datum> data;
  for (std::size_t bin = 0; bin < spec.bins.counts.size(); ++bin) {
    data.push_back({{}, bin_text(spec, bin, locale), {}, {}, spec.bins.counts[bin]});
  }
  builder.description().table = table_of(data, phrase(Phrase::Range, locale.language), locale);
  const auto fullest = std::max_element(spec.bins.counts.begin(), spec.bins.counts.end());
  const std::int64_t total =
      std::accumulate(spec.bins.counts.begin(), spec.bins.counts.end(), std::int64_t{0});
  builder.description().summary = phrase(
      Phrase::HistogramSummary, locale.language,
      {bin_text(spec, static_cast<std::size_t>(fullest - spec.bins.counts.begin()), locale),
       format_value(real(*fullest) / real(total), kPercentFormat, locale), format_count(total, locale)});
}

}  // namespace

Bins bins_of(std::span<const double> values, std::size_t most) {
  Bins bins;
  std::vector<double> sorted;
  for (const double value : values) {
    if (std::isfinite(value)) sorted.push_back(value);
  }
  bins.missing = static_cast<std::int64_t>(values.size() - sorted.size());
  if (sorted.empty()) return bins;
  std::sort(sorted.begin(), sorted.end());
  const Interval range = Scale{Scale::Kind::Linear, {sorted.front(), sorted.back()}, {0, 1}}.domain();
  const double spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  const double ideal = 2 * spread / std::cbrt(real(sorted.size()));
  const double wanted = ideal > 0 ? std::ceil(range.length() / ideal) : 10;
  const auto count = static_cast<std::size_t>(std::clamp(wanted, 1.0, real(std::max<std::size_t>(most, 1))));
  bins.width = tick_step(range, count);
  bins.start = std::floor(range.from / bins.width + 1e-9) * bins.width;
  const auto bin_of = [&](double value) {
    return static_cast<std::size_t>(std::max(0.0, std::floor((value - bins.start) / bins.width + 1e-9)));
  };
  bins.counts.resize(bin_of(sorted.back()) + 1);
  for (const double value : sorted) ++bins.counts[bin_of(value)];
  return bins;
}

Chart histogram(const HistogramSpec& spec, const Surface& surface) {
  ChartBuilder builder{surface, spec.caption};
  const auto fullest = std::max_element(spec.bins.counts.begin(), spec.bins.counts.end());
  if (fullest == spec.bins.counts.end() || *fullest <= 0) {
    builder.add_empty_note();
    return std::move(builder).finish();
  }
  const Locale locale = builder.locale();
  const double end = spec.bins.start + spec.bins.width * real(spec.bins.counts.size());
  const AxisSpec x{Scale::Kind::Linear, {spec.bins.start, end}, spec.format, spec.x_title, false};
  const AxisSpec y{Scale::Kind::Linear, {0, real(*fullest)}, kCountFormat, spec.y_title, true};
  const ChartBuilder::Axes axes = builder.add_axes(x, y);
  const double gap = axes.plot.width / real(spec.bins.counts.size()) > 6 ? 1 : 0;
  for (std::size_t bin = 0; bin < spec.bins.counts.size(); ++bin) {
    const double from = spec.bins.start + spec.bins.width * real(bin);
    const double left = axes.x.at(from);
    const double right = axes.x.at(from + spec.bins.width);
    const double top = axes.y.at(real(spec.bins.counts[bin]));
    if (spec.bins.counts[bin] > 0) {
      builder.add(RectMark{rect_between({left, top}, {std::max(left, right - gap), axes.plot.bottom()}),
                           series_ink(0)});
    }
    builder.hit({0,
                 bin,
                 Reach::Box,
                 {left, axes.plot.y, right - left, axes.plot.height},
                 {(left + right) / 2, top},
                 tooltip_lines({{}, bin_text(spec, bin, locale), {}, {}, spec.bins.counts[bin]}, locale)});
  }
  const auto add_rule = [&](const std::optional<double>& value, Phrase words, Dash dash) {
    if (!value || !axes.x.domain().contains(*value)) return;
    const double at = axes.x.at(*value);
    builder.add(RuleMark{{at, axes.plot.y}, {at, axes.plot.bottom()}, {Role::Text}, 1.5, dash});
    const std::string label = phrase(words, locale.language, {format_value(*value, spec.format, locale)});
    const double width = builder.width_of(label, kSmallText);
    std::vector<Point> places;
    for (double row = 0; row < 3; ++row) {
      const double line = axes.plot.y + line_height(kSmallText) * (row + 0.5);
      if (at + 5 + width <= axes.plot.right()) places.push_back({at + 5, line});
      if (at - 5 - width >= axes.plot.x) places.push_back({at - 5 - width, line});
    }
    builder.text_where_free({label, {}, Align::Start, kSmallText, {Role::Text}, {}, true}, places);
  };
  add_rule(spec.median, Phrase::MedianIs, Dash::Solid);
  add_rule(spec.mean, Phrase::MeanIs, Dash::Dashed);
  describe(builder, spec);
  return std::move(builder).finish();
}

}  // namespace attune::chart
