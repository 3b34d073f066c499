// Which keys do what, as a sheet ("?").
#pragma once

#include <string_view>

#include "ui/view.hpp"

namespace attune::ui {

inline constexpr std::string_view kKeyboardHelp = "keyboard-help";

void draw_keyboard_help(Frame& frame);

}  // namespace attune::ui
