// The strongest praise and the strongest complaints, in the customers' own words.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

void draw_quotes(Frame& frame);

}  // namespace attune::ui
