// What every pressable widget is made of: an ImGui item, its states, the ring around it, its surface.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <string_view>

#include "ui/theme/palette.hpp"

namespace attune::ui {

struct Press {
  ImGuiID id = 0;
  ImRect rect;
  bool is_visible = false;  // something of it is in view
  bool is_pressed = false;
  bool is_hovered = false;
  bool is_held = false;
  bool is_focused = false;  // by the keyboard, so it wants its ring
};

// Takes `size` from the layout. `text_top`: where the text's em box begins, to align with text beside it.
Press press_area(std::string_view label, ImVec2 size, bool is_enabled = true, float text_top = 0);
// At a place of the caller's own, outside the layout.
Press press_at(ImGuiID id, const ImRect& rect, bool is_enabled = true, ImGuiItemFlags flags = 0);

void draw_focus_ring(ImDrawList& list, const Press& press, float radius);
// The colour of hovering or holding, over whatever is below.
void draw_press_layer(ImDrawList& list, const Press& press, float radius);
// A soft shadow around a rectangle; `elevation` 1: card, 2: popup, 3: dialog.
void draw_shadow(ImDrawList& list, ImVec2 low, ImVec2 high, float radius, int elevation);
void draw_surface(ImDrawList& list, ImVec2 low, ImVec2 high, float radius, Colour fill, Colour border);

// The shadow and outline of the popup, dialog or toast that was begun last, around and over its plain ground.
void dress_window(float radius, int elevation);

// A value that glides from frame to frame towards `target`, at once with reduced motion.
float animate(ImGuiID id, float target, float millis);

}  // namespace attune::ui
