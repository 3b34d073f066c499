// Text measured and drawn by somebody who can: in the page the browser's 2D canvas
// (wasm/browser_rasterizer.cpp), in tests a fake with square letters.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::ui {

// A CSS font: family list, weight and slant; any size.
struct FontFace {
  std::string family;
  int weight = 400;
  bool is_italic = false;
};

// The advance and the pixel box around the ink, in device pixels; y runs down from the baseline. Shared with
// web/host/browser_text.js, which writes it as five 32-bit words.
struct InkBox {
  float advance = 0;
  std::int32_t x = 0, y = 0, width = 0, height = 0;
};
static_assert(sizeof(InkBox) == 20);

struct Rgb {
  std::uint8_t red = 0, green = 0, blue = 0;
};

class TextRasterizer {
 public:
  virtual ~TextRasterizer() = default;

  // Returns the number by which the face is known from then on: 0, 1, 2, ...
  virtual int add_face(const FontFace& face) = 0;

  // Browsers thicken dark glyphs and thin light ones: rasterise in an ink as bright as the text will be.
  virtual void use_dark_ink(bool is_dark) = 0;

  // From the top of a line box of height `pixels` to the baseline, in whole device pixels.
  virtual float baseline(int face, float pixels) = 0;

  virtual InkBox measure(int face, float pixels, std::string_view utf8) = 0;

  // Fills width * height * 4 bytes. Without a colour the result is a white mask to be tinted, unless the text
  // brought colours of its own (emoji): then true is returned.
  virtual bool draw(int face, float pixels, std::string_view utf8, const InkBox& box,
                    std::span<std::uint8_t> rgba, std::optional<Rgb> colour) = 0;

  // Byte offsets after which a line of a script without spaces (Thai, Khmer, ...) may break, ascending.
  virtual std::vector<std::uint32_t> word_ends(std::string_view utf8) = 0;
};

}  // namespace attune::ui
