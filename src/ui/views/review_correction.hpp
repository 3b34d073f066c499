// Saying of one review what it really is: the three feelings, the model's or the corrected one marked.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

void draw_correction(Frame& frame, const protocol::ReviewRow& row);

}  // namespace attune::ui
