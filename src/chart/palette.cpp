#include "chart/palette.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace attune::chart {
namespace {

constexpr Color hex(std::uint32_t rgb) noexcept { return color_from_hex(rgb); }

constexpr Palette kLight{
    .surface = hex(0xFFFFFF),
    .grid = hex(0xE8E6E1),
    .axis = hex(0x8C8A84),
    .text = hex(0x1E1F24),
    .muted_text = hex(0x62646B),
    .accent = hex(0x424477),
    .muted = hex(0xB9B7B0),
    .series = {hex(0x424477), hex(0xD77A02), hex(0x32A38F), hex(0x894CC2), hex(0x861E1D), hex(0x277673),
               hex(0xA67DE9), hex(0xBA4009)},
    .negative = hex(0xC04A12),
    .neutral = hex(0x95938B),
    .positive = hex(0x1F7A77),
    .sequential = {hex(0xEFF2F4), hex(0x7C9DB8), hex(0x26355F)},
    .diverging_middle = hex(0xE4E2DC),
};

constexpr Palette kDark{
    .surface = hex(0x16181D),
    .grid = hex(0x2B2E36),
    .axis = hex(0x7D8089),
    .text = hex(0xECECEE),
    .muted_text = hex(0xA3A6AE),
    .accent = hex(0x9094E0),
    .muted = hex(0x555963),
    .series = {hex(0x676BB8), hex(0xF3A90A), hex(0x81EBAA), hex(0xB481FD), hex(0x9A6367), hex(0x5BABA8),
               hex(0xD9BAFF), hex(0xD67119)},
    .negative = hex(0xE8814F),
    .neutral = hex(0x84878F),
    .positive = hex(0x4DB8B0),
    .sequential = {hex(0x23262E), hex(0x51749A), hex(0xCFE3F5)},
    .diverging_middle = hex(0x3A3D45),
};

constexpr Palette kHighContrast{
    .surface = hex(0x000000),
    .grid = hex(0x4A4A4A),
    .axis = hex(0xFFFFFF),
    .text = hex(0xFFFFFF),
    .muted_text = hex(0xE0E0E0),
    .accent = hex(0xFFE14D),
    .muted = hex(0x8A8A8A),
    .series = {hex(0x777BD0), hex(0xF3A90A), hex(0x81EBAA), hex(0xB481FD), hex(0xA87075), hex(0x5BABA8),
               hex(0xD9BAFF), hex(0xDF7A1C)},
    .negative = hex(0xFF8A4C),
    .neutral = hex(0xB0B0B0),
    .positive = hex(0x4FE0D6),
    .sequential = {hex(0x1A1A1A), hex(0x4F86C0), hex(0xFFFFFF)},
    .diverging_middle = hex(0x555555),
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

Oklab oklab_from_color(Color color) noexcept {
  const double red = linear(color.red);
  const double green = linear(color.green);
  const double blue = linear(color.blue);
  const double l = std::cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const double m = std::cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const double s = std::cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

Color color_from_oklab(Oklab lab) noexcept {
  const double l = std::pow(lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
  const double m = std::pow(lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
  const double s = std::pow(lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
  return {channel_from_linear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
          channel_from_linear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
          channel_from_linear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s), 1};
}

double luminance(Color color) noexcept {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

Color base_color(const Ink& ink, const Palette& palette) noexcept {
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
      return palette.series[static_cast<std::size_t>(std::max(0.0, ink.value)) % kSeriesColors];
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

std::string hex_from_color(Color color) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "#%02x%02x%02x", color.red, color.green, color.blue);
  return text.data();
}

Color mixed(Color from, Color to, double share) noexcept {
  if (!(share > 0)) return from;
  if (share >= 1) return to;
  const Oklab a = oklab_from_color(from);
  const Oklab b = oklab_from_color(to);
  return color_from_oklab(
      {std::lerp(a.lightness, b.lightness, share), std::lerp(a.a, b.a, share), std::lerp(a.b, b.b, share)});
}

double contrast_ratio(Color a, Color b) noexcept {
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
    case Theme::HighContrast:
      return kHighContrast;
  }
  return kLight;
}

Color color_of(const Ink& ink, const Palette& palette) noexcept {
  Color color = base_color(ink, palette);
  color.opacity = std::clamp(ink.opacity, 0.0, 1.0);
  return color;
}

Color text_color_on(Color backdrop, const Palette& palette) noexcept {
  const bool text_reads_better =
      contrast_ratio(backdrop, palette.text) >= contrast_ratio(backdrop, palette.surface);
  return text_reads_better ? palette.text : palette.surface;
}

Color color_of(const TextMark& mark, const Palette& palette) noexcept {
  if (!mark.backdrop) return color_of(mark.ink, palette);
  // Seen through its opacity, the backdrop is mixed with the surface below it.
  const Color backdrop = mixed(palette.surface, base_color(*mark.backdrop, palette), mark.backdrop->opacity);
  return text_color_on(backdrop, palette);
}

}  // namespace attune::chart
