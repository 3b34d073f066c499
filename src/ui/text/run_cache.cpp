#include "ui/text/run_cache.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace attune::ui {
namespace {

constexpr std::int64_t kBudgetPixels = std::int64_t{1} << 20;  // 4 MB of RGBA
constexpr std::int32_t kMaxWidth = 4096;                       // a texture's width; longer runs are cut

struct CodePoints {
  unsigned first, last;
};

// Blocks of the Unicode Standard whose letters combine, join, reorder or are emoji; ascending.
constexpr CodePoints kComplex[] = {
    {0x0300, 0x036F},   {0x0483, 0x0489},   {0x0590, 0x109F},   {0x1100, 0x11FF},   {0x135D, 0x135F},
    {0x1700, 0x18AF},   {0x1900, 0x1AFF},   {0x1B00, 0x1C4F},   {0x1CD0, 0x1CFF},   {0x1DC0, 0x1DFF},
    {0x200B, 0x200F},   {0x202A, 0x202E},   {0x2060, 0x206F},   {0x20D0, 0x20FF},   {0x2600, 0x27BF},
    {0x302A, 0x302F},   {0x3099, 0x309A},   {0xA66F, 0xA67D},   {0xA6F0, 0xA6F1},   {0xA800, 0xABFF},
    {0xD7B0, 0xD7FF},   {0xFB1D, 0xFDFF},   {0xFE00, 0xFE0F},   {0xFE20, 0xFE2F},   {0xFE70, 0xFEFE},
    {0x10A00, 0x10FFF}, {0x11000, 0x11FFF}, {0x1E000, 0x1EFFF}, {0x1F000, 0x1FBFF}, {0xE0000, 0xE0FFF},
};
constexpr CodePoints kRightToLeft[] = {
    {0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}};

template <std::size_t kCount>
bool contains(const CodePoints (&blocks)[kCount], unsigned code_point) noexcept {
  const auto* block = std::lower_bound(std::begin(blocks), std::end(blocks), code_point,
                                       [](const CodePoints& b, unsigned wanted) { return b.last < wanted; });
  return block != std::end(blocks) && code_point >= block->first;
}

// Letters have a direction; digits, spaces and marks of punctuation take that of their neighbours.
bool has_direction(unsigned code_point) noexcept {
  if (code_point < 0x80) return (code_point | 0x20U) >= 'a' && (code_point | 0x20U) <= 'z';
  return code_point >= 0xC0 && !(code_point >= 0x2000 && code_point < 0x2C00);
}

std::uint64_t key_of(int face, float pixels, std::string_view utf8, std::optional<Rgb> colour) {
  std::uint64_t key = 1469598103934665603ULL;  // FNV-1a
  const auto mix = [&key](std::uint64_t value) { key = (key ^ value) * 1099511628211ULL; };
  for (const char c : utf8) mix(static_cast<unsigned char>(c));
  mix(0x100U + static_cast<unsigned>(face));
  mix(static_cast<std::uint64_t>(pixels * 64.0F));
  if (colour) mix(0x1000000U | (colour->red * 65536U + colour->green * 256U + colour->blue));
  return key;
}

}  // namespace

bool needs_run(std::string_view utf8) noexcept {
  const char* at = utf8.data();
  const char* const end = at + utf8.size();
  while (at < end) {
    if (static_cast<unsigned char>(*at) < 0x80) {
      ++at;
      continue;
    }
    unsigned code_point = 0;
    at += ImTextCharFromUtf8(&code_point, at, end);
    if (code_point >= 0x300 && contains(kComplex, code_point)) return true;
  }
  return false;
}

Direction direction_of(std::string_view utf8) noexcept {
  const char* at = utf8.data();
  const char* const end = at + utf8.size();
  while (at < end) {
    unsigned code_point = 0;
    at += ImTextCharFromUtf8(&code_point, at, end);
    if (contains(kRightToLeft, code_point)) return Direction::RightToLeft;
    if (has_direction(code_point)) return Direction::LeftToRight;
  }
  return Direction::None;
}

bool is_right_to_left(std::string_view utf8) noexcept { return direction_of(utf8) == Direction::RightToLeft; }

RunCache::Run& RunCache::find(int face, float pixels, std::string_view utf8, std::optional<Rgb> colour,
                              bool wants_pixels) {
  const auto [entry, is_new] = runs_.try_emplace(key_of(face, pixels, utf8, colour));
  Run& run = entry->second;
  if (is_new) {
    run.box = rasterizer_->measure(face, pixels, utf8);
    run.box.width = std::min(run.box.width, kMaxWidth);
  }
  if (wants_pixels && run.box.width > 0 && run.rect < 0) rasterise(run, face, pixels, utf8, colour);
  run.last_frame = ImGui::GetFrameCount();
  return run;
}

void RunCache::rasterise(Run& run, int face, float pixels, std::string_view utf8, std::optional<Rgb> colour) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontAtlasRect place;
  run.rect = atlas.AddCustomRect(run.box.width, run.box.height, &place);
  if (run.rect < 0) return;
  pixels_.resize(static_cast<std::size_t>(run.box.width) * static_cast<std::size_t>(run.box.height) * 4);
  run.has_own_colours = rasterizer_->draw(face, pixels, utf8, run.box, pixels_, colour);
  ImTextureData* texture = atlas.TexData;
  ImFontAtlasTextureBlockConvert(pixels_.data(), ImTextureFormat_RGBA32, run.box.width * 4,
                                 static_cast<unsigned char*>(texture->GetPixelsAt(place.x, place.y)),
                                 texture->Format, texture->GetPitch(), place.w, place.h);
  ImFontAtlasTextureBlockQueueUpload(&atlas, texture, place.x, place.y, place.w, place.h);
  pixel_count_ += std::int64_t{run.box.width} * run.box.height;
}

float RunCache::width(int face, float pixels, std::string_view utf8) {
  return std::ceil(find(face, pixels, utf8, {}, false).box.advance);
}

void RunCache::draw(ImDrawList& list, ImVec2 baseline, ImU32 colour, int face, float pixels,
                    std::string_view utf8) {
  Run* run = &find(face, pixels, utf8, {}, true);
  ImU32 tint = colour;
  if (run->has_own_colours) {
    const auto channel = [colour](int shift) { return static_cast<std::uint8_t>((colour >> shift) & 0xFFU); };
    const Rgb rgb{channel(IM_COL32_R_SHIFT), channel(IM_COL32_G_SHIFT), channel(IM_COL32_B_SHIFT)};
    run = &find(face, pixels, utf8, rgb, true);
    tint = colour | ~IM_COL32_A_MASK;  // keep only the alpha
  }
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontAtlasRect place;
  if (run->rect < 0 || !atlas.GetCustomRect(run->rect, &place)) return;  // moves when the atlas is repacked
  const ImVec2 corner(std::trunc(baseline.x) + static_cast<float>(run->box.x),
                      std::trunc(baseline.y) + static_cast<float>(run->box.y));
  list.AddImage(atlas.TexRef, corner, corner + ImVec2(place.w, place.h), place.uv0, place.uv1, tint);
}

void RunCache::end_frame() {
  if (pixel_count_ <= kBudgetPixels) return;
  const int now = ImGui::GetFrameCount();
  std::vector<std::pair<int, std::uint64_t>> unused;
  for (const auto& [key, run] : runs_) {
    if (run.last_frame < now) unused.emplace_back(run.last_frame, key);
  }
  std::sort(unused.begin(), unused.end());
  for (const auto& [frame, key] : unused) {
    const Run& run = runs_[key];
    if (run.rect >= 0) {
      ImGui::GetIO().Fonts->RemoveCustomRect(run.rect);
      pixel_count_ -= std::int64_t{run.box.width} * run.box.height;
    }
    runs_.erase(key);
    if (pixel_count_ <= kBudgetPixels / 2) break;
  }
}

void RunCache::clear() {
  for (const auto& [key, run] : runs_) {
    if (run.rect >= 0) ImGui::GetIO().Fonts->RemoveCustomRect(run.rect);
  }
  runs_.clear();
  pixel_count_ = 0;
}

}  // namespace attune::ui
