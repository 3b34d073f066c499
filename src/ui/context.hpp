// Everything a widget needs besides Dear ImGui's own state: theme, fonts, semantics, scale. One per ImGui
// context, which carries it as io.UserData; ui::context() finds it. Views do not use it directly.
#pragma once

#include <imgui.h>

#include <algorithm>
#include <vector>

#include "ui/clipping.hpp"
#include "ui/platform/scroller.hpp"
#include "ui/semantics/semantics.hpp"
#include "ui/text/fonts.hpp"
#include "ui/text/rasterizer.hpp"
#include "ui/text/run_cache.hpp"
#include "ui/theme/palette.hpp"
#include "ui/theme/tokens.hpp"
#include "ui/words.hpp"

namespace attune::ui {

inline constexpr double kNever = 1e12;

struct Context {
  Context(TextRasterizer& rasterizer_in, MirrorHost& mirror)
      : rasterizer{&rasterizer_in}, fonts{rasterizer_in}, runs{rasterizer_in}, semantics{mirror} {}

  TextRasterizer* rasterizer;
  Fonts fonts;
  RunCache runs;
  Semantics semantics;
  Scroller scroller;
  Words words;
  Appearance appearance = Appearance::Light;
  float scale = 1;  // device pixels per CSS pixel
  bool reduces_motion = false;
  bool is_right_to_left = false;      // the stage is reflected: platform/reflection.hpp
  bool is_upright = false;            // within an Upright
  bool is_touch = false;              // the last pointer was a finger
  bool has_command_key = false;       // a keyboard of Apple's: shortcuts are held with it instead of Ctrl
  bool wants_frame = false;           // an animation or a late layout asks for the next frame
  double next_frame_millis = kNever;  // from now: what waits for a moment to pass, such as a toast
  double now_millis = 0;
  std::vector<Clipping> clippings;  // what was taken along in this frame
  void wake_within(double millis) { next_frame_millis = std::min(next_frame_millis, millis); }

  float cell_height = 0;   // of the row of columns one is in: cards fill it ...
  float cell_stretch = 0;  // ... and say here by how much they grew
  int card_depth = 0;      // in how many cards with a title one is
};

[[nodiscard]] inline Context& context() { return *static_cast<Context*>(ImGui::GetIO().UserData); }
[[nodiscard]] inline const Palette& palette() { return palette_for(context().appearance); }

// CSS pixels in whole device pixels.
[[nodiscard]] inline float px(float css) {
  return static_cast<float>(static_cast<int>(css * context().scale + 0.5F));
}

[[nodiscard]] inline ImVec2 px(float css_x, float css_y) { return {px(css_x), px(css_y)}; }

}  // namespace attune::ui
