#include "chart/palette.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace attune::chart {
namespace {

constexpr Colour hex(std::uint32_t rgb) noexcept { return colour_from_hex(rgb); }

// Light and dark agree with the canvas (src/ui/theme/palette.cpp); tests/unit/ui compares the two.
constexpr Palette kLight{
    .surface = hex(0xFFFFFF),
    .grid = hex(0xE6E3DB),
    .axis = hex(0x8C877D),
    .text = hex(0x1E1C18),
    .muted_text = hex(0x6B665D),
    .accent = hex(0x3451D1),
    .muted = hex(0xB5B1A8),
    .series = {hex(0x3451D1), hex(0xC4430F), hex(0x005958), hex(0x97479E), hex(0x9E0026), hex(0x3E96BE),
               hex(0xB68503), hex(0x2C2266)},
    .negative = hex(0xC4430F),
    .neutral = hex(0x8C877D),
    .positive = hex(0x0E7A6D),
    .sequential = {hex(0xEEF1FD), hex(0x8799EA), hex(0x22379A)},
    .diverging_middle = hex(0xE6E3DB),
};

constexpr Palette kDark{
    .surface = hex(0x1B1D20),
    .grid = hex(0x2F3338),
    .axis = hex(0x7C7F84),
    .text = hex(0xEDEBE6),
    .muted_text = hex(0xA09C94),
    .accent = hex(0x93A5FF),
    .muted = hex(0x5B5F66),
    .series = {hex(0x8FA3FF), hex(0xFF8A5C), hex(0x38949D), hex(0xFFB2BC), hex(0xD8E469), hex(0xC2FFFF),
               hex(0x7950D2), hex(0xC2533F)},
    .negative = hex(0xFF8A5C),
    .neutral = hex(0x85827B),
    .positive = hex(0x3FBFA9),
    .sequential = {hex(0x23283F), hex(0x5A6ABA), hex(0xCBD4FF)},
    .diverging_middle = hex(0x3A3D42),
};

struct Oklab {
  double lightness, a, b;
};

double linear(std::uint8_t channel) noexcept {
  const double share = real(channel) / 255;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

std::uint8_t channel_from_linear(double value) noexcept {
  const double share = std::clamp(value, 0.0, 1.0);
  const double encoded = share <= 0.0031308 ? share * 12.92 : 1.055 * std::pow(share, 1 / 2.4) - 0.055;
  return static_cast<std::uint8_t>(std::lround(encoded * 255));
}

Oklab oklab_from_colour(Colour colour) noexcept {
  const double red = linear(colour.red);
  const double green = linear(colour.green);
  const double blue = linear(colour.blue);
  const double l = std::cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const double m = std::cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const double s = std::cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

Colour colour_from_oklab(Oklab lab) noexcept {
  const double l = std::pow(lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
  const double m = std::pow(lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
  const double s = std::pow(lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
  return {channel_from_linear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
          channel_from_linear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
          channel_from_linear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s), 1};
}

double luminance(Colour colour) noexcept {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

Colour base_colour(const Ink& ink, const Palette& palette) noexcept {
  switch (ink.role) {
    case Role::Surface:
      return palette.surface;
    case Role::Grid:
      return palette.grid;
    case Role::Axis:
      return palette.axis;
    case Role::Text:
      return palette.text;
    case Role::MutedText:
      return palette.muted_text;
    case Role::Accent:
      return palette.accent;
    case Role::Muted:
      return palette.muted;
    case Role::Series:
      return palette.series[static_cast<std::size_t>(std::max(0.0, ink.value)) % kSeriesColours];
    case Role::Positive:
      return palette.positive;
    case Role::Neutral:
      return palette.neutral;
    case Role::Negative:
      return palette.negative;
    case Role::Sequential: {
      const double share = std::clamp(ink.value, 0.0, 1.0) * 2;
      return share < 1 ? mixed(palette.sequential[0], palette.sequential[1], share)
                       : mixed(palette.sequential[1], palette.sequential[2], share - 1);
    }
    case Role::Diverging: {
      const double share = std::clamp(ink.value, -1.0, 1.0);
      return mixed(palette.diverging_middle, share < 0 ? palette.negative : palette.positive,
                   std::abs(share));
    }
  }
  return palette.text;
}

}  // namespace

std::string hex_from_colour(Colour colour) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "#%02x%02x%02x", colour.red, colour.green, colour.blue);
  return text.data();
}

Colour mixed(Colour from, Colour to, double share) noexcept {
  if (!(share > 0)) return from;
  if (share >= 1) return to;
  const Oklab a = oklab_from_colour(from);
  const Oklab b = oklab_from_colour(to);
  return colour_from_oklab(
      {std::lerp(a.lightness, b.lightness, share), std::lerp(a.a, b.a, share), std::lerp(a.b, b.b, share)});
}

double contrast_ratio(Colour a, Colour b) noexcept {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

const Palette& palette_of(Theme theme) noexcept {
  switch (theme) {
    case Theme::Light:
      break;
    case Theme::Dark:
      return kDark;
  }
  return kLight;
}

Colour colour_of(const Ink& ink, const Palette& palette) noexcept {
  Colour colour = base_colour(ink, palette);
  colour.opacity = std::clamp(ink.opacity, 0.0, 1.0);
  return colour;
}

Colour text_colour_on(Colour backdrop, const Palette& palette) noexcept {
  // On any colour at least one of black and white reaches 4.5:1.
  Colour best = palette.text;
  for (const Colour& candidate :
       {palette.text, palette.surface, colour_from_hex(0x000000), colour_from_hex(0xFFFFFF)}) {
    if (contrast_ratio(backdrop, best) >= 4.5) break;
    if (contrast_ratio(backdrop, candidate) > contrast_ratio(backdrop, best)) best = candidate;
  }
  return best;
}

Colour colour_of(const TextMark& mark, const Palette& palette) noexcept {
  if (!mark.backdrop) return colour_of(mark.ink, palette);
  // Seen through its opacity, the backdrop is mixed with the surface below it.
  const Colour backdrop =
      mixed(palette.surface, base_colour(*mark.backdrop, palette), mark.backdrop->opacity);
  return text_colour_on(backdrop, palette);
}

}  // namespace attune::chart
