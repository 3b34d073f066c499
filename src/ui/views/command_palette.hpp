// Everything by its name: a few letters find a page or a command (Ctrl-K).
#pragma once

#include <string_view>

#include "ui/view.hpp"
#include "ui/widgets/suggestions.hpp"

namespace attune::ui {

inline constexpr std::string_view kCommandPalette = "command-palette";

class CommandPalette {
 public:
  // Draws it while it is open; open_dialog(kCommandPalette) opens it. Does what was chosen, once it is
  // closed. `has_pages`: there is something to look at. `is_pressed_again`: its shortcut closes it, too.
  void draw(Frame& frame, bool has_pages, bool is_pressed_again);

 private:
  SuggestState state_;
};

}  // namespace attune::ui
