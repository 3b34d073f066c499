// Every colour of the interface, for each appearance. Contrast is checked by tests/unit/ui/palette_test.cpp:
// text 4.5:1 on every surface it may stand on, marks of charts 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>

namespace attune::ui {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;

  [[nodiscard]] constexpr ImU32 packed() const noexcept { return IM_COL32(red, green, blue, alpha); }
  [[nodiscard]] constexpr Colour with_alpha(std::uint8_t a) const noexcept { return {red, green, blue, a}; }
  friend bool operator==(const Colour&, const Colour&) = default;
};

// 0xRRGGBB as designers write it.
constexpr Colour colour_from_hex(std::uint32_t hex) noexcept {
  return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U),
          static_cast<std::uint8_t>(hex), 255};
}

// `mark` fills shapes and charts, `text` is readable on `soft`, on surface and on background.
struct ToneColours {
  Colour mark, text, soft;
};

struct Palette {
  bool is_dark = false;
  Colour background;             // the page
  Colour surface;                // cards, dialogs
  Colour sunken;                 // fields, tracks, table headers
  Colour raised;                 // what stands out of a sunken track
  Colour hover, press;           // laid over any surface
  Colour border, border_strong;  // decoration; outlines of controls (3:1)
  Colour text, text_soft, text_faint;
  Colour accent, accent_hover, on_accent, accent_soft, accent_text;
  Colour focus;  // the ring around what the keyboard is on
  Colour shadow;
  Colour scrim;  // over the page behind a dialog
  ToneColours neutral, positive, negative, warning;
  std::array<Colour, 8> categories;  // distinguishable with any of the common colour blindnesses
  std::array<Colour, 7> sequence;    // little to much
  std::array<Colour, 7> diverging;   // negative to positive, neutral in the middle
};

enum class Appearance : std::uint8_t { Light, Dark, LightHighContrast, DarkHighContrast };

[[nodiscard]] const Palette& palette_for(Appearance appearance) noexcept;

// WCAG 2.2 relative luminance contrast, 1..21; alpha is ignored.
[[nodiscard]] double contrast_ratio(Colour a, Colour b) noexcept;

}  // namespace attune::ui
