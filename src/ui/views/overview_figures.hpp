// The row of key figures: how many, how well rated, how many unhappy, how well the model agrees.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

void draw_key_figures(const Frame& frame);

}  // namespace attune::ui
