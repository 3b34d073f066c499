// Draws ImGui's lists by WebGL2, with ImGui's own renderer back end.
#pragma once

#include "ui/platform/host.hpp"

namespace attune::ui_module {

class WebGlRenderer final : public ui::Renderer {
 public:
  // `canvas_selector` is a CSS selector. False if the browser gives no WebGL2 context.
  bool open(const char* canvas_selector);

  void begin_frame() override;
  void draw(ImDrawData& data) override;
  void forget_context() override;

 private:
  bool is_ready_ = false;  // the back end belongs to an ImGui context, which comes after this object
};

}  // namespace attune::ui_module
