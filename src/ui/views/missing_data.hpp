// A page whose data is not in the files: what it would show, which export to add, and where the usual shops
// keep it.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

enum class DataNeed : std::uint8_t { Orders, Products, Feedback };

// The whole page below its top. While the files are still being read it only asks for a moment.
void draw_missing_data(Frame& frame, DataNeed need, Text what_it_shows);

}  // namespace attune::ui
