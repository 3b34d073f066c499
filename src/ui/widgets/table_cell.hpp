// Painting what stands in a table's cell.
#pragma once

#include <imgui.h>

#include "ui/widgets/data_table.hpp"

namespace attune::ui {

// Device pixels. Text takes up to `lines` lines, in the middle of the height; numbers stand at the right.
void draw_cell(ImDrawList& list, const TableCell& cell, ImVec2 low, ImVec2 high, bool is_numeric, int lines);

// Text alone; `align` 0: at the top, 0.5: in the middle.
void draw_cell_lines(ImDrawList& list, const TableCell& cell, ImVec2 low, ImVec2 high, int lines,
                     float align);

}  // namespace attune::ui
