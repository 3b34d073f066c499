// Values along time or another number: lines with gaps, interval bands and annotations.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

inline constexpr double kMissingValue = std::numeric_limits<double>::quiet_NaN();

struct LinePoint {
  double x = 0;                // seconds since 1970 on a time axis; ascending within a series
  double y = 0;                // NaN: a gap in the line
  double low = kMissingValue;  // interval around y
  double high = kMissingValue;
  std::int64_t count = 0;  // cases behind the point; 0: not told
};

struct LineSeries {
  std::string name;
  std::vector<LinePoint> points;
  std::optional<Ink> ink{};  // default: the series' own colour
  Dash dash = Dash::Solid;
  bool is_stepped = false;  // each value holds until the next point (survival)
};

// A moment or a stretch worth a word. `until` makes it a band.
struct Annotation {
  double at = 0;
  std::optional<double> until{};
  std::string label;
};

struct LineSpec {
  Caption caption;
  std::vector<LineSeries> series;
  bool is_time = true;
  std::string x_title{};
  std::string y_title{};
  ValueFormat x_format{};
  ValueFormat y_format{};
  bool starts_at_zero = false;
  std::optional<Interval> y_domain{};   // e.g. 1 to 5 for stars; widened if the data need it
  std::optional<Interval> x_window{};   // what is zoomed to; default: all
  std::vector<Annotation> moments{};    // on x
  std::vector<Annotation> levels{};     // on y, e.g. a goal; `until` is ignored
  std::optional<DateForm> date_form{};  // in tooltips and table; default: as the distances ask for
};

[[nodiscard]] Chart line_chart(const LineSpec& spec, const Surface& surface);

// The same without axes, for a table cell or a tile: line, band, and a dot on the last value.
[[nodiscard]] Chart sparkline(const LineSpec& spec, const Surface& surface);

}  // namespace attune::chart
