#include "chart/palette.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <catch_amalgamated.hpp>

using namespace attune::chart;

namespace {

using Row = std::array<double, 3>;
using Matrix = std::array<Row, 3>;

double linear(std::uint8_t channel) {
  const double share = channel / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

Row applied(const Matrix& matrix, const Row& v) {
  Row out{};
  for (std::size_t i = 0; i < 3; ++i)
    out[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
  return out;
}

// Severity 1.0 of Machado, Oliveira and Fernandes (2009), table 1, in linear light.
constexpr Matrix kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritanopia{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

Row seen_in_oklab(Colour colour, const Matrix& eye) {
  Row light = applied(eye, {linear(colour.red), linear(colour.green), linear(colour.blue)});
  for (double& channel : light) channel = std::clamp(channel, 0.0, 1.0);
  Row cones = applied({{{0.4122214708, 0.5363325363, 0.0514459929},
                        {0.2119034982, 0.6806995451, 0.1073969566},
                        {0.0883024619, 0.2817188376, 0.6299787005}}},
                      light);
  for (double& cone : cones) cone = std::cbrt(cone);
  return applied({{{0.2104542553, 0.7936177850, -0.0040720468},
                   {1.9779984951, -2.4285922050, 0.4505937099},
                   {0.0259040371, 0.7827717662, -0.8086757660}}},
                 cones);
}

double least_distance(Colour a, Colour b) {
  double least = 10;
  for (const Matrix& eye : {kNormal, kProtanopia, kDeuteranopia, kTritanopia}) {
    const Row first = seen_in_oklab(a, eye);
    const Row second = seen_in_oklab(b, eye);
    least = std::min(least, std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]));
  }
  return least;
}

}  // namespace

TEST_CASE("any two series stay apart for every kind of colour vision", "[chart][palette]") {
  const Palette& palette = palette_of(GENERATE(Theme::Light, Theme::Dark));
  for (std::size_t a = 0; a < kSeriesColours; ++a) {
    for (std::size_t b = a + 1; b < kSeriesColours; ++b) {
      INFO(hex_from_colour(palette.series[a]) << " and " << hex_from_colour(palette.series[b]));
      CHECK(least_distance(palette.series[a], palette.series[b]) >= 0.08);
    }
  }
  CHECK(least_distance(palette.negative, palette.positive) >= 0.08);
}

TEST_CASE("marks reach 3:1 and text 4.5:1 against the surface", "[chart][palette]") {
  const Palette& palette = palette_of(GENERATE(Theme::Light, Theme::Dark));
  for (const Colour& colour : palette.series) CHECK(contrast_ratio(colour, palette.surface) >= 3);
  for (const Colour& colour :
       {palette.accent, palette.negative, palette.neutral, palette.positive, palette.axis}) {
    CHECK(contrast_ratio(colour, palette.surface) >= 3);
  }
  CHECK(contrast_ratio(palette.text, palette.surface) >= 7);
  CHECK(contrast_ratio(palette.muted_text, palette.surface) >= 4.5);
}

TEST_CASE("text on any coloured cell can be read", "[chart][palette]") {
  const Palette& palette = palette_of(GENERATE(Theme::Light, Theme::Dark));
  for (int step = 0; step <= 20; ++step) {
    for (const Ink& ink : {Ink{Role::Sequential, step / 20.0}, Ink{Role::Diverging, step / 10.0 - 1},
                           series_ink(static_cast<std::size_t>(step))}) {
      const Colour backdrop = colour_of(ink, palette);
      INFO(hex_from_colour(backdrop));
      CHECK(contrast_ratio(text_colour_on(backdrop, palette), backdrop) >= 4.5);
    }
  }
}

TEST_CASE("an ink's opacity reaches the colour, and series beyond the eighth begin again",
          "[chart][palette]") {
  const Palette& palette = palette_of(Theme::Light);
  CHECK(colour_of(series_ink(0, 0.25), palette).opacity == 0.25);
  CHECK(colour_of(series_ink(8), palette) == colour_of(series_ink(0), palette));
  CHECK(hex_from_colour(mixed(colour_from_hex(0x000000), colour_from_hex(0xFFFFFF), 0)) == "#000000");
  CHECK(hex_from_colour(mixed(colour_from_hex(0x000000), colour_from_hex(0xFFFFFF), 1)) == "#ffffff");
}
