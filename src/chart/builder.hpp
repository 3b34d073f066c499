// What every plot is built with: a page that fills from the outside (title, legend, axes) to the inside
// (marks), and that knows where text already stands.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "chart/chart.hpp"
#include "chart/ticks.hpp"

namespace attune::chart {

struct LegendEntry {
  std::string label;
  Ink ink;
  Shape shape = Shape::Square;
  bool is_line = false;
};

struct AxisSpec {
  Scale::Kind kind = Scale::Kind::Linear;
  Interval domain{0, 1};
  ValueFormat format{};
  std::string title{};
  bool is_widened = true;  // to whole ticks
};

class ChartBuilder {
 public:
  // Draws the title (where the surface asks for it) and keeps the note for the bottom. `surface` must outlive
  // this.
  ChartBuilder(const Surface& surface, const Caption& caption);

  [[nodiscard]] const Surface& surface() const noexcept { return surface_; }
  [[nodiscard]] const TextMeasure& measure() const noexcept { return surface_.text; }
  [[nodiscard]] Locale locale() const noexcept { return surface_.locale; }
  [[nodiscard]] double width_of(std::string_view text, TextStyle style = kLabelText) const;

  // What is left for the next part.
  [[nodiscard]] Rect& area() noexcept { return area_; }
  [[nodiscard]] const Rect& area() const noexcept { return area_; }

  void add(Mark mark);
  void text(std::string text, Point at, Align align, TextStyle style = kLabelText, Ink ink = {Role::Text});
  // Adds the text at the first place where it stands inside the frame and touches no other text; false if
  // none.
  bool text_where_free(const TextMark& mark, std::span<const Point> places);
  [[nodiscard]] bool is_free(const Rect& box) const noexcept;

  // One or more lines of entries above the plot; entries that do not fit in three lines are left out of the
  // picture (they stay in the table).
  void add_legend(std::span<const LegendEntry> entries);

  // Draws both axes with grid into the area and says where their scales lie. `right` is kept free for labels.
  struct Axes {
    Rect plot;
    Scale x;
    Scale y;
  };
  Axes add_axes(const AxisSpec& x, const AxisSpec& y, double right = 0);

  void add_y_title(const std::string& title);
  void add_horizontal_axis(const Rect& plot, const Scale& scale, const AxisSpec& spec, bool has_grid);
  void add_x_title(const std::string& title, const Rect& plot);

  // Says that there is nothing to draw, in the middle of the area.
  void add_empty_note();

  HitRegion& hit(HitRegion region);
  Description& description() noexcept { return chart_.description; }
  Chart& chart() noexcept { return chart_; }

  // The finished chart, mirrored where the surface reads from right to left.
  [[nodiscard]] Chart finish() &&;

 private:
  [[nodiscard]] std::vector<Tick> fitting_ticks(const Scale& scale, const AxisSpec& spec,
                                                const Rect& plot) const;

  const Surface& surface_;
  Chart chart_;
  Rect area_;
  std::vector<Rect> text_boxes_;
};

inline constexpr double kGap = 9;  // between a label and what it labels; more than half a line
inline constexpr double kHalfLine = line_height(kLabelText) / 2;

// Moves `centers` as little as needed so that neighbours are `distance` apart inside the range; keeps their
// order. Returns as many as fit: the later ones are cut when the range is too short.
[[nodiscard]] std::vector<double> spread_apart(std::vector<double> centers, double distance, Interval range);

}  // namespace attune::chart
