#include "chart/plots/diverging.hpp"

#include <algorithm>
#include <array>

#include "chart/builder.hpp"
#include "chart/describe.hpp"
#include "chart/words.hpp"

namespace attune::chart {
namespace {

constexpr double kLeastRow = 17;
constexpr double kTallestRow = 38;

std::int64_t count_of(const DivergingRow& row, std::size_t level) {
  return level < row.counts.size() ? std::max<std::int64_t>(row.counts[level], 0) : 0;
}

std::int64_t total_of(const DivergingSpec& spec, const DivergingRow& row) {
  std::int64_t total = 0;
  for (std::size_t level = 0; level < spec.levels.size(); ++level) total += count_of(row, level);
  return total;
}

double share_of(const DivergingSpec& spec, const DivergingRow& row, std::size_t level) {
  const std::int64_t total = total_of(spec, row);
  return total == 0 ? 0 : real(count_of(row, level)) / real(total);
}

// How far the row reaches to the left of the line.
double left_share(const DivergingSpec& spec, const DivergingRow& row) {
  double share = 0;
  for (std::size_t level = 0; level < spec.levels.size() / 2; ++level) share += share_of(spec, row, level);
  if (spec.levels.size() % 2 == 1) share += share_of(spec, row, spec.levels.size() / 2) / 2;
  return share;
}

Datum datum_of(const DivergingSpec& spec, std::size_t row, std::size_t level, Locale locale) {
  return {spec.levels[level].name,
          spec.rows[row].name,
          format_value(share_of(spec, spec.rows[row], level), kPercentFormat, locale),
          {},
          count_of(spec.rows[row], level)};
}

void describe(ChartBuilder& builder, const DivergingSpec& spec) {
  const Locale locale = builder.locale();
  std::vector<Datum> data;
  std::vector<std::int64_t> totals(spec.levels.size());
  std::int64_t total = 0;
  for (std::size_t row = 0; row < spec.rows.size(); ++row) {
    for (std::size_t level = 0; level < spec.levels.size(); ++level) {
      data.push_back(datum_of(spec, row, level, locale));
      totals[level] += count_of(spec.rows[row], level);
      total += count_of(spec.rows[row], level);
    }
  }
  std::string summary;
  for (std::size_t level = 0; level < spec.levels.size(); ++level) {
    summary += (level > 0 ? " " : "") +
               phrase(Phrase::ShareSummary, locale.language,
                      {spec.levels[level].name,
                       format_value(real(totals[level]) / real(total), kPercentFormat, locale),
                       format_count(total, locale)});
  }
  builder.description().summary = std::move(summary);
  builder.description().table = table_of(data, phrase(Phrase::Value, locale.language), locale);
}

}  // namespace

Chart diverging_bar(const DivergingSpec& spec, const Surface& surface) {
  ChartBuilder builder{surface, spec.caption};
  const bool is_empty = std::all_of(spec.rows.begin(), spec.rows.end(),
                                    [&](const DivergingRow& row) { return total_of(spec, row) == 0; });
  if (is_empty) {
    builder.add_empty_note();
    return std::move(builder).finish();
  }
  std::vector<LegendEntry> entries;
  for (const DivergingLevel& level : spec.levels) entries.push_back({level.name, level.ink});
  if (builder.area().height > 40) builder.add_legend(entries);

  Rect& area = builder.area();
  std::size_t shown = spec.rows.size();
  if (shown > 1 && real(shown) * kLeastRow > area.height) {
    area.height = std::max(0.0, area.height - line_height(kSmallText) - 2);
    shown = std::min(shown, static_cast<std::size_t>(area.height / kLeastRow));
    const std::string more =
        phrase(Phrase::MoreInTable, builder.locale().language,
               {format_count(static_cast<std::int64_t>(spec.rows.size() - shown), builder.locale())});
    const std::string fitted = fit_text(builder.measure(), more, area.width, kSmallText);
    const Point below{area.x, area.bottom() + 2 + line_height(kSmallText) / 2};
    if (!fitted.empty()) {
      builder.text_where_free({fitted, {}, Align::Start, kSmallText, {Role::MutedText}}, std::array{below});
    }
  }
  area.height = std::min(area.height, kTallestRow * real(shown));

  const auto count_label = [&](const DivergingRow& row) {
    return "n = " + format_count(total_of(spec, row), builder.locale());
  };
  double names = 0;
  double counts = 0;
  Interval reach{0, 0};
  for (std::size_t row = 0; row < shown; ++row) {
    names = std::max(names, builder.width_of(spec.rows[row].name));
    counts = std::max(counts, builder.width_of(count_label(spec.rows[row]), kSmallText));
    const double left = left_share(spec, spec.rows[row]);
    if (total_of(spec, spec.rows[row]) > 0)
      reach = {std::min(reach.from, -left), std::max(reach.to, 1 - left)};
  }
  names = std::min(names, area.width * 0.35);
  const bool has_counts = counts + kGap < area.width * 0.3;
  const double left = area.x + (names > 0 ? names + kGap : 0);
  const double right = area.right() - (has_counts ? counts + kGap : 0);
  const Rect plot{left, area.y, std::max(1.0, right - left), area.height};
  const Scale scale{Scale::Kind::Linear, reach.length() > 0 ? reach : Interval{0, 1}, {plot.x, plot.right()}};
  const BandScale bands{shown, {plot.y, plot.bottom()}, 0.3};
  builder.chart().plot = plot;

  for (std::size_t row = 0; row < shown; ++row) {
    const double middle = bands.center(row);
    const std::string name = fit_text(builder.measure(), spec.rows[row].name, names, kLabelText);
    if (!name.empty() && plot.height >= line_height(kLabelText))
      builder.text(name, {left - kGap, middle}, Align::End);
    if (has_counts && plot.height >= line_height(kSmallText)) {
      builder.text(count_label(spec.rows[row]), {area.right(), middle}, Align::End, kSmallText,
                   {Role::MutedText});
    }
    double at = -left_share(spec, spec.rows[row]);
    for (std::size_t level = 0; level < spec.levels.size(); ++level) {
      const double share = share_of(spec, spec.rows[row], level);
      if (share <= 0) continue;
      const Rect box = rect_between({scale.at(at), bands.start(row)},
                                    {scale.at(at + share), bands.start(row) + bands.bandwidth()});
      const Ink ink = spec.levels[level].ink;
      builder.add(RectMark{box, ink, 0, Ink{Role::Surface}});
      const std::string text = format_value(share, kPercentFormat, builder.locale());
      if (builder.width_of(text, kSmallText) + 6 <= box.width && box.height >= line_height(kSmallText)) {
        builder.text_where_free({text, {}, Align::Middle, kSmallText, {Role::Text}, ink},
                                std::array{box.center()});
      }
      builder.hit({level, row, Reach::Box, box, box.center(),
                   tooltip_lines(datum_of(spec, row, level, builder.locale()), builder.locale())});
      at += share;
    }
  }
  if (shown > 1) {
    const double zero = scale.at(0);
    builder.add(RuleMark{{zero, plot.y}, {zero, plot.bottom()}, {Role::Text, 0, 0.6}});
  }
  describe(builder, spec);
  return std::move(builder).finish();
}

}  // namespace attune::chart
