#include "chart/plots/heat_map.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/builder.hpp"
#include "chart/describe.hpp"
#include "chart/words.hpp"

namespace attune::chart {
namespace {

struct Grid {
  const HeatMapSpec& spec;
  Interval colours{0, 1};

  [[nodiscard]] std::size_t cell(std::size_t row, std::size_t column) const noexcept {
    return row * spec.columns.size() + column;
  }
  [[nodiscard]] double value(std::size_t row, std::size_t column) const {
    const std::size_t at = cell(row, column);
    return at < spec.values.size() ? spec.values[at] : std::nan("");
  }
  [[nodiscard]] std::int64_t count(std::size_t row, std::size_t column) const {
    const std::size_t at = cell(row, column);
    return at < spec.counts.size() ? spec.counts[at] : 0;
  }
  [[nodiscard]] Ink ink(double value) const {
    if (spec.is_diverging) {
      const double size = std::max(std::abs(colours.from), std::abs(colours.to));
      return {Role::Diverging, size > 0 ? value / size : 0};
    }
    return {Role::Sequential, colours.length() > 0 ? (value - colours.from) / colours.length() : 0.5};
  }
  [[nodiscard]] std::string label(std::size_t row, std::size_t column, Locale locale) const {
    const std::size_t at = cell(row, column);
    return at < spec.labels.size() ? spec.labels[at] : format_value(value(row, column), spec.format, locale);
  }
  [[nodiscard]] Datum datum(std::size_t row, std::size_t column, Locale locale) const {
    const std::size_t at = cell(row, column);
    const std::string value_text = format_value(value(row, column), spec.format, locale);
    const bool has_name = at < spec.labels.size() && spec.labels[at] != value_text;
    const auto titled = [](const std::string& title, const std::string& name) {
      return title.empty() ? name : title + ": " + name;
    };
    return {titled(spec.y_title, spec.rows[row]),
            titled(spec.x_title, spec.columns[column]),
            has_name ? spec.labels[at] + ": " + value_text : value_text,
            {},
            count(row, column)};
  }
};

Interval colour_domain(const HeatMapSpec& spec) {
  if (spec.domain) return *spec.domain;
  Interval domain{0, 0};
  bool is_first = true;
  for (const double value : spec.values) {
    if (!std::isfinite(value)) continue;
    domain = is_first ? Interval{value, value}
                      : Interval{std::min(domain.from, value), std::max(domain.to, value)};
    is_first = false;
  }
  return domain;
}

void describe(ChartBuilder& builder, const Grid& grid) {
  const Locale locale = builder.locale();
  const HeatMapSpec& spec = grid.spec;
  std::vector<Datum> data;
  std::array<std::size_t, 2> highest{}, lowest{};
  double high = -HUGE_VAL;
  double low = HUGE_VAL;
  for (std::size_t row = 0; row < spec.rows.size(); ++row) {
    for (std::size_t column = 0; column < spec.columns.size(); ++column) {
      const double value = grid.value(row, column);
      if (!std::isfinite(value)) continue;
      data.push_back(grid.datum(row, column, locale));
      if (value > high) high = value, highest = {row, column};
      if (value < low) low = value, lowest = {row, column};
    }
  }
  const auto name = [&](const std::array<std::size_t, 2>& cell) {
    return spec.rows[cell[0]] + " · " + spec.columns[cell[1]];
  };
  builder.description().summary = phrase(Phrase::BarSummary, locale.language,
                                         {name(highest), format_value(high, spec.format, locale),
                                          name(lowest), format_value(low, spec.format, locale)});
  builder.description().table =
      table_of(data, spec.x_title.empty() ? phrase(Phrase::Name, locale.language) : spec.x_title, locale);
}

// From least to most, for cells too small to hold their value.
void add_colour_key(ChartBuilder& builder, const Grid& grid) {
  constexpr double kKeyWidth = 90;
  constexpr int kSteps = 9;
  Rect& area = builder.area();
  const std::string low = format_value(grid.colours.from, grid.spec.format, builder.locale());
  const std::string high = format_value(grid.colours.to, grid.spec.format, builder.locale());
  const double before = builder.width_of(low, kSmallText) + 6;
  if (before + kKeyWidth + 6 + builder.width_of(high, kSmallText) > area.width || area.height < 80) return;
  const double y = area.y + line_height(kSmallText) / 2;
  builder.text(low, {area.x, y}, Align::Start, kSmallText, {Role::MutedText});
  for (int i = 0; i < kSteps; ++i) {
    const double share = real(i) / (kSteps - 1);
    const double width = kKeyWidth / kSteps;
    builder.add(RectMark{{area.x + before + width * i, y - 5, width, 10},
                         grid.ink(grid.colours.from + share * grid.colours.length())});
  }
  builder.text(high, {area.x + before + kKeyWidth + 6, y}, Align::Start, kSmallText, {Role::MutedText});
  area.y += line_height(kSmallText) + kGap;
  area.height -= line_height(kSmallText) + kGap;
}

// Names that do not fit beside their neighbours are left out; the first one always stays.
void add_names(ChartBuilder& builder, const HeatMapSpec& spec, const Rect& plot, const BandScale& rows,
               const BandScale& columns) {
  const double names = plot.x - builder.area().x - kGap;
  for (std::size_t row = 0; row < spec.rows.size(); ++row) {
    const std::string note = row < spec.row_notes.size() ? spec.row_notes[row] : std::string{};
    const double note_width = note.empty() ? 0 : builder.width_of(note, kSmallText) + 8;
    const bool has_note = note_width > 0 && note_width < names * 0.5;
    const std::string name =
        fit_text(builder.measure(), spec.rows[row], names - (has_note ? note_width : 0), kLabelText);
    const double y = rows.center(row);
    if (name.empty()) continue;
    const bool stands = builder.text_where_free({name, {}, Align::Start, kLabelText, {Role::Text}},
                                                std::array{Point{builder.area().x, y}});
    if (stands && has_note) {
      builder.text_where_free({note, {}, Align::End, kSmallText, {Role::MutedText}},
                              std::array{Point{plot.x - kGap, y}});
    }
  }
  const double y = plot.y - 4 - kHalfLine;
  for (std::size_t column = 0; column < spec.columns.size(); ++column) {
    const double half = builder.width_of(spec.columns[column]) / 2;
    const double x =
        std::clamp(columns.center(column), half, std::max(half, builder.chart().size.width - half));
    const Rect needed{x - half - 4, y - 1, 2 * half + 8, 2};
    if (!builder.is_free(
            {std::max(0.0, needed.x), needed.y, std::min(needed.width, builder.chart().size.width), 2}))
      continue;
    builder.text_where_free({spec.columns[column], {}, Align::Middle, kLabelText, {Role::MutedText}},
                            std::array{Point{x, y}});
  }
}

}  // namespace

Chart heat_map(const HeatMapSpec& spec, const Surface& surface) {
  ChartBuilder builder{surface, spec.caption};
  const bool is_empty =
      spec.columns.empty() || spec.rows.empty() ||
      std::none_of(spec.values.begin(), spec.values.end(), [](double value) { return std::isfinite(value); });
  if (is_empty) {
    builder.add_empty_note();
    return std::move(builder).finish();
  }
  const Locale locale = builder.locale();
  const Grid grid{spec, colour_domain(spec)};
  double names = 0;
  for (std::size_t row = 0; row < spec.rows.size(); ++row) {
    const double note =
        row < spec.row_notes.size() ? builder.width_of(spec.row_notes[row], kSmallText) + 8 : 0;
    names = std::max(names, builder.width_of(spec.rows[row]) + note);
  }
  names = std::min(names, builder.area().width * 0.34);
  double widest = 0;
  for (std::size_t row = 0; row < spec.rows.size(); ++row) {
    for (std::size_t column = 0; column < spec.columns.size(); ++column) {
      if (std::isfinite(grid.value(row, column)))
        widest = std::max(widest, builder.width_of(grid.label(row, column, locale), kSmallText));
    }
  }
  const double column_width = (builder.area().width - names - kGap) / real(spec.columns.size());
  const bool names_every_cell =
      widest + 6 <= column_width && builder.area().height / real(spec.rows.size()) > 26;
  if (!names_every_cell) add_colour_key(builder, grid);
  if (!spec.y_title.empty() || !spec.x_title.empty()) {
    const std::string titles = spec.y_title.empty() || spec.x_title.empty()
                                   ? spec.y_title + spec.x_title
                                   : spec.y_title + " \u2193  " + spec.x_title + " \u2192";
    builder.add_y_title(titles);
  }
  const Rect& area = builder.area();
  const bool has_column_names = area.height > 60;
  const double top = area.y + (has_column_names ? line_height(kLabelText) + 4 : 0);
  const Rect plot{area.x + names + kGap, top, std::max(1.0, area.right() - area.x - names - kGap),
                  std::max(1.0, area.bottom() - top)};
  // Tall cells would make a few rows look like a flag.
  const double height = std::min(plot.height, real(spec.rows.size()) * 48);
  const BandScale rows{spec.rows.size(), {plot.y, plot.y + height}, 0};
  const BandScale columns{spec.columns.size(), {plot.x, plot.right()}, 0};
  builder.chart().plot = {plot.x, plot.y, plot.width, height};
  const double gap = std::min(columns.step(), rows.step()) > 8 ? 1 : 0;
  for (std::size_t row = 0; row < spec.rows.size(); ++row) {
    for (std::size_t column = 0; column < spec.columns.size(); ++column) {
      const double value = grid.value(row, column);
      if (!std::isfinite(value)) continue;
      const Rect box{columns.start(column), rows.start(row), columns.step() - gap, rows.step() - gap};
      const Ink ink = grid.ink(value);
      builder.add(RectMark{box, ink, gap > 0 ? 2.0 : 0.0});
      for (const std::string& label :
           {grid.label(row, column, locale), format_value(value, spec.format, locale)}) {
        if (builder.width_of(label, kSmallText) + 6 > box.width || box.height < line_height(kSmallText))
          continue;
        builder.text_where_free({label, {}, Align::Middle, kSmallText, {Role::Text}, ink},
                                std::array{box.center()});
        break;
      }
      builder.hit({row, column, Reach::Box, box, box.center(),
                   tooltip_lines(grid.datum(row, column, locale), locale)});
    }
  }
  if (has_column_names) add_names(builder, spec, builder.chart().plot, rows, columns);
  describe(builder, grid);
  return std::move(builder).finish();
}

Chart cohort_chart(const CohortSpec& spec, const Surface& surface) {
  HeatMapSpec map;
  map.caption = spec.caption;
  map.x_title = spec.period_title;
  map.format = {Unit::Percent, 0, {}};
  map.domain = Interval{0, 1};
  std::size_t periods = 0;
  for (const Cohort& cohort : spec.cohorts) periods = std::max(periods, cohort.retained.size());
  for (std::size_t period = 0; period < periods; ++period) map.columns.push_back(std::to_string(period));
  for (const Cohort& cohort : spec.cohorts) {
    map.rows.push_back(cohort.name);
    map.row_notes.push_back("n = " + format_count(cohort.size, surface.locale));
    for (std::size_t period = 0; period < periods; ++period) {
      map.values.push_back(period < cohort.retained.size() ? cohort.retained[period] : std::nan(""));
      map.counts.push_back(cohort.size);
    }
  }
  return heat_map(map, surface);
}

Chart rfm_grid(const RfmSpec& spec, const Surface& surface) {
  HeatMapSpec map;
  map.caption = spec.caption;
  map.x_title = spec.recency_title;
  map.y_title = spec.frequency_title;
  map.format = kCountFormat;
  for (int score = 1; score <= 5; ++score) {
    map.columns.push_back(std::to_string(score));
    map.rows.push_back(std::to_string(6 - score));
  }
  std::int64_t total = 0;
  for (const std::int64_t count : spec.customers) total += count;
  for (std::size_t cell = 0; cell < 25; ++cell) {
    const std::int64_t count = cell < spec.customers.size() ? spec.customers[cell] : 0;
    map.values.push_back(total > 0 ? real(count) : std::nan(""));
    const std::string count_text = format_count(count, surface.locale);
    const bool has_segment = cell < spec.segments.size() && !spec.segments[cell].empty();
    map.labels.push_back(has_segment ? spec.segments[cell] + " " + count_text : count_text);
  }
  return heat_map(map, surface);
}

}  // namespace attune::chart
