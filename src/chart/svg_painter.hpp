// Marks as SVG: for the report, for "save as picture", and to look at in tests.
#pragma once

#include <string>
#include <string_view>

#include "chart/chart.hpp"
#include "chart/palette.hpp"

namespace attune::chart {

struct SvgOptions {
  Theme theme = Theme::Light;
  bool has_background = false;  // fill the surface, for a picture that stands alone
  double margin = 0;            // around the chart
  std::string font_family = "Helvetica, Arial, 'Liberation Sans', sans-serif";
  std::string id_prefix = "chart";  // must differ between charts on one page
};

// One <svg> element with role="img", a title and a description. Text from the data is escaped; characters
// that XML forbids are left out. No script, no reference to anything outside.
[[nodiscard]] std::string svg_from_chart(const Chart& chart, const SvgOptions& options = {});

// &, <, > and both quotes escaped; what XML forbids becomes a space, broken UTF-8 U+FFFD.
[[nodiscard]] std::string xml_escaped(std::string_view text);

}  // namespace attune::chart
