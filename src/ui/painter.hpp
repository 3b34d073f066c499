// Charts on the canvas: marks to an ImGui draw list, text measured by the browser, hover and tooltip, and the
// figure with its table in the accessible mirror.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "chart/chart.hpp"
#include "chart/palette.hpp"
#include "chart/text_measure.hpp"

namespace attune::ui {

// The chart colours of the current appearance.
[[nodiscard]] chart::Palette chart_palette();

// Widths as the current context's fonts draw them. Valid within a frame.
class CanvasTextMeasure final : public chart::TextMeasure {
 public:
  [[nodiscard]] double width(std::string_view utf8, chart::TextStyle style) const override;
};

// Paints with the chart's top left corner at `origin` (device pixels).
void paint(ImDrawList& list, ImVec2 origin, const chart::Chart& chart);
void paint(ImDrawList& list, ImVec2 origin, std::span<const chart::Mark> marks);

struct ChartResponse {
  const chart::HitRegion* hovered = nullptr;  // valid until the next draw
  bool is_pressed = false;                    // on what is hovered
  bool is_released = false;                   // over what is hovered, without a drag in between
  const chart::Chart* chart = nullptr;        // as it was drawn; null when nothing of it is in view
  ImVec2 low{0, 0};                           // its top left corner, device pixels
  bool is_hovered = false;                    // the pointer is over the chart
};

// A chart in a view: keeps its layout from frame to frame. Right to left, the stage reflects it with all that
// is on it: the axis stands on the right and time runs to the left, as chart::Surface lays out one that is
// saved.
//   response = rating_chart_.draw("Rating by month###rating", 260, revision,
//                                 [&](const chart::Surface& surface) { return chart::line_chart(spec,
//                                 surface); });
class ChartPlace {
 public:
  using LayOut = std::function<chart::Chart(const chart::Surface&)>;

  // Lays out anew only when the width, the height, the scale or `revision` (of the data, the filter, the
  // language) differ from the last time.
  ChartResponse draw(std::string_view label, float height_css, std::uint64_t revision, const LayOut& lay_out,
                     chart::Locale locale = {});

  [[nodiscard]] const std::optional<chart::Chart>& chart() const noexcept { return chart_; }

 private:
  std::optional<chart::Chart> chart_;
  std::uint64_t revision_ = 0;
  float scale_ = 0;
  chart::Language language_{};
};

}  // namespace attune::ui
