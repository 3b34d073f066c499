// What each role looks like: a palette, and how an ink becomes a colour in it.
//
// The canvas fills a Palette from its own theme; the ones here serve SVG and agree with it. Any two of the
// eight categorical colours stay at least 0.08 apart in OKLab (Ottosson 2020) for normal vision and for
// simulated protanopia, deuteranopia and tritanopia (Machado et al. 2009). tests/unit/chart/palette_test.cpp
// keeps it so.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "chart/marks.hpp"

namespace attune::chart {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  double opacity = 1;
  bool operator==(const Colour&) const = default;
};

[[nodiscard]] constexpr Colour colour_from_hex(std::uint32_t rgb) noexcept {
  return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>((rgb >> 8U) & 0xFFU),
          static_cast<std::uint8_t>(rgb & 0xFFU), 1};
}
[[nodiscard]] std::string hex_from_colour(Colour colour);  // "#1f7a8c"; opacity is not part of it

// Blended evenly to the eye (in OKLab); share 0 is `from`, 1 is `to`.
[[nodiscard]] Colour mixed(Colour from, Colour to, double share) noexcept;

// WCAG 2.2 contrast ratio, 1 to 21, opacity ignored.
[[nodiscard]] double contrast_ratio(Colour a, Colour b) noexcept;

enum class Theme : std::uint8_t { Light, Dark };

inline constexpr std::size_t kSeriesColours = 8;

struct Palette {
  Colour surface, grid, axis, text, muted_text, accent, muted;
  std::array<Colour, kSeriesColours> series;
  Colour negative, neutral, positive;
  std::array<Colour, 3> sequential;  // least, middle, most
  Colour diverging_middle;           // between negative and positive
};

[[nodiscard]] const Palette& palette_of(Theme theme) noexcept;

[[nodiscard]] Colour colour_of(const Ink& ink, const Palette& palette) noexcept;

// The palette's text colour, its surface colour, black or white: the first that reads on `backdrop` (4.5:1).
[[nodiscard]] Colour text_colour_on(Colour backdrop, const Palette& palette) noexcept;

// What a text mark is drawn in: its ink, or what reads on its backdrop.
[[nodiscard]] Colour colour_of(const TextMark& mark, const Palette& palette) noexcept;

}  // namespace attune::chart
