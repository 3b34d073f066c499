#include "chart/plots/distribution.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "chart/builder.hpp"
#include "chart/describe.hpp"
#include "chart/words.hpp"

namespace attune::chart {
namespace {

constexpr std::size_t kFew = 25;  // up to here every value is drawn
constexpr std::size_t kMostSingle = 60;
constexpr std::size_t kDensitySteps = 64;
constexpr double kLeastRow = 26;
constexpr double kTallestRow = 72;

double quantile(std::span<const double> sorted, double share) {
  const double at = share * (real(sorted.size()) - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], at - real(below));
}

// Values are counted on a fine grid first, so that a million of them cost no more than a thousand.
std::vector<double> density_of(std::span<const double> sorted, double interquartile) {
  constexpr std::size_t kCells = 512;
  const double low = sorted.front();
  const double length = sorted.back() - low;
  if (!(length > 0)) return {};
  std::vector<double> cells(kCells);
  double mean = 0;
  for (const double value : sorted) {
    cells[std::min(kCells - 1, static_cast<std::size_t>((value - low) / length * kCells))] += 1;
    mean += (value - low) / real(sorted.size());
  }
  double variance = 0;
  for (const double value : sorted)
    variance += (value - low - mean) * (value - low - mean) / real(sorted.size());
  const double spread =
      interquartile > 0 ? std::min(std::sqrt(variance), interquartile / 1.34) : std::sqrt(variance);
  const double bandwidth = std::max(0.9 * spread * std::pow(real(sorted.size()), -0.2), length / 200);
  std::vector<double> density(kDensitySteps);
  for (std::size_t step = 0; step < kDensitySteps; ++step) {
    const double at = length * real(step) / (kDensitySteps - 1);
    for (std::size_t cell = 0; cell < kCells; ++cell) {
      const double apart = (length * (real(cell) + 0.5) / kCells - at) / bandwidth;
      if (cells[cell] > 0 && std::abs(apart) < 5) density[step] += cells[cell] * std::exp(-apart * apart / 2);
    }
  }
  const double largest = *std::max_element(density.begin(), density.end());
  for (double& value : density) value /= largest;
  return density;
}

std::vector<double> thinned(const std::vector<double>& values) {
  if (values.size() <= kMostSingle) return values;
  std::vector<double> kept;
  for (std::size_t i = 0; i < kMostSingle; ++i)
    kept.push_back(values[i * (values.size() - 1) / (kMostSingle - 1)]);
  return kept;
}

Datum datum_of(const DistributionSpec& spec, std::size_t group, Locale locale) {
  const Spread& spread = spec.groups[group].spread;
  return {{},
          spec.groups[group].name,
          phrase(Phrase::MedianIs, locale.language, {format_value(spread.median, spec.format, locale)}),
          format_interval({spread.quartile1, spread.quartile3}, spec.format, locale),
          spread.count};
}

void describe(ChartBuilder& builder, const DistributionSpec& spec) {
  const Locale locale = builder.locale();
  std::vector<Datum> data;
  std::string summary;
  for (std::size_t group = 0; group < spec.groups.size(); ++group) {
    const Spread& spread = spec.groups[group].spread;
    if (spread.count == 0) continue;
    data.push_back(datum_of(spec, group, locale));
    if (group > 2) continue;
    summary += (summary.empty() ? "" : " ") +
               phrase(Phrase::DistributionSummary, locale.language,
                      {spec.groups[group].name.empty() ? spec.caption.title : spec.groups[group].name,
                       format_value(spread.median, spec.format, locale), data.back().interval,
                       format_count(spread.count, locale)});
  }
  builder.description().summary = std::move(summary);
  builder.description().table = table_of(data, phrase(Phrase::Name, locale.language), locale);
}

void draw_group(ChartBuilder& builder, const Spread& spread, const Scale& x, double middle, double height) {
  const Ink ink = series_ink(0);
  if (!spread.density.empty()) {
    AreaMark violin{{}, {}, {}, with_opacity(ink, 0.18)};
    for (std::size_t step = 0; step < spread.density.size(); ++step) {
      violin.x.push_back(
          x.at(std::lerp(spread.range.from, spread.range.to, real(step) / real(spread.density.size() - 1))));
      violin.low.push_back(middle + spread.density[step] * height / 2);
      violin.high.push_back(middle - spread.density[step] * height / 2);
    }
    builder.add(std::move(violin));
  }
  const bool is_few = spread.count <= static_cast<std::int64_t>(kFew);
  for (std::size_t i = 0; i < spread.single.size(); ++i) {
    // Alternating heights keep equal values apart.
    const double shift = is_few ? (real(i % 3) - 1) * std::min(4.0, height / 6) : 0;
    builder.add(PointMark{{x.at(spread.single[i]), middle + shift},
                          is_few ? 3.0 : 1.8,
                          Shape::Circle,
                          with_opacity(ink, is_few ? 0.7 : 0.45)});
  }
  if (spread.count < 5) return;
  const double box = std::clamp(height / 4, 5.0, 12.0);
  builder.add(RuleMark{{x.at(spread.low_whisker), middle}, {x.at(spread.high_whisker), middle}, ink, 1.5});
  builder.add(RectMark{
      rect_between({x.at(spread.quartile1), middle - box / 2}, {x.at(spread.quartile3), middle + box / 2}),
      with_opacity(ink, is_few ? 0.35 : 1), 2});
  const double median = x.at(spread.median);
  builder.add(RuleMark{
      {median, middle - box / 2}, {median, middle + box / 2}, {is_few ? Role::Text : Role::Surface}, 2});
}

// The group's name with its number of cases below where there is room.
void add_name(ChartBuilder& builder, const DistributionGroup& group, double width, Point at, double height) {
  const std::string name = fit_text(builder.measure(), group.name, width, kLabelText);
  const std::string count = "n = " + format_count(group.spread.count, builder.locale());
  const bool has_count = height >= line_height(kLabelText) + line_height(kSmallText) &&
                         builder.width_of(count, kSmallText) <= width;
  const double up = has_count ? line_height(kSmallText) / 2 : 0;
  if (!name.empty()) {
    builder.text_where_free({name, {}, Align::End, kLabelText, {Role::Text}},
                            std::array{Point{at.x, at.y - up}});
  }
  if (has_count) {
    builder.text_where_free({count, {}, Align::End, kSmallText, {Role::MutedText}},
                            std::array{Point{at.x, at.y + kHalfLine}});
  }
}

}  // namespace

Spread spread_of(std::span<const double> values) {
  std::vector<double> sorted;
  for (const double value : values) {
    if (std::isfinite(value)) sorted.push_back(value);
  }
  Spread spread;
  spread.count = static_cast<std::int64_t>(sorted.size());
  if (sorted.empty()) return spread;
  std::sort(sorted.begin(), sorted.end());
  spread.range = {sorted.front(), sorted.back()};
  spread.quartile1 = quantile(sorted, 0.25);
  spread.median = quantile(sorted, 0.5);
  spread.quartile3 = quantile(sorted, 0.75);
  const double reach = 1.5 * (spread.quartile3 - spread.quartile1);
  spread.low_whisker = *std::lower_bound(sorted.begin(), sorted.end(), spread.quartile1 - reach);
  spread.high_whisker = *(std::upper_bound(sorted.begin(), sorted.end(), spread.quartile3 + reach) - 1);
  if (sorted.size() <= kFew) {
    spread.single = std::move(sorted);
    return spread;
  }
  spread.density = density_of(sorted, spread.quartile3 - spread.quartile1);
  std::vector<double> outside;
  for (const double value : sorted) {
    if (value < spread.low_whisker || value > spread.high_whisker) outside.push_back(value);
  }
  spread.single = thinned(outside);
  return spread;
}

Chart distribution_chart(const DistributionSpec& spec, const Surface& surface) {
  ChartBuilder builder{surface, spec.caption};
  Interval domain{HUGE_VAL, -HUGE_VAL};
  double names = 0;
  for (const DistributionGroup& group : spec.groups) {
    if (group.spread.count == 0) continue;
    domain = {std::min(domain.from, group.spread.range.from), std::max(domain.to, group.spread.range.to)};
  }
  if (domain.from > domain.to) {
    builder.add_empty_note();
    return std::move(builder).finish();
  }
  Rect& area = builder.area();
  const Locale locale = builder.locale();
  const bool has_axis = area.height > 70;
  const bool has_title = has_axis && !spec.x_title.empty() && area.height > 110;
  if (has_axis) area.height -= kGap + line_height(kLabelText) + (has_title ? line_height(kSmallText) + 2 : 0);
  std::size_t shown = spec.groups.size();
  if (real(shown) * kLeastRow > area.height) {
    const double more_line = line_height(kSmallText) + 2;
    shown = std::min(shown, static_cast<std::size_t>(std::max(0.0, area.height - more_line) / kLeastRow));
    const std::string more =
        phrase(Phrase::MoreInTable, locale.language,
               {format_count(static_cast<std::int64_t>(spec.groups.size() - shown), locale)});
    const std::string fitted = fit_text(builder.measure(), more, area.width, kSmallText);
    if (!fitted.empty()) {
      builder.text_where_free({fitted, {}, Align::Start, kSmallText, {Role::MutedText}},
                              std::array{Point{area.x, area.y + line_height(kSmallText) / 2}});
    }
    area.y += more_line;
    area.height = std::max(0.0, area.height - more_line);
  }
  area.height = std::min(area.height, kTallestRow * real(std::max<std::size_t>(shown, 1)));
  for (std::size_t group = 0; group < shown; ++group)
    names = std::max(names, builder.width_of(spec.groups[group].name));
  names = std::min(names, area.width * 0.35);
  const double left = area.x + (names > 0 ? names + kGap : 0) + 4;
  const Rect plot{left, area.y, std::max(1.0, area.right() - 4 - left), std::max(1.0, area.height)};
  const AxisSpec axis{Scale::Kind::Linear, domain, spec.format, spec.x_title};
  const Interval widened = nice_domain(Scale{Scale::Kind::Linear, domain, {0, 1}}.domain(),
                                       static_cast<std::size_t>(std::clamp(plot.width / 60, 2.0, 12.0)));
  const Scale x{Scale::Kind::Linear, widened, {plot.x, plot.right()}};
  if (has_axis) builder.add_horizontal_axis(plot, x, axis, true);
  if (has_title) builder.add_x_title(spec.x_title, plot);
  builder.chart().plot = plot;
  builder.chart().x = x;
  const BandScale rows{shown, {plot.y, plot.bottom()}, 0.2};
  for (std::size_t group = 0; group < shown; ++group) {
    const Spread& spread = spec.groups[group].spread;
    const double middle = rows.center(group);
    add_name(builder, spec.groups[group], names, {left - 4 - kGap, middle}, rows.step());
    if (spread.count == 0) continue;
    draw_group(builder, spread, x, middle, rows.bandwidth());
    builder.hit({0,
                 group,
                 Reach::Box,
                 {plot.x, rows.start(group), plot.width, rows.bandwidth()},
                 {x.at(spread.median), middle},
                 tooltip_lines(datum_of(spec, group, locale), locale)});
  }
  describe(builder, spec);
  return std::move(builder).finish();
}

}  // namespace attune::chart
