// The faces the interface is set in, as ImGui fonts whose glyphs a TextRasterizer delivers on demand.
// No font file is shipped. ImGui's size of such a font is the CSS font-size, its line box the em square.
#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>

namespace attune::ui {

class TextRasterizer;

// The letters of the interface, as CSS names them: the first that the reader's system has.
inline constexpr const char* kSansFamily =
    "Inter, 'Segoe UI Variable Text', 'Segoe UI', -apple-system, BlinkMacSystemFont, Roboto, 'Noto Sans', "
    "system-ui, sans-serif";

enum class Face : std::uint8_t { Regular, Italic, Semibold, SemiboldItalic, Monospace };
inline constexpr std::size_t kFaceCount = 5;

class Fonts {
 public:
  // Adds the faces to the current ImGui context's atlas. `rasterizer` outlives the atlas.
  explicit Fonts(TextRasterizer& rasterizer);

  [[nodiscard]] ImFont* font(Face face) const noexcept { return fonts_[static_cast<std::size_t>(face)]; }
  [[nodiscard]] int rasterizer_face(Face face) const noexcept {
    return faces_[static_cast<std::size_t>(face)];
  }

  // Throws away what was rasterised; glyphs come again as they are needed.
  void use_dark_ink(bool is_dark);

 private:
  TextRasterizer* rasterizer_;
  std::array<ImFont*, kFaceCount> fonts_{};
  std::array<int, kFaceCount> faces_{};
};

}  // namespace attune::ui
