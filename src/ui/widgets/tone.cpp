#include "ui/widgets/tone.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/context.hpp"
#include "ui/widgets/press.hpp"

namespace attune::ui {
namespace {
constexpr TextStyle kPillText{.size = TextSize::Small, .face = Face::Semibold};
constexpr float kPillPadding = 10;
constexpr float kPillIcon = 14;
}  // namespace

ToneColours colours_of(Tone tone) {
  const Palette& colours = palette();
  switch (tone) {
    case Tone::Neutral:
      return colours.neutral;
    case Tone::Positive:
      return colours.positive;
    case Tone::Negative:
      return colours.negative;
    case Tone::Warning:
      return colours.warning;
    case Tone::Accent:
      return {colours.accent, colours.accent_text, colours.accent_soft};
  }
  return colours.neutral;
}

float pill_width(std::string_view text, Icon icon) {
  return text_width(text, kPillText) + px(kPillPadding) * 2 +
         (icon == Icon::None ? 0 : px(kPillIcon) + px(kSpace1));
}

void draw_pill(ImDrawList& list, ImVec2 low, ImVec2 high, std::string_view text, Tone tone, Icon icon) {
  const ToneColours colours = colours_of(tone);
  const float radius = std::floor((high.y - low.y) / 2);
  const bool needs_outline = colours.soft == palette().surface;
  draw_surface(list, low, high, radius, colours.soft, needs_outline ? colours.text : colours.soft);
  float x = low.x + px(kPillPadding);
  if (icon != Icon::None) {
    draw_icon(list, icon, {x + px(kPillIcon) / 2, (low.y + high.y) / 2}, px(kPillIcon),
              colours.text.packed());
    x += px(kPillIcon) + px(kSpace1);
  }
  draw_text_in(list, {x, low.y}, {high.x - px(kPillPadding) + 1, high.y}, text, kPillText,
               colours.text.packed());
}

void pill(std::string_view text, Tone tone, Icon icon) {
  const float height = px(kPillHeight);
  const float text_top = std::floor((height - text_pixels(TextSize::Small)) / 2);
  const float width = std::min(pill_width(text, icon), std::max(1.0F, ImGui::GetContentRegionAvail().x));
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const float shift = std::max(0.0F, window->DC.CurrLineTextBaseOffset - text_top);
  const ImVec2 low = window->DC.CursorPos + ImVec2(0, shift);
  ImGui::ItemSize(ImVec2(width, height + shift), shift + text_top);
  const ImRect place(low, low + ImVec2(width, height));
  context().semantics.add(place, {.role = Role::Text, .name = text});
  if (ImGui::ItemAdd(place, 0)) draw_pill(*window->DrawList, place.Min, place.Max, text, tone, icon);
}

}  // namespace attune::ui
