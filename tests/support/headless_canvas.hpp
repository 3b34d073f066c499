// The canvas without a browser: letters are squares, frames are thrown away, and the mirror is kept to look
// at.
//
//   HeadlessCanvas canvas;
//   canvas.frame([&] { if (ui::button("Go")) ++presses; });
//   canvas.press(ui::Role::Button, "Go", draw);
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/context.hpp"
#include "ui/platform/canvas.hpp"
#include "ui/platform/host.hpp"
#include "ui/state/widget_words.hpp"

namespace attune::test {

// Half an em to each letter.
class SquareLetters final : public ui::TextRasterizer {
 public:
  int add_face(const ui::FontFace&) override { return faces_++; }
  void use_dark_ink(bool) override {}
  float baseline(int, float pixels) override { return pixels * 0.8F; }
  ui::InkBox measure(int, float pixels, std::string_view utf8) override {
    std::size_t letters = 0;
    for (const char c : utf8) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80 ? 1 : 0;
    const float advance = static_cast<float>(letters) * static_cast<float>(static_cast<int>(pixels / 2));
    const bool is_blank = utf8 == " ";
    return {advance, 0, -static_cast<int>(pixels * 0.7F), is_blank ? 0 : static_cast<int>(advance),
            static_cast<int>(pixels)};
  }
  bool draw(int, float, std::string_view, const ui::InkBox&, std::span<std::uint8_t> rgba,
            std::optional<ui::Rgb>) override {
    for (std::uint8_t& channel : rgba) channel = 255;
    ++drawn;
    return false;
  }
  std::vector<std::uint32_t> word_ends(std::string_view) override { return {}; }
  int drawn = 0;

 private:
  int faces_ = 0;
};

class KeptMirror final : public ui::MirrorHost {
 public:
  void synchronise(std::span<const ui::MirrorItem> items, std::string_view) override {
    last_count = items.size(), ++synchronisations;
  }
  void follow_focus(std::uint32_t id) override { focus = id; }
  void announce(std::string_view utf8, bool) override { announcements.emplace_back(utf8); }
  std::size_t last_count = 0;
  int synchronisations = 0;
  std::uint32_t focus = 0;
  std::vector<std::string> announcements;
};

class SilentHost final : public ui::Host {
 public:
  void set_cursor(std::string_view css) override { cursor = css; }
  void copy_text(std::string_view utf8) override { copied = utf8; }
  void set_theme(std::string_view json) override { theme = json; }
  std::string cursor, copied, theme;
};

// Says yes to every texture.
class NoRenderer final : public ui::Renderer {
 public:
  void begin_frame() override {}
  void draw(ImDrawData& data) override {
    vertices = data.TotalVtxCount;
    if (look) look(data);
    if (data.Textures == nullptr) return;
    for (ImTextureData* texture : *data.Textures) {
      if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
      if (texture->Status == ImTextureStatus_WantDestroy) texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed
                                                                        : ImTextureStatus_OK);
    }
  }
  void forget_context() override {}
  int vertices = 0;
  std::function<void(const ImDrawData&)> look;  // at each frame as it is drawn
};

class HeadlessCanvas {
 public:
  using Draw = std::function<void()>;

  explicit HeadlessCanvas(float width = 1280, float height = 720, float scale = 1) {
    canvas.resize(width * scale, height * scale, scale);
    canvas.context().words = ui::widget_words(ui::Strings{});
  }

  double frame(const Draw& draw) { return canvas.frame(now += 16, draw); }
  void settle(const Draw& draw) {
    for (int at = 0; at < 6; ++at) frame(draw);
  }
  // Like a view in the real thing: a window that fills the canvas around it.
  static Draw in_window(Draw content) {
    return [content = std::move(content)] {
      ImGui::SetNextWindowPos({0, 0});
      ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
      ImGui::Begin("###test", nullptr, ImGuiWindowFlags_NoDecoration);
      content();
      ImGui::End();
    };
  }

  [[nodiscard]] const ui::MirrorItem* find(ui::Role role, std::string_view name) {
    for (const ui::MirrorItem& item : semantics().items()) {
      if (item.role == role && semantics().text(item.name) == name) return &item;
    }
    return nullptr;
  }
  [[nodiscard]] std::string value_of(const ui::MirrorItem& item) {
    return std::string{semantics().text(item.value)};
  }

  // With the pointer, in the middle of the item. False if there is no such item.
  bool press(ui::Role role, std::string_view name, const Draw& draw) {
    const ui::MirrorItem* item = find(role, name);
    if (item == nullptr) return false;
    canvas.move_pointer(item->x + item->width / 2, item->y + item->height / 2, false);
    frame(draw);
    canvas.press_button(0, true);
    frame(draw);
    canvas.press_button(0, false);
    settle(draw);
    return true;
  }
  void key(std::string_view code, const Draw& draw) {
    canvas.press_key(code, true, {});
    frame(draw);
    canvas.press_key(code, false, {});
    settle(draw);
  }
  // As Tab or a screen reader does.
  bool focus(ui::Role role, std::string_view name, const Draw& draw) {
    const ui::MirrorItem* item = find(role, name);
    if (item == nullptr) return false;
    semantics().focus_from_page(item->id);
    settle(draw);
    return true;
  }
  ui::Semantics& semantics() { return canvas.context().semantics; }

  SquareLetters letters;
  KeptMirror mirror;
  SilentHost host;
  NoRenderer renderer;
  ui::Canvas canvas{host, renderer, letters, mirror, [] { return 0.0; }};
  double now = 1000;
};

}  // namespace attune::test
