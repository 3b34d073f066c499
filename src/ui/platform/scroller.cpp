#include "ui/platform/scroller.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace attune::ui {
namespace {

constexpr float kEaseSeconds = 0.045F;  // a wheel's step has run most of its way after three of these
constexpr float kRest = 0.75F;          // pixels not worth another frame

float part_of(float wanted, float back, float forward) { return std::clamp(wanted, -back, forward); }

// The nearest window up from `window` that can move in the wanted direction.
ImGuiWindow* scrollable(ImGuiWindow* window, ImGuiAxis axis, float wanted) {
  for (; window != nullptr; window = window->ParentWindow) {
    const bool is_barred = (window->Flags & ImGuiWindowFlags_NoScrollWithMouse) != 0;
    const float room = wanted < 0 ? window->Scroll[axis] : window->ScrollMax[axis] - window->Scroll[axis];
    if (!is_barred && room > 0.5F) return window;
    if ((window->Flags & ImGuiWindowFlags_ChildWindow) == 0) break;
  }
  return nullptr;
}

}  // namespace

void Scroller::add(ImVec2 pixels, bool is_direct) {
  pending_ = pending_ + pixels;
  if (is_direct) is_direct_ = true;
}

void Scroller::begin_frame(float delta_seconds, bool reduces_motion) {
  const bool is_at_once = is_direct_ || reduces_motion;
  const float share = is_at_once ? 1.0F : 1 - std::exp(-delta_seconds / kEaseSeconds);
  is_direct_ = false;
  for (const ImGuiAxis axis : {ImGuiAxis_X, ImGuiAxis_Y}) {
    const bool is_nearly_done = std::abs(pending_[axis]) < kRest;
    now_[axis] = is_nearly_done ? pending_[axis] : pending_[axis] * share;
    pending_[axis] -= now_[axis];
  }
}

float Scroller::take_vertical(float back, float forward) {
  const float taken = part_of(now_.y, back, forward);
  now_.y -= taken;
  if (taken != 0) now_.y = 0;  // what is left over at the end is not handed to somebody else in mid-movement
  return taken;
}

float Scroller::take_horizontal(float back, float forward) {
  const float taken = part_of(now_.x, back, forward);
  now_.x -= taken;
  if (taken != 0) now_.x = 0;
  return taken;
}

void Scroller::end_frame() {
  const ImGuiContext& imgui = *ImGui::GetCurrentContext();
  for (const ImGuiAxis axis : {ImGuiAxis_X, ImGuiAxis_Y}) {
    if (now_[axis] == 0) continue;
    ImGuiWindow* window = scrollable(imgui.HoveredWindow, axis, now_[axis]);
    if (window == nullptr) {
      pending_[axis] = 0;
    } else {
      const float to = std::clamp(window->Scroll[axis] + now_[axis], 0.0F, window->ScrollMax[axis]);
      axis == ImGuiAxis_X ? ImGui::SetScrollX(window, to) : ImGui::SetScrollY(window, to);
    }
    now_[axis] = 0;
  }
}

}  // namespace attune::ui
