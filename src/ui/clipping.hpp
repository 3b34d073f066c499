// What a reader takes out of the canvas: a table or a chart, to the clipboard or as a file. Widgets put it
// into the context; the shell hands it to the page.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "chart/chart.hpp"

namespace attune::ui {

struct TableClip {
  chart::DataTable table;
};

// The numbers behind a chart as a file.
struct NumbersClip {
  std::string name;  // of the file, without its ending
  chart::DataTable table;
  char delimiter = ',';
};

struct PictureClip {
  enum class Way : std::uint8_t { Copy, SavePicture, SaveDrawing };
  Way way = Way::Copy;
  std::string name;  // of the file, without its ending
  std::string svg;
  chart::Size size;
};

using Clipping = std::variant<TableClip, NumbersClip, PictureClip>;

// "Rating by month" -> "rating-by-month": letters without accents and digits, at most 60; "attune" where none
// is left.
[[nodiscard]] std::string file_name_from(std::string_view title);

}  // namespace attune::ui
