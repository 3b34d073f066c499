// ui.wasm's boundary: bytes and numbers in, frames and commands out. No logic; see web/host/ui_module.js.
#include <emscripten.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "browser_page.hpp"
#include "ui/application.hpp"
#include "ui/context.hpp"
#include "ui/gallery/gallery.hpp"
#include "ui/platform/canvas.hpp"
#include "ui/shell.hpp"
#include "ui_input.hpp"
#include "webgl_renderer.hpp"

namespace {

using namespace attune;
using namespace attune::ui_module;

struct UiModule {
  BrowserRasterizer rasterizer;
  BrowserMirror mirror;
  BrowserHost host;
  WebGlRenderer renderer;
  std::vector<std::byte> input;
  std::unique_ptr<ui::Application> application;
  std::unique_ptr<ui::Canvas> canvas;
  ui::Preferences preferences;
};

UiModule module;  // the one object behind the exports

std::string_view input_text(int length) {
  return {reinterpret_cast<const char*>(module.input.data()), static_cast<std::size_t>(length)};
}

std::unique_ptr<ui::Application> make_application(bool shows_gallery) {
  if (shows_gallery) return std::make_unique<ui::Gallery>();
  return ui::make_application();
}

void apply_appearance() {
  const ui::Appearance wanted = module.application->appearance(module.preferences);
  const ui::Context& now = module.canvas->context();
  if (wanted == now.appearance && module.preferences.reduces_motion == now.reduces_motion) return;
  module.canvas->set_appearance(wanted, module.preferences.reduces_motion);
}

void send_commands() {
  for (const std::string& command : module.application->take_commands()) send_command(command);
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void* attune_ui_reserve(int size) {
  module.input.resize(static_cast<std::size_t>(size));
  return module.input.data();
}

// The buffer holds the canvas' CSS selector. Returns 0, or 1 if there is no WebGL2.
EMSCRIPTEN_KEEPALIVE int attune_ui_start(int length, int shows_gallery) {
  if (!module.renderer.open(std::string{input_text(length)}.c_str())) return 1;
  module.canvas = std::make_unique<ui::Canvas>(module.host, module.renderer, module.rasterizer, module.mirror,
                                               [] { return emscripten_get_now(); });
  module.application = make_application(shows_gallery != 0);
  apply_appearance();
  return 0;
}

// 0, or 1 if the bytes were refused.
EMSCRIPTEN_KEEPALIVE int attune_ui_snapshot(int length) {
  return module.application->adopt_snapshot({module.input.data(), static_cast<std::size_t>(length)}) ? 0 : 1;
}

EMSCRIPTEN_KEEPALIVE int attune_ui_event(int length) {
  const bool is_taken = module.application->receive_event(input_text(length)).has_value();
  apply_appearance();
  return is_taken ? 0 : 1;
}

EMSCRIPTEN_KEEPALIVE void attune_ui_input(int kind, double a, double b, double c) {
  const auto x = static_cast<float>(a);
  const auto y = static_cast<float>(b);
  const auto id = static_cast<ImGuiID>(a);
  ui::Semantics& semantics = module.canvas->context().semantics;
  switch (static_cast<Input>(kind)) {
    case Input::Resize:
      module.canvas->resize(x, y, static_cast<float>(c));
      break;
    case Input::Pointer:
      module.canvas->move_pointer(x, y, c != 0);
      break;
    case Input::PointerGone:
      module.canvas->leave_pointer();
      break;
    case Input::Button:
      module.canvas->press_button(static_cast<int>(a), b != 0);
      break;
    case Input::Scroll:
      module.canvas->scroll(x, y, c != 0);
      break;
    case Input::PageFocus:
      module.canvas->set_page_focus(a != 0);
      break;
    case Input::Context:
      module.canvas->set_context_alive(a != 0);
      break;
    case Input::Preferences: {
      const auto bits = static_cast<unsigned>(a);
      module.preferences = {(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0};
      module.canvas->context().has_command_key = (bits & 8U) != 0;
      apply_appearance();
      break;
    }
    case Input::Focus:
      id == 0 ? semantics.blur_from_page() : semantics.focus_from_page(id);
      break;
    case Input::Activate:
      semantics.activate_from_page(id);
      break;
    case Input::Number:
      semantics.set_number_from_page(id, y);
      break;
    case Input::Resend:
      semantics.send_again();
      break;
  }
}

EMSCRIPTEN_KEEPALIVE void attune_ui_text(int kind, double argument, int length) {
  if (static_cast<Text>(kind) == Text::Field) {
    module.canvas->context().semantics.set_text_from_page(static_cast<ImGuiID>(argument),
                                                          std::string{input_text(length)});
    return;
  }
  const auto bits = static_cast<unsigned>(argument);
  const ui::Modifiers modifiers{(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0, (bits & 8U) != 0};
  module.canvas->press_key(input_text(length), static_cast<Text>(kind) == Text::KeyDown, modifiers);
}

// In how many milliseconds the next frame is wanted; 0 at once, 1e12 not before something happens.
EMSCRIPTEN_KEEPALIVE double attune_ui_frame(double now_millis) {
  const double next = module.canvas->frame(now_millis, [] { module.application->draw(); });
  apply_appearance();
  send_commands();
  return next;
}

// For about so many milliseconds, in idle moments. 1 when there is nothing left to prepare.
EMSCRIPTEN_KEEPALIVE int attune_ui_prepare(double millis) { return module.canvas->prepare(millis) ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE double attune_ui_figure(int which) {
  const ui::FrameFigures& figures = module.canvas->figures();
  const ui::Semantics& semantics = module.canvas->context().semantics;
  switch (static_cast<FigureOf>(which)) {
    case FigureOf::Frames:
      return figures.frames;
    case FigureOf::WidgetsMillis:
      return figures.widgets_millis;
    case FigureOf::RenderMillis:
      return figures.render_millis;
    case FigureOf::MirrorMillis:
      return figures.mirror_millis;
    case FigureOf::WorstMillis:
      return figures.worst_millis;
    case FigureOf::Items:
      return static_cast<double>(semantics.items().size());
    case FigureOf::Synchronisations:
      return semantics.synchronisations();
  }
  return 0;
}

}  // extern "C"
