// What this browser keeps between visits, if the user says so.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

// A switch, and a sentence on what it does.
void draw_keeping(Frame& frame);

}  // namespace attune::ui
