// One review in full: its words that mattered, its sentences by feeling, and everything else its row holds.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

// Inside a drawer. `frame.detail` may still be on its way.
void draw_review_detail(Frame& frame);

}  // namespace attune::ui
