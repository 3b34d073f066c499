// Scrolling by the pixel: wheel, trackpad and finger, with momentum, for ImGui windows and for widgets that
// scroll by themselves (data tables).
#pragma once

#include <imgui.h>

struct ImGuiWindow;

namespace attune::ui {

class Scroller {
 public:
  // Device pixels, positive towards the end of the content. `is_direct`: finger or trackpad, which bring
  // their own momentum; a wheel's steps are smoothed.
  void add(ImVec2 pixels, bool is_direct);

  // A widget under the pointer takes what it can use of this frame's scrolling: up to `back` pixels towards
  // the beginning and `forward` towards the end. Returns the pixels to move by.
  float take_vertical(float back, float forward);
  float take_horizontal(float back, float forward);

  void begin_frame(float delta_seconds, bool reduces_motion);  // before the widgets
  void
  end_frame();  // gives what no widget took to the window under the pointer or the nearest that can scroll
  [[nodiscard]] bool is_moving() const noexcept { return pending_.x != 0 || pending_.y != 0; }

 private:
  ImVec2 pending_{0, 0};  // still to come
  ImVec2 now_{0, 0};      // of this frame
  bool is_direct_ = false;
};

}  // namespace attune::ui
