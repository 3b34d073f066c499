// Draws ImGui's lists by WebGL2. Nothing is ever asked of the graphics process during a frame: an answer
// would come only after all that was drawn before, and the page would wait for it.
#pragma once

#include <cstdint>

#include "ui/platform/host.hpp"

struct ImDrawList;
struct ImTextureData;

namespace attune::ui_module {

class WebGlRenderer final : public ui::Renderer {
 public:
  // `canvas_selector` is a CSS selector. False if the browser gives no WebGL2 context.
  bool open(const char* canvas_selector);

  void begin_frame() override;
  void draw(ImDrawData& data) override;
  void forget_context() override;

 private:
  void make_objects();
  void draw_list(const ImDrawList& list, int height) const;

  bool is_ready_ = false;  // its objects belong to a context that may be lost, and are then made anew
  std::uint32_t program_ = 0, vertex_array_ = 0, vertices_ = 0, indices_ = 0;
  std::int32_t canvas_size_ = -1;  // where the program takes it
};

}  // namespace attune::ui_module
