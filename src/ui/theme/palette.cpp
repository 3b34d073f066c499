#include "ui/theme/palette.hpp"

#include <algorithm>
#include <cmath>

namespace attune::ui {
namespace {

constexpr Colour hex(std::uint32_t value) noexcept { return colour_from_hex(value); }

// Warm paper and ink; one blue accent. Positive is a blue-green and negative a vermilion, which stay apart
// with every common colour blindness; a sign or a word always says the same.
constexpr Palette kLight{
    .is_dark = false,
    .background = hex(0xF7F6F2),
    .surface = hex(0xFFFFFF),
    .sunken = hex(0xF1EFEA),
    .raised = hex(0xFFFFFF),
    .hover = hex(0x1E1C18).with_alpha(12),
    .press = hex(0x1E1C18).with_alpha(26),
    .border = hex(0xE6E3DB),
    .border_strong = hex(0x8C877D),
    .text = hex(0x1E1C18),
    .text_soft = hex(0x56524A),
    .text_faint = hex(0x6B665D),
    .accent = hex(0x3451D1),
    .accent_hover = hex(0x2A43B5),
    .on_accent = hex(0xFFFFFF),
    .accent_soft = hex(0xE9EDFC),
    .accent_text = hex(0x2A43B5),
    .focus = hex(0x3451D1),
    .shadow = hex(0x3A3324),
    .scrim = hex(0x1E1C18).with_alpha(110),
    .neutral = {hex(0x8C877D), hex(0x56524A), hex(0xEDEAE3)},
    .positive = {hex(0x0E7A6D), hex(0x0A6156), hex(0xDDF1EC)},
    .negative = {hex(0xC4430F), hex(0xA3360A), hex(0xFCE8DE)},
    .warning = {hex(0xB07A00), hex(0x7A5500), hex(0xFBF0D0)},
    .categories = {hex(0x3451D1), hex(0xC4430F), hex(0x005958), hex(0x97479E), hex(0x9E0026), hex(0x3E96BE),
                   hex(0xB68503), hex(0x2C2266)},
    .sequence = {hex(0xEEF1FD), hex(0xD3DBF9), hex(0xB0BEF3), hex(0x8799EA), hex(0x5C73DF), hex(0x3451D1),
                 hex(0x22379A)},
    .diverging = {hex(0xA3360A), hex(0xD96C3C), hex(0xF2B897), hex(0xE6E3DB), hex(0x9CD2C8), hex(0x3F9C8E),
                  hex(0x0A6156)},
};

constexpr Palette kDark{
    .is_dark = true,
    .background = hex(0x121316),
    .surface = hex(0x1B1D20),
    .sunken = hex(0x26292D),
    .raised = hex(0x3A3E44),
    .hover = hex(0xFFFFFF).with_alpha(14),
    .press = hex(0xFFFFFF).with_alpha(28),
    .border = hex(0x2F3338),
    .border_strong = hex(0x7C7F84),
    .text = hex(0xEDEBE6),
    .text_soft = hex(0xB9B6AF),
    .text_faint = hex(0xA09C94),
    .accent = hex(0x93A5FF),
    .accent_hover = hex(0xAEBBFF),
    .on_accent = hex(0x10163A),
    .accent_soft = hex(0x262C4A),
    .accent_text = hex(0xAEBBFF),
    .focus = hex(0x93A5FF),
    .shadow = hex(0x000000),
    .scrim = hex(0x000000).with_alpha(150),
    .neutral = {hex(0x85827B), hex(0xB9B6AF), hex(0x2B2D30)},
    .positive = {hex(0x3FBFA9), hex(0x6FD6C4), hex(0x17352F)},
    .negative = {hex(0xFF8A5C), hex(0xFFA582), hex(0x43261A)},
    .warning = {hex(0xE2B93B), hex(0xECCB66), hex(0x3A3117)},
    .categories = {hex(0x8FA3FF), hex(0xFF8A5C), hex(0x38949D), hex(0xFFB2BC), hex(0xD8E469), hex(0xC2FFFF),
                   hex(0x7950D2), hex(0xC2533F)},
    .sequence = {hex(0x23283F), hex(0x313A66), hex(0x43508F), hex(0x5A6ABA), hex(0x7688E0), hex(0x9DAEFF),
                 hex(0xCBD4FF)},
    .diverging = {hex(0xFF9A70), hex(0xD0683D), hex(0x7F4A33), hex(0x3A3D42), hex(0x2C6257), hex(0x3A9A88),
                  hex(0x74DAC8)},
};

constexpr Palette high_contrast(Palette palette) noexcept {
  const Colour ink = palette.is_dark ? hex(0xFFFFFF) : hex(0x000000);
  const Colour paper = palette.is_dark ? hex(0x000000) : hex(0xFFFFFF);
  palette.background = palette.surface = palette.sunken = palette.raised = paper;
  palette.border = palette.border_strong = ink;
  palette.text = palette.text_soft = palette.text_faint = ink;
  palette.accent = palette.focus = palette.is_dark ? hex(0xFFE14D) : hex(0x0A1F8F);
  palette.accent_hover = palette.accent;
  palette.accent_text = palette.accent;
  palette.accent_soft = paper;
  palette.on_accent = paper;
  palette.shadow = palette.shadow.with_alpha(0);
  for (ToneColours* tone : {&palette.neutral, &palette.positive, &palette.negative, &palette.warning}) {
    tone->soft = paper;
  }
  palette.neutral.text = ink;
  return palette;
}

constexpr Palette kLightHighContrast = high_contrast(kLight);
constexpr Palette kDarkHighContrast = high_contrast(kDark);

double linear(std::uint8_t channel) noexcept {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) noexcept {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

const Palette& palette_for(Appearance appearance) noexcept {
  switch (appearance) {
    case Appearance::Light:
      return kLight;
    case Appearance::Dark:
      return kDark;
    case Appearance::LightHighContrast:
      return kLightHighContrast;
    case Appearance::DarkHighContrast:
      return kDarkHighContrast;
  }
  return kLight;
}

double contrast_ratio(Colour a, Colour b) noexcept {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace attune::ui
