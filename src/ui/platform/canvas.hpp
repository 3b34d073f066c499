// The canvas as a machine: events in, one frame at a time out. Nothing in it knows a browser; the page's side
// is behind Host, Renderer, TextRasterizer and MirrorHost.
//
// One ImGui unit is one device pixel, so that text and lines stand on the pixel grid at any zoom.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ui/text/glyph_warmer.hpp"
#include "ui/theme/palette.hpp"

struct ImGuiContext;

namespace attune::ui {

struct Context;
class Host;
class MirrorHost;
class Renderer;
class TextRasterizer;

struct Modifiers {
  bool control = false, shift = false, alt = false, meta = false;
};

struct FrameFigures {
  int frames = 0;
  double widgets_millis = 0, render_millis = 0, mirror_millis = 0;  // of the last frame
  double worst_millis = 0;                                          // of any frame
};

class Canvas {
 public:
  // The four outlive the canvas. `clock` returns milliseconds, for the figures only.
  Canvas(Host& host, Renderer& renderer, TextRasterizer& rasterizer, MirrorHost& mirror,
         std::function<double()> clock);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  // Draws one frame by calling `draw`. Returns in how many milliseconds the next is wanted without any new
  // event: 0 at once (something moves or has not settled), kNever.
  double frame(double now_millis, const std::function<void()>& draw);

  // Between two frames, in idle moments: rasterises letters that are soon needed, for about so long. True
  // when all are there.
  bool prepare(double millis);

  void resize(float width, float height, float scale);  // device pixels; device pixels per CSS pixel
  void set_appearance(Appearance appearance, bool reduces_motion);
  void move_pointer(float x, float y, bool is_touch);
  void leave_pointer();
  void press_button(int button, bool is_down);
  void scroll(float pixels_x, float pixels_y, bool is_direct);
  // `code` is a DOM KeyboardEvent.code. Keys wait while a focus or an activation that the page asked for is
  // on its way: they are meant for what has the focus then.
  void press_key(std::string_view code, bool is_down, Modifiers modifiers);
  void set_page_focus(bool has_focus);
  void set_context_alive(bool is_alive);

  [[nodiscard]] Context& context() noexcept { return *context_; }
  [[nodiscard]] const FrameFigures& figures() const noexcept { return figures_; }

 private:
  struct Key {
    int key = 0;  // ImGuiKey
    bool is_down = false;
    Modifiers modifiers;
  };

  void apply_style();
  void show_cursor();
  void send_keys();

  Host* host_;
  Renderer* renderer_;
  std::function<double()> clock_;
  ImGuiContext* imgui_;
  std::unique_ptr<Context> context_;
  GlyphWarmer warmer_;
  std::string clipboard_;
  std::string_view cursor_;
  std::vector<Key> keys_;  // not yet told to ImGui
  FrameFigures figures_;
  double last_frame_millis_ = 0;
  bool has_gl_context_ = true;
};

}  // namespace attune::ui
