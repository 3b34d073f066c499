// What stands out in time, each alert with the reviews behind it.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

void draw_alerts(Frame& frame);

}  // namespace attune::ui
