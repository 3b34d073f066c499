// The browser behind the canvas: its text engine, the mirror, cursor, clipboard and theme. Each function is
// one call of the object `attune` that web/host/canvas.js hangs on the module.
#pragma once

#include <string_view>

#include "ui/platform/host.hpp"
#include "ui/semantics/item.hpp"
#include "ui/text/rasterizer.hpp"

namespace attune::ui_module {

class BrowserRasterizer final : public ui::TextRasterizer {
 public:
  int add_face(const ui::FontFace& face) override;
  void use_dark_ink(bool is_dark) override;
  float baseline(int face, float pixels) override;
  ui::InkBox measure(int face, float pixels, std::string_view utf8) override;
  bool draw(int face, float pixels, std::string_view utf8, const ui::InkBox& box,
            std::span<std::uint8_t> rgba, std::optional<ui::Rgb> colour) override;
  std::vector<std::uint32_t> word_ends(std::string_view utf8) override;
};

class BrowserMirror final : public ui::MirrorHost {
 public:
  void synchronise(std::span<const ui::MirrorItem> items, std::string_view arena) override;
  void follow_focus(std::uint32_t id) override;
  void announce(std::string_view utf8, bool is_urgent) override;
};

class BrowserHost final : public ui::Host {
 public:
  void set_cursor(std::string_view css_name) override;
  void copy_text(std::string_view utf8) override;
  void set_theme(std::string_view json) override;
};

// A command of src/protocol/README.md, section 3, as JSON.
void send_command(std::string_view json);

}  // namespace attune::ui_module
