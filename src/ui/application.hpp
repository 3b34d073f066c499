// What runs on the canvas: Attune itself (ui/shell.hpp), or the gallery of its widgets
// (ui/gallery/gallery.hpp).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ui/theme/palette.hpp"

namespace attune::ui {

// What the system asks for (prefers-color-scheme, prefers-contrast, prefers-reduced-motion).
struct Preferences {
  bool is_dark = false;
  bool wants_contrast = false;
  bool reduces_motion = false;
};

class Application {
 public:
  virtual ~Application() = default;

  virtual void draw() = 0;  // one frame, with all its windows

  // A snapshot of snapshot/codec.hpp; an event of src/protocol/README.md, section 3.
  virtual Result<void> adopt_snapshot(std::span<const std::byte> /*bytes*/) { return {}; }
  virtual Result<void> receive_event(std::string_view /*json*/) { return {}; }
  // JSON commands for the page, in order; asked for after each frame.
  virtual std::vector<std::string> take_commands() { return {}; }

  [[nodiscard]] virtual Appearance appearance(const Preferences& preferences) const {
    if (preferences.wants_contrast) {
      return preferences.is_dark ? Appearance::DarkHighContrast : Appearance::LightHighContrast;
    }
    return preferences.is_dark ? Appearance::Dark : Appearance::Light;
  }
};

}  // namespace attune::ui
