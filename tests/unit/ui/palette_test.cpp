#include "ui/theme/palette.hpp"

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

using namespace attune::ui;

namespace {

constexpr std::array kAppearances{Appearance::Light, Appearance::Dark, Appearance::LightHighContrast,
                                  Appearance::DarkHighContrast};

struct Pair {
  std::string name;
  Colour ink, paper;
};

// Every text on every surface it is drawn on.
std::vector<Pair> texts(const Palette& p) {
  std::vector<Pair> pairs;
  const std::array<std::pair<std::string, Colour>, 3> papers{
      {{"background", p.background}, {"surface", p.surface}, {"sunken", p.sunken}}};
  for (const auto& [paper, colour] : papers) {
    pairs.push_back({"text on " + paper, p.text, colour});
    pairs.push_back({"soft text on " + paper, p.text_soft, colour});
    pairs.push_back({"faint text on " + paper, p.text_faint, colour});
    pairs.push_back({"accent text on " + paper, p.accent_text, colour});
    for (const ToneColours& tone : {p.neutral, p.positive, p.negative, p.warning}) {
      pairs.push_back({"tone text on " + paper, tone.text, colour});
    }
  }
  pairs.push_back({"text on a raised segment", p.text, p.raised});
  pairs.push_back({"text on the accent", p.on_accent, p.accent});
  pairs.push_back({"text on the hovered accent", p.on_accent, p.accent_hover});
  pairs.push_back({"text on the soft accent", p.text, p.accent_soft});
  pairs.push_back({"accent text on the soft accent", p.accent_text, p.accent_soft});
  for (const ToneColours& tone : {p.neutral, p.positive, p.negative, p.warning}) {
    pairs.push_back({"tone text on its soft ground", tone.text, tone.soft});
  }
  return pairs;
}

using Linear = std::array<double, 3>;

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

// OKLab (Ottosson 2020): equal distances look about equally different.
Linear oklab(Linear c) {
  for (double& channel : c) channel = std::max(channel, 0.0);
  const double l = std::cbrt(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
  const double m = std::cbrt(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
  const double s = std::cbrt(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

// Full strength of each colour blindness in linear RGB (Machado, Oliveira, Fernandes 2009).
using Matrix = std::array<Linear, 3>;
constexpr std::array<Matrix, 4> kSights{
    {{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}}};

double difference(Colour a, Colour b, const Matrix& sight) {
  const auto seen = [&](Colour c) {
    const Linear rgb{linear(c.red), linear(c.green), linear(c.blue)};
    Linear out{};
    for (std::size_t row = 0; row < 3; ++row) {
      for (std::size_t column = 0; column < 3; ++column) out[row] += sight[row][column] * rgb[column];
    }
    return oklab(out);
  };
  const Linear first = seen(a);
  const Linear second = seen(b);
  return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

}  // namespace

TEST_CASE("contrast is 21 between black and white and 1 between equals", "[ui][palette]") {
  CHECK_THAT(contrast_ratio({0, 0, 0}, {255, 255, 255}), Catch::Matchers::WithinAbs(21, 1e-9));
  CHECK_THAT(contrast_ratio({90, 90, 90}, {90, 90, 90}), Catch::Matchers::WithinAbs(1, 1e-9));
}

TEST_CASE("every text can be read on every surface it stands on", "[ui][palette]") {
  const Palette& palette = palette_for(GENERATE(from_range(kAppearances)));
  for (const Pair& pair : texts(palette)) {
    INFO(pair.name << " dark=" << palette.is_dark);
    CHECK(contrast_ratio(pair.ink, pair.paper) >= 4.5);
  }
}

TEST_CASE("outlines of controls, the focus ring and chart marks stand out from their ground",
          "[ui][palette]") {
  const Palette& palette = palette_for(GENERATE(from_range(kAppearances)));
  for (const Colour paper : {palette.background, palette.surface}) {
    CHECK(contrast_ratio(palette.border_strong, paper) >= 3);
    CHECK(contrast_ratio(palette.focus, paper) >= 3);
    for (const ToneColours& tone : {palette.neutral, palette.positive, palette.negative, palette.warning}) {
      CHECK(contrast_ratio(tone.mark, paper) >= 3);
    }
    for (const Colour colour : palette.categories) CHECK(contrast_ratio(colour, paper) >= 3);
  }
}

TEST_CASE("the eight categories stay apart with every common colour blindness", "[ui][palette]") {
  const Palette& palette = palette_for(GENERATE(Appearance::Light, Appearance::Dark));
  const auto& colours = palette.categories;
  for (const Matrix& sight : kSights) {
    for (std::size_t a = 0; a < colours.size(); ++a) {
      for (std::size_t b = a + 1; b < colours.size(); ++b) {
        INFO("dark=" << palette.is_dark << " sight=" << &sight - kSights.data() << " categories " << a
                     << " and " << b);
        CHECK(difference(colours[a], colours[b], sight) > 0.08);
      }
    }
  }
}

TEST_CASE("positive and negative stay apart with every common colour blindness", "[ui][palette]") {
  const Palette& palette = palette_for(GENERATE(from_range(kAppearances)));
  for (const Matrix& sight : kSights)
    CHECK(difference(palette.positive.mark, palette.negative.mark, sight) > 0.09);
}

TEST_CASE("the sequence runs from little to much without turning back", "[ui][palette]") {
  const Palette& palette = palette_for(GENERATE(from_range(kAppearances)));
  for (std::size_t at = 1; at < palette.sequence.size(); ++at) {
    CHECK(contrast_ratio(palette.sequence[at], palette.background) >
          contrast_ratio(palette.sequence[at - 1], palette.background));
  }
}
