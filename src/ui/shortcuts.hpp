// The keys that mean the same on every page. A text field that is being edited keeps its own: they never come
// here.
#pragma once

#include <cstdint>

namespace attune::ui {

enum class Shortcut : std::uint8_t { None, Commands, KeyboardHelp };

// What was pressed in this frame.
[[nodiscard]] Shortcut pressed_shortcut();

}  // namespace attune::ui
