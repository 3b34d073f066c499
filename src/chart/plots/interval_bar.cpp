#include "chart/plots/interval_bar.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/builder.hpp"
#include "chart/describe.hpp"
#include "chart/words.hpp"

namespace attune::chart {

Chart interval_bar(const IntervalBarSpec& spec, const Surface& surface) {
  ChartBuilder builder{surface, {spec.caption.title, {}}};
  if (!std::isfinite(spec.value)) {
    builder.add_empty_note();
    return std::move(builder).finish();
  }
  const Locale locale = builder.locale();
  Interval domain{spec.domain.low(), spec.domain.high()};
  const auto include = [&](double value) {
    if (std::isfinite(value)) domain = {std::min(domain.from, value), std::max(domain.to, value)};
  };
  include(spec.value);
  if (spec.interval) {
    include(spec.interval->from);
    include(spec.interval->to);
  }
  if (spec.reference) include(*spec.reference);

  const Rect area = builder.area();
  const bool has_labels = area.height >= 2 * line_height(kSmallText) + 4;
  const double middle = has_labels ? (area.height - line_height(kSmallText)) / 2 : area.height / 2;
  const double thickness = std::clamp(area.height / 4, 2.0, 8.0);
  const double margin = std::min(thickness, area.width / 4);
  const Rect track{area.x + margin, middle - thickness / 2, std::max(1.0, area.width - 2 * margin),
                   thickness};
  const Scale scale{Scale::Kind::Linear, domain, {track.x, track.right()}};
  builder.chart().plot = track;
  builder.add(RectMark{
      {track.x - margin, track.y, track.width + 2 * margin, thickness}, {Role::Grid}, thickness / 2});
  const double at = scale.at(spec.value);
  if (spec.interval) {
    const Rect band =
        rect_between({scale.at(spec.interval->from), track.y}, {scale.at(spec.interval->to), track.bottom()});
    builder.add(RectMark{band, with_opacity(spec.ink, 0.45), 1});
  }
  if (spec.reference) {
    const double mark = scale.at(*spec.reference);
    builder.add(RuleMark{{mark, track.y - 4}, {mark, track.bottom() + 4}, {Role::Text}, 1.5});
  }
  const double reach = std::min(thickness / 2 + 3, area.height / 2);
  builder.add(RectMark{{at - 1.5, middle - reach, 3, 2 * reach}, spec.ink, 1.5});
  if (has_labels) {
    const double y = area.height - line_height(kSmallText) / 2;
    const auto add_end = [&](double value, double x, Align align) {
      builder.text_where_free({format_value(value, settled(spec.format, domain.to), locale),
                               {},
                               align,
                               kSmallText,
                               {Role::MutedText}},
                              std::array{Point{x, y}});
    };
    add_end(domain.from, area.x, Align::Start);
    add_end(domain.to, area.right(), Align::End);
    if (spec.reference && !spec.reference_name.empty()) {
      const double half = builder.width_of(spec.reference_name, kSmallText) / 2;
      const double x = std::clamp(scale.at(*spec.reference), half, std::max(half, area.right() - half));
      builder.text_where_free({spec.reference_name, {}, Align::Middle, kSmallText, {Role::MutedText}},
                              std::array{Point{x, y}});
    }
  }
  Datum datum{{}, spec.caption.title, format_value(spec.value, spec.format, locale), {}, spec.count};
  if (spec.interval) datum.interval = format_interval(*spec.interval, spec.format, locale);
  builder.hit({0, 0, Reach::Box, area, {at, middle}, tooltip_lines(datum, locale)});
  builder.description().summary =
      phrase(Phrase::SinglePoint, locale.language,
             {spec.caption.title, datum.value,
              datum.interval.empty() ? "n = " + format_count(spec.count, locale) : datum.interval});
  builder.description().table = table_of(std::array{datum}, phrase(Phrase::Name, locale.language), locale);
  return std::move(builder).finish();
}

}  // namespace attune::chart
