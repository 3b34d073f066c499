#include "ui/widgets/text.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "ui/context.hpp"
#include "ui/platform/reflection.hpp"
#include "ui/widgets/layout.hpp"

namespace attune::ui {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

Colour colour_of(Ink ink) {
  const Palette& colours = palette();
  switch (ink) {
    case Ink::Normal:
      return colours.text;
    case Ink::Soft:
      return colours.text_soft;
    case Ink::Faint:
      return colours.text_faint;
    case Ink::Accent:
      return colours.accent_text;
    case Ink::OnAccent:
      return colours.on_accent;
    case Ink::Neutral:
      return colours.neutral.text;
    case Ink::Positive:
      return colours.positive.text;
    case Ink::Negative:
      return colours.negative.text;
    case Ink::Warning:
      return colours.warning.text;
  }
  return colours.text;
}

std::size_t next_code_point(std::string_view utf8, std::size_t at) {
  ++at;
  while (at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80) ++at;
  return at;
}

// The longest prefix, in whole code points, that is at most `width` wide.
std::size_t fitting_prefix(std::string_view utf8, float width, TextStyle style) {
  std::size_t fits = 0;
  std::size_t too_much = utf8.size() + 1;
  while (too_much - fits > 1) {
    std::size_t middle = fits + (too_much - fits) / 2;
    while (middle > fits && middle < utf8.size() &&
           (static_cast<unsigned char>(utf8[middle]) & 0xC0U) == 0x80)
      --middle;
    if (middle == fits) {
      middle = next_code_point(utf8, fits);
      if (middle >= too_much) break;
    }
    if (text_width(utf8.substr(0, middle), style) <= width) {
      fits = middle;
    } else {
      too_much = middle;
    }
  }
  return std::min(fits, utf8.size());
}

ImVec2 submit_line(float width, float height) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImVec2 position(window->DC.CursorPos.x, window->DC.CursorPos.y + window->DC.CurrLineTextBaseOffset);
  ImGui::ItemSize(ImVec2(width, height), 0.0F);
  return position;
}

}  // namespace

float text_pixels(TextSize size) {
  constexpr std::array kSizes{kTypeSmall, kTypeBody, kTypeTitle, kTypeDisplay};
  return px(kSizes[static_cast<std::size_t>(size)]);
}

ImU32 ink_colour(Ink ink) { return colour_of(ink).packed(); }

float letters_width(std::string_view utf8, Face face, float pixels) {
  if (utf8.empty()) return 0;
  Context& ui = context();
  if (needs_run(utf8)) return ui.runs.width(ui.fonts.rasterizer_face(face), pixels, utf8);
  return ui.fonts.font(face)->CalcTextSizeA(pixels, FLT_MAX, 0, utf8.data(), utf8.data() + utf8.size()).x;
}

void draw_letters(ImDrawList& list, ImVec2 position, std::string_view utf8, Face face, float pixels,
                  ImU32 colour) {
  if (utf8.empty()) return;
  Context& ui = context();
  const float width = ui.is_right_to_left ? std::round(letters_width(utf8, face, pixels)) : 0;
  const Upright upright(list, position.x, position.x + width);
  ImFont* font = ui.fonts.font(face);
  if (needs_run(utf8)) {
    position.y += font->GetFontBaked(pixels)->Ascent;
    ui.runs.draw(list, position, colour, ui.fonts.rasterizer_face(face), pixels, utf8);
    return;
  }
  // No letter is left out at the sides: reflected, it may be in view.
  const ImVec4 clip(-FLT_MAX, list.GetClipRectMin().y, FLT_MAX, list.GetClipRectMax().y);
  font->RenderText(&list, pixels, position, colour, clip, utf8.data(), utf8.data() + utf8.size());
}

float text_width(std::string_view utf8, TextStyle style) {
  return letters_width(utf8, style.face, text_pixels(style.size));
}

void draw_text(ImDrawList& list, ImVec2 position, std::string_view utf8, TextStyle style, ImU32 colour) {
  draw_letters(list, {std::trunc(position.x), std::trunc(position.y)}, utf8, style.face,
               text_pixels(style.size), colour);
}

bool stands_at_end(std::string_view utf8, bool is_quoted) {
  const Direction direction = direction_of(utf8);
  if (context().is_right_to_left) return is_quoted && direction == Direction::LeftToRight;
  return direction == Direction::RightToLeft;
}

void draw_text_in(ImDrawList& list, ImVec2 low, ImVec2 high, std::string_view utf8, TextStyle style,
                  ImU32 colour, float align) {
  const float room = high.x - low.x;
  const float top = low.y + std::floor((high.y - low.y - text_pixels(style.size)) / 2);
  const float width = text_width(utf8, style);
  if (width <= room) {
    draw_text(list, {low.x + (room - width) * align, top}, utf8, style, colour);
    return;
  }
  const std::size_t end = fitting_prefix(utf8, room - text_width(kEllipsis, style), style);
  const std::string cut = std::string{utf8.substr(0, end)}.append(kEllipsis);
  draw_text(list, {low.x, top}, cut, style, colour);
}

void label(std::string_view utf8, TextStyle style) {
  const float height = text_pixels(style.size);
  const float width = std::min(text_width(utf8, style), std::max(1.0F, available_width()));
  const ImVec2 low = submit_line(width, height);
  const ImRect place(low, low + ImVec2(width, height));
  context().semantics.add(place, {.role = Role::Text, .name = utf8});
  if (!ImGui::ItemAdd(place, 0)) return;
  draw_text_in(*ImGui::GetWindowDrawList(), place.Min, place.Max, utf8, style, ink_colour(style.ink));
}

void heading(std::string_view utf8, int level, int look) {
  constexpr std::array kStyles{TextStyle{TextSize::Display, Ink::Normal, Face::Semibold},
                               TextStyle{TextSize::Title, Ink::Normal, Face::Semibold},
                               TextStyle{TextSize::Body, Ink::Normal, Face::Semibold}};
  const TextStyle style = kStyles[static_cast<std::size_t>(std::clamp(look > 0 ? look : level, 1, 3) - 1)];
  const float width = available_width();
  const ParagraphLayout layout = lay_out(utf8, width, style);
  const ImVec2 low = submit_line(std::min(layout.width, width), layout.height);
  const ImRect place(low, low + ImVec2(layout.width, layout.height));
  context().semantics.add(place, {.role = Role::Heading, .name = utf8, .level = level});
  if (!ImGui::ItemAdd(place, 0)) return;
  draw_paragraph(*ImGui::GetWindowDrawList(), low, utf8, layout, width, style);
}

void paragraph(std::string_view utf8, TextStyle style, const ParagraphOptions& options) {
  float width = available_width();
  if (options.max_width > 0) width = std::min(width, px(options.max_width));
  const ParagraphLayout layout = lay_out(utf8, width, style, options.max_lines);
  const ImVec2 low = submit_line(options.is_centred ? width : layout.width, layout.height);
  const ImRect place(low, low + ImVec2(width, layout.height));
  context().semantics.add(place, {.role = Role::Text, .name = utf8});
  if (!ImGui::ItemAdd(place, 0)) return;
  draw_paragraph(*ImGui::GetWindowDrawList(), low, utf8, layout, width, style, options);
}

}  // namespace attune::ui
