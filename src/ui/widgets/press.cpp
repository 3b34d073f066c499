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
  struct Layer {
    float spread, drop;
    std::uint8_t alpha;
  };
  constexpr std::array<Layer, 4> kLayers{{{2, 1, 10}, {4, 1, 7}, {7, 3, 5}, {12, 5, 3}}};
  const auto strength = static_cast<float>(elevation);
  const float darker = palette().is_dark ? 3.0F : 1.0F;
  for (const Layer& layer : kLayers) {
    const float spread = px(layer.spread) * (elevation > 1 ? strength * 0.8F : 0.7F);
    const float drop = px(layer.drop) * (elevation > 1 ? strength * 0.7F : 0.6F);
    const auto alpha = static_cast<std::uint8_t>(std::min(255.0F, layer.alpha * strength * darker));
    // From inside the surface's edge to `spread` outside of it.
    const float inside = drop + px(2);
    const float out = (spread - inside) / 2;
    list.AddRect(ImVec2(low.x - out, low.y - out + drop), ImVec2(high.x + out, high.y + out + drop),
                 shadow.with_alpha(alpha).packed(), radius + std::max(0.0F, out), 0, spread + inside);
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
