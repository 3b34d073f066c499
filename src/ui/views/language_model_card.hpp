// Which language model reads the texts, how to use one's own, and the way back.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

void draw_language_model(Frame& frame);

}  // namespace attune::ui
