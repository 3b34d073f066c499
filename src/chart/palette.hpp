// The one table of chart colours: what each role looks like in a theme.
//
// The eight categorical colours were searched for in OKLCh so that every pair stays at least 0.12 apart in
// OKLab (Ottosson 2020) for normal vision and for simulated protanopia, deuteranopia and tritanopia (Machado
// et al. 2009), each at 3:1 or more against the surface. tests/unit/chart/palette_test.cpp keeps it so.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "chart/marks.hpp"

namespace attune::chart {

struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  double opacity = 1;
  bool operator==(const Color&) const = default;
};

[[nodiscard]] constexpr Color color_from_hex(std::uint32_t rgb) noexcept {
  return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>((rgb >> 8U) & 0xFFU),
          static_cast<std::uint8_t>(rgb & 0xFFU), 1};
}
[[nodiscard]] std::string hex_from_color(Color color);  // "#1f7a8c"; opacity is not part of it

// Blended evenly to the eye (in OKLab); share 0 is `from`, 1 is `to`.
[[nodiscard]] Color mixed(Color from, Color to, double share) noexcept;

// WCAG 2.2 contrast ratio, 1 to 21, opacity ignored.
[[nodiscard]] double contrast_ratio(Color a, Color b) noexcept;

enum class Theme : std::uint8_t { Light, Dark, HighContrast };

inline constexpr std::size_t kSeriesColors = 8;

struct Palette {
  Color surface, grid, axis, text, muted_text, accent, muted;
  std::array<Color, kSeriesColors> series;
  Color negative, neutral, positive;
  std::array<Color, 3> sequential;  // least, middle, most
  Color diverging_middle;           // between negative and positive
};

[[nodiscard]] const Palette& palette_of(Theme theme) noexcept;

[[nodiscard]] Color color_of(const Ink& ink, const Palette& palette) noexcept;

// Whichever of the palette's text and surface colours reads better on `backdrop`.
[[nodiscard]] Color text_color_on(Color backdrop, const Palette& palette) noexcept;

// What a text mark is drawn in: its ink, or what reads on its backdrop.
[[nodiscard]] Color color_of(const TextMark& mark, const Palette& palette) noexcept;

}  // namespace attune::chart
