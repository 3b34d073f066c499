// Appearance, language, what is remembered, and "Forget everything".
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

// Draws the dialog while it is open; open_dialog(kSettingsDialog) opens it.
void draw_settings_dialog(Frame& frame);

}  // namespace attune::ui
