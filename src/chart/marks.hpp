// A chart before it is pixels: a list of marks, drawn first to last, in CSS pixels.
//
// Plots (chart/plots) make them; painters (SVG, the canvas) draw them; describe.hpp is their accessible side.
// A mark names what its colour means, never the colour; palette.hpp resolves that for a theme.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "chart/geometry.hpp"
#include "chart/text_measure.hpp"

namespace attune::chart {

enum class Role : std::uint8_t {
  Surface,  // what lies behind the chart
  Grid,
  Axis,
  Text,
  MutedText,
  Accent,  // the one thing to look at
  Muted,   // data that is only context
  Series,  // value: 0, 1, 2 ... picks a categorical colour
  Positive,
  Neutral,
  Negative,
  Sequential,  // value: 0 (least) to 1 (most)
  Diverging,   // value: -1 (most negative) to 1 (most positive)
};

struct Ink {
  Role role = Role::Text;
  double value = 0;
  double opacity = 1;
  bool operator==(const Ink&) const = default;
};

[[nodiscard]] constexpr Ink series_ink(std::size_t index, double opacity = 1) noexcept {
  return {Role::Series, real(index), opacity};
}
[[nodiscard]] constexpr Ink with_opacity(Ink ink, double opacity) noexcept {
  ink.opacity = opacity;
  return ink;
}

enum class Dash : std::uint8_t { Solid, Dashed, Dotted };
enum class Align : std::uint8_t { Start, Middle, End };  // of a text around its x; start is left
enum class Shape : std::uint8_t { Circle, Square, Triangle, Diamond };

struct PathMark {  // an open line through the points
  std::vector<Point> points;
  Ink stroke;
  double width = 2;
  Dash dash = Dash::Solid;
};

struct AreaMark {  // filled between y = low[i] and y = high[i] at x[i]; the three have one length
  std::vector<double> x;
  std::vector<double> low;
  std::vector<double> high;
  Ink fill;
};

struct RectMark {
  Rect box;
  Ink fill;
  double radius = 0;
  std::optional<Ink> stroke{};
};

struct PointMark {
  Point at;
  double radius = 4;
  Shape shape = Shape::Circle;
  Ink fill;
  std::optional<Ink> outline{};
};

struct TextMark {
  std::string text;
  Point at;  // x as `align` says, y the middle of the line
  Align align = Align::Start;
  TextStyle style = kLabelText;
  Ink ink{Role::Text};
  std::optional<Ink>
      backdrop{};         // drawn on this colour: the painter takes dark or light, whichever reads better
  bool has_halo = false;  // edged in the surface's colour, so that it reads across lines
};

struct RuleMark {
  Point from;
  Point to;
  Ink stroke;
  double width = 1;
  Dash dash = Dash::Solid;
};

using Mark = std::variant<PathMark, AreaMark, RectMark, PointMark, TextMark, RuleMark>;

// The box that a text fills on the screen.
[[nodiscard]] Rect box_of(const TextMark& mark, const TextMeasure& measure);

}  // namespace attune::chart
