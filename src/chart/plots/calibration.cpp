#include "chart/plots/calibration.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/builder.hpp"
#include "chart/describe.hpp"
#include "chart/words.hpp"

namespace attune::chart {

Chart calibration_chart(const CalibrationSpec& spec, const Surface& surface) {
  ChartBuilder builder{surface, spec.caption};
  const Locale locale = builder.locale();
  std::int64_t total = 0;
  std::int64_t largest = 0;
  double error = 0;
  for (const CalibrationBin& bin : spec.bins) {
    if (bin.count <= 0) continue;
    total += bin.count;
    largest = std::max(largest, bin.count);
    error += real(bin.count) * std::abs(bin.predicted - bin.observed);
  }
  if (total == 0) {
    builder.add_empty_note();
    return std::move(builder).finish();
  }
  const AxisSpec x{Scale::Kind::Linear, {0, 1}, kPercentFormat, spec.predicted_title, false};
  const AxisSpec y{Scale::Kind::Linear, {0, 1}, kPercentFormat, spec.observed_title, false};
  // A square, so that the diagonal is one.
  const double spare = builder.area().width - builder.area().height - 60;
  const ChartBuilder::Axes axes = builder.add_axes(x, y, std::max(10.0, spare));
  builder.add(
      RuleMark{{axes.x.at(0), axes.y.at(0)}, {axes.x.at(1), axes.y.at(1)}, {Role::Axis}, 1, Dash::Dashed});
  const std::string perfect = phrase(Phrase::Perfect, locale.language);
  const double perfect_width = builder.width_of(perfect, kSmallText);

  PathMark line{{}, with_opacity({Role::Accent}, 0.6), 1.5};
  std::vector<Datum> data;
  std::vector<Mark> dots;
  for (std::size_t i = 0; i < spec.bins.size(); ++i) {
    const CalibrationBin& bin = spec.bins[i];
    if (bin.count <= 0) continue;
    const Point at{axes.x.at(bin.predicted), axes.y.at(bin.observed)};
    line.points.push_back(at);
    builder.add(RuleMark{
        {at.x, axes.y.at(bin.low)}, {at.x, axes.y.at(bin.high)}, with_opacity({Role::Accent}, 0.5), 2});
    const double radius = 3 + 4 * std::sqrt(real(bin.count) / real(largest));
    dots.emplace_back(PointMark{at, radius, Shape::Circle, {Role::Accent}, Ink{Role::Surface}});
    data.push_back({{},
                    format_value(bin.predicted, kPercentFormat, locale),
                    format_value(bin.observed, kPercentFormat, locale),
                    format_interval({bin.low, bin.high}, kPercentFormat, locale),
                    bin.count});
    const auto titled = [](const std::string& title, const std::string& value) {
      return title.empty() ? value : title + ": " + value;
    };
    Datum shown = data.back();
    shown.where = titled(spec.predicted_title, shown.where);
    shown.value = titled(spec.observed_title, shown.value);
    builder.hit({0, i, Reach::Near, {}, at, tooltip_lines(shown, locale)});
  }
  builder.add(std::move(line));
  for (Mark& dot : dots) builder.add(std::move(dot));
  const Point corner{axes.x.at(1), axes.y.at(1)};
  const std::array places{Point{corner.x + 6, corner.y + kHalfLine},
                          Point{corner.x - perfect_width - 24, corner.y + kHalfLine}};
  builder.text_where_free({perfect, {}, Align::Start, kSmallText, {Role::MutedText}, {}, true}, places);
  builder.description().summary =
      phrase(Phrase::CalibrationSummary, locale.language,
             {format_value(error / real(total), kPercentFormat, locale), format_count(total, locale)});
  builder.description().table = table_of(
      data, spec.predicted_title.empty() ? phrase(Phrase::Value, locale.language) : spec.predicted_title,
      locale);
  return std::move(builder).finish();
}

}  // namespace attune::chart
