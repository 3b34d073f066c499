// What the page tells the canvas by number; the same values stand in web/host/ui_module.js.
#pragma once

#include <cstdint>

namespace attune::ui_module {

enum class Input : std::int32_t {
  Resize = 0,       // width, height (device pixels), device pixels per CSS pixel
  Pointer = 1,      // x, y (device pixels), 1 for a finger
  PointerGone = 2,  //
  Button = 3,       // which, 1 down or 0 up
  Scroll = 4,       // x, y (device pixels), 1 if it brings its own momentum
  PageFocus = 5,    // 1 or 0
  Context = 6,      // 1 alive, 0 lost
  Preferences = 7,  // bits: 1 dark, 2 more contrast, 4 less motion, 8 a keyboard with a command key
  Focus = 8,        // id of the mirror element that got the focus; 0: none
  Activate = 9,     // id of the mirror element that was activated without a pointer
  Number = 10,      // id, value
  Resend = 11,      // the mirror wants the whole list again
};

enum class Text : std::int32_t {
  KeyDown = 0,  // KeyboardEvent.code; `argument` holds the modifiers: 1 control, 2 shift, 4 alt, 8 meta
  KeyUp = 1,
  Field = 2,  // the whole text of the field whose id is `argument`
};

enum class FigureOf : std::int32_t {
  Frames = 0,
  WidgetsMillis,
  RenderMillis,
  MirrorMillis,
  WorstMillis,
  Items,
  Synchronisations
};

}  // namespace attune::ui_module
