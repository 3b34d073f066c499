// What stands at the top of every page: its title, the files it is about, what one can do with them, and how
// far the analysis is.
#pragma once

#include <string_view>

#include "ui/view.hpp"

namespace attune::ui {

void draw_page_top(Frame& frame, Text title, std::string_view caption);

// The view's address goes to the clipboard, and a sentence says what it holds.
void copy_link(Frame& frame);

// The name of the dialog with appearance, language and "Forget everything".
inline constexpr std::string_view kSettingsDialog = "settings";

}  // namespace attune::ui
