// A laid-out chart: marks to draw, places that answer the pointer, and the same content in words and as a
// table.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "chart/format.hpp"
#include "chart/geometry.hpp"
#include "chart/marks.hpp"
#include "chart/scale.hpp"

namespace attune::chart {

// What a plot is laid out on. `text` must outlive the call.
struct Surface {
  Size size;
  const TextMeasure& text;
  Locale locale{};
  bool is_right_to_left = false;  // the whole chart is mirrored: axis on the right, time to the left
  bool shows_title = false;       // draw caption.title and caption.note too (a chart that stands alone)
};

struct Caption {
  std::string title;   // names the chart for everyone, drawn or not
  std::string note{};  // what the interval is, where the data comes from
};

// How the pointer finds a region: inside its box, near its anchor, or in the column below and above the
// anchor.
enum class Reach : std::uint8_t { Box, Near, Column };

struct HitRegion {
  std::size_t series = 0;  // which of the plot's series or rows
  std::size_t index = 0;   // which of its points, bars or columns
  Reach reach = Reach::Box;
  Rect box{};
  Point anchor{};                    // where a tooltip points
  std::vector<std::string> lines{};  // the tooltip: what, then value, interval and n
};

// The chart for people who do not see it: every number that was drawn, formatted for their language.
struct DataTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

struct Description {
  std::string title;
  std::string summary;  // one or two sentences
  DataTable table;
};

struct Chart {
  Size size;
  Rect plot{};  // inside the axes
  std::vector<Mark> marks{};
  std::vector<HitRegion> hits{};  // in reading order, so that arrow keys can walk them
  std::optional<Scale> x{};       // for brushing and zooming; absent where the axis is not continuous
  std::optional<Scale> y{};
  Description description{};
};

// The chart as seen in a mirror that stands on its right edge; text keeps its reading direction.
[[nodiscard]] Chart mirrored(Chart chart);

}  // namespace attune::chart
