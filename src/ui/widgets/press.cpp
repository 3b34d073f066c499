#include "ui/widgets/press.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/context.hpp"

namespace attune::ui {

Press press_at(ImGuiID id, const ImRect& rect, bool is_enabled, ImGuiItemFlags flags) {
  Press press{.id = id, .rect = rect};
  ImGui::BeginDisabled(!is_enabled);
  press.is_visible = ImGui::ItemAdd(rect, id, nullptr, flags);
  if (press.is_visible) press.is_pressed = ImGui::ButtonBehavior(rect, id, &press.is_hovered, &press.is_held);
  ImGui::EndDisabled();
  press.is_pressed = press.is_pressed && is_enabled;  // the page may ask to activate a disabled item
  const ImGuiContext& imgui = *ImGui::GetCurrentContext();
  press.is_focused = imgui.NavId == id && imgui.NavCursorVisible && is_enabled;
  if (press.is_hovered && is_enabled) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  return press;
}

Press press_area(std::string_view label, ImVec2 size, bool is_enabled, float text_top) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImGuiID id = window->GetID(label.data(), label.data() + label.size());
  // Beside something higher, the texts stand on one line.
  const ImVec2 low =
      window->DC.CursorPos + ImVec2(0, std::max(0.0F, window->DC.CurrLineTextBaseOffset - text_top));
  ImGui::ItemSize(size, text_top);
  return press_at(id, ImRect(low, low + size), is_enabled);
}

void draw_focus_ring(ImDrawList& list, const Press& press, float radius) {
  if (!press.is_focused) return;
  const float gap = px(kFocusRing);
  const ImVec2 air(gap, gap);
  list.AddRect(press.rect.Min - air, press.rect.Max + air, palette().focus.packed(), radius + gap, 0,
               px(kFocusRing));
}

void draw_press_layer(ImDrawList& list, const Press& press, float radius) {
  if (!press.is_hovered && !press.is_held) return;
  const Colour layer = press.is_held ? palette().press : palette().hover;
  list.AddRectFilled(press.rect.Min, press.rect.Max, layer.packed(), radius);
}

// Rings, not filled rectangles: the inside is covered anyway, and filling it costs most of a frame where
// there is no graphics card.
void draw_shadow(ImDrawList& list, ImVec2 low, ImVec2 high, float radius, int elevation) {
  const Colour shadow = palette().shadow;
  if (shadow.alpha == 0) return;
  struct Softness {
    int rings;
    float spread, drop;  // CSS pixels
    std::uint8_t alpha;  // of one ring
  };
  constexpr std::array<Softness, 3> kElevations{{{4, 5, 1, 5}, {10, 20, 5, 4}, {14, 36, 12, 4}}};
  const Softness& soft = kElevations[static_cast<std::size_t>(std::clamp(elevation, 1, 3) - 1)];
  const int darker = palette().is_dark ? 3 : 1;
  const ImU32 ink = shadow.with_alpha(static_cast<std::uint8_t>(soft.alpha * darker)).packed();
  const float drop = px(soft.drop);
  const float inside = drop + px(2);  // each ring begins under the surface and ends `reach` outside of it
  for (int ring = 1; ring <= soft.rings; ++ring) {
    const float part = static_cast<float>(ring) / static_cast<float>(soft.rings);
    const float reach = px(soft.spread) * std::pow(part, 1.7F);
    const float middle = (reach - inside) / 2;
    list.AddRect(ImVec2(low.x - middle, low.y - middle + drop),
                 ImVec2(high.x + middle, high.y + middle + drop), ink, std::max(0.0F, radius + middle), 0,
                 reach + inside);
  }
}

void draw_surface(ImDrawList& list, ImVec2 low, ImVec2 high, float radius, Colour fill, Colour border) {
  list.AddRectFilled(low, high, fill.packed(), radius);
  if (border != fill) list.AddRect(low, high, border.packed(), radius, 0, std::max(1.0F, px(kBorder)));
}

void dress_window(float radius, int elevation) {
  const ImGuiWindow& window = *ImGui::GetCurrentWindow();
  ImDrawList& list = *window.DrawList;
  const ImVec2 high = window.Pos + window.Size;
  list.PushClipRectFullScreen();
  draw_shadow(list, window.Pos, high, radius, elevation);
  draw_surface(list, window.Pos, high, radius, palette().surface, palette().border);
  list.PopClipRect();
}

float animate(ImGuiID id, float target, float millis) {
  Context& ui = context();
  float& value = *ImGui::GetStateStorage()->GetFloatRef(id, target);
  if (ui.reduces_motion || millis <= 0) return value = target;
  const float distance = target - value;
  if (std::abs(distance) < 0.004F) return value = target;
  // Exponential ease: 95 % of the way after `millis`.
  value += distance * (1 - std::exp(-3 * ImGui::GetIO().DeltaTime * 1000 / millis));
  ui.wants_frame = true;
  return value;
}

}  // namespace attune::ui
