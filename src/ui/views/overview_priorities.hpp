// Where to begin: three to fix, three to praise, whom to call back, what is new.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

// Nothing while there are none.
void draw_priorities(Frame& frame);

}  // namespace attune::ui
