// Strings that letters set one by one would get wrong: the browser draws such a run whole into the font
// atlas, and it is shown as an image. The runs used longest ago are dropped when the cache is full.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ui/text/rasterizer.hpp"

namespace attune::ui {

// True for right-to-left, Indic and South-East Asian scripts, combining marks, joiners, variation selectors,
// flags, skin tones; and for any emoji, because a single one in an ImFont grows its table to 0.8 MB per size.
[[nodiscard]] bool needs_run(std::string_view utf8) noexcept;

// Which way a text runs by its first letter; None: digits and marks only.
enum class Direction : std::uint8_t { None, LeftToRight, RightToLeft };
[[nodiscard]] Direction direction_of(std::string_view utf8) noexcept;
// Arabic, Hebrew or another right-to-left script.
[[nodiscard]] bool is_right_to_left(std::string_view utf8) noexcept;

class RunCache {
 public:
  explicit RunCache(TextRasterizer& rasterizer) : rasterizer_{&rasterizer} {}

  // In device pixels, rounded up.
  float width(int face, float pixels, std::string_view utf8);
  // `baseline` is where the run begins.
  void draw(ImDrawList& list, ImVec2 baseline, ImU32 colour, int face, float pixels, std::string_view utf8);

  void end_frame();  // drops old runs once the cache holds more than its budget of pixels
  void clear();      // after a change of ink or scale

  [[nodiscard]] std::size_t size() const noexcept { return runs_.size(); }

 private:
  struct Run {
    InkBox box;
    ImFontAtlasRectId rect = -1;
    bool has_own_colours = false;  // mixed with emoji: rasterised once per text colour
    int last_frame = 0;
  };

  Run& find(int face, float pixels, std::string_view utf8, std::optional<Rgb> colour, bool wants_pixels);
  void rasterise(Run& run, int face, float pixels, std::string_view utf8, std::optional<Rgb> colour);

  TextRasterizer* rasterizer_;
  std::unordered_map<std::uint64_t, Run> runs_;  // unsorted; the order reaches nobody
  std::vector<std::uint8_t> pixels_;
  std::int64_t pixel_count_ = 0;
};

}  // namespace attune::ui
