#include "ui/text/fonts.hpp"

#include <imgui_internal.h>

#include <cmath>

#include "ui/text/rasterizer.hpp"

namespace attune::ui {
namespace {

constexpr const char* kMonospace =
    "ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

// The atlas knows the rasteriser through the ImFontConfig of each face.
TextRasterizer& rasterizer_of(const ImFontConfig& config) {
  return *static_cast<TextRasterizer*>(config.FontLoaderData);
}

// The browser falls back through every installed font, so it has "a glyph" for all but controls.
bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar code_point) {
  return code_point >= 0x20 && (code_point & 0xFFFE) != 0xFFFE && !(code_point >= 0x7F && code_point < 0xA0);
}

bool prepare_size(ImFontAtlas*, ImFontConfig* config, ImFontBaked* baked, void*) {
  baked->Ascent = rasterizer_of(*config).baseline(static_cast<int>(config->FontNo), baked->Size);
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* glyph, float* advance_only) {
  if (!contains_glyph(atlas, config, code_point)) return false;
  TextRasterizer& rasterizer = rasterizer_of(*config);
  const auto face = static_cast<int>(config->FontNo);
  char utf8[5];
  ImTextCharToUtf8(utf8, code_point);
  const InkBox box = rasterizer.measure(face, baked->Size, utf8);
  // Whole device pixels keep every quad on the pixel grid; fractional advances would blur.
  const float advance = std::round(box.advance);
  if (advance_only != nullptr) {
    *advance_only = advance;
    return true;
  }
  glyph->Codepoint = code_point & 0x3FFFFFFU;
  glyph->AdvanceX = advance;
  if (box.width <= 0 || box.height <= 0) return true;

  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, box.width, box.height);
  if (id == ImFontAtlasRectId_Invalid) return false;
  auto& pixels = atlas->Builder->TempBuffer;
  pixels.resize(box.width * box.height * 4);
  glyph->Colored =
      rasterizer.draw(face, baked->Size, utf8, box, {pixels.Data, static_cast<std::size_t>(pixels.Size)}, {});
  glyph->X0 = static_cast<float>(box.x);
  glyph->Y0 = static_cast<float>(box.y) + baked->Ascent;
  glyph->X1 = glyph->X0 + static_cast<float>(box.width);
  glyph->Y1 = glyph->Y0 + static_cast<float>(box.height);
  glyph->Visible = true;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, config, glyph, ImFontAtlasPackGetRect(atlas, id),
                                     pixels.Data, ImTextureFormat_RGBA32, box.width * 4);
  return true;
}

// ImGui keeps a pointer to the loader, so it lives as long as the program. LoaderInit stays null: ImGui 1.92
// does not support it for a loader of one font.
const ImFontLoader& loader() {
  static const ImFontLoader kLoader = [] {
    ImFontLoader loader;
    loader.Name = "browser text";
    loader.FontSrcContainsGlyph = contains_glyph;
    loader.FontBakedInit = prepare_size;
    loader.FontBakedLoadGlyph = load_glyph;
    return loader;
  }();
  return kLoader;
}

}  // namespace

Fonts::Fonts(TextRasterizer& rasterizer) : rasterizer_{&rasterizer} {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  // Room for a page's letters from the beginning: growing means copying all and uploading it again.
  atlas.TexMinWidth = 1024;
  atlas.TexMinHeight = 512;
  const std::array<FontFace, kFaceCount> faces{{{kSansFamily, 400, false},
                                                {kSansFamily, 400, true},
                                                {kSansFamily, 600, false},
                                                {kSansFamily, 600, true},
                                                {kMonospace, 400, false}}};
  for (std::size_t at = 0; at < kFaceCount; ++at) {
    faces_[at] = rasterizer.add_face(faces[at]);
    ImFontConfig config;
    config.FontLoader = &loader();
    config.FontNo = static_cast<ImU32>(faces_[at]);
    fonts_[at] = atlas.AddFont(&config);
    fonts_[at]->Sources[0]->FontLoaderData = &rasterizer;
  }
}

void Fonts::use_dark_ink(bool is_dark) {
  rasterizer_->use_dark_ink(is_dark);
  ImFontAtlasBuildDiscardBakes(ImGui::GetIO().Fonts, 0);
}

}  // namespace attune::ui
