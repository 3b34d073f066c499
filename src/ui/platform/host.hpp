// What the canvas asks of the page besides text and mirror. Implemented in wasm/, faked in tests.
#pragma once

#include <string_view>

struct ImDrawData;

namespace attune::ui {

class Host {
 public:
  virtual ~Host() = default;
  virtual void set_cursor(std::string_view css_name) = 0;
  virtual void copy_text(std::string_view utf8) = 0;
  // The colours text fields and the page around the canvas need; JSON of CSS custom properties.
  virtual void set_theme(std::string_view json) = 0;
};

class Renderer {
 public:
  virtual ~Renderer() = default;
  virtual void begin_frame() = 0;
  virtual void draw(ImDrawData& data) = 0;
  // The GL context is gone with all that was in it; begin_frame() makes everything anew after it came back.
  virtual void forget_context() = 0;
};

}  // namespace attune::ui
