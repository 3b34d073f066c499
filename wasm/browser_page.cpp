#include "browser_page.hpp"

#include <emscripten.h>

// clang-format off
EM_JS_DEPS(attune_page, "$UTF8ToString");
EM_JS(int, page_add_face, (const char* family, int size, int weight, int is_italic), {
  return Module.attune.text.addFace(UTF8ToString(family, size), weight, is_italic !== 0);
});
EM_JS(void, page_use_dark_ink, (int is_dark), { Module.attune.text.useDarkInk(is_dark !== 0); });
EM_JS(float, page_baseline, (int face, float pixels), { return Module.attune.text.baseline(face, pixels); });
EM_JS(void, page_measure, (int face, float pixels, const char* text, int size, void* box), {
  Module.attune.text.measure(face, pixels, UTF8ToString(text, size), box);
});
EM_JS(int, page_draw, (int face, float pixels, const char* text, int size, const void* box, void* rgba, int colour), {
  return Module.attune.text.draw(face, pixels, UTF8ToString(text, size), box, rgba, colour);
});
EM_JS(int, page_word_ends, (const char* text, int size, void* ends, int capacity), {
  return Module.attune.text.wordEnds(UTF8ToString(text, size), ends, capacity);
});
EM_JS(void, page_synchronise, (const void* items, int count, const void* arena), {
  Module.attune.mirror.synchronise(items, count, arena);
});
EM_JS(void, page_follow_focus, (unsigned id), { Module.attune.mirror.followFocus(id >>> 0); });
EM_JS(void, page_announce, (const char* text, int size, int is_urgent), {
  Module.attune.mirror.announce(UTF8ToString(text, size), is_urgent !== 0);
});
EM_JS(void, page_set_cursor, (const char* name, int size), { Module.attune.page.setCursor(UTF8ToString(name, size)); });
EM_JS(void, page_copy_text, (const char* text, int size), { Module.attune.page.copyText(UTF8ToString(text, size)); });
EM_JS(void, page_set_theme, (const char* json, int size), { Module.attune.page.setTheme(UTF8ToString(json, size)); });
EM_JS(void, page_command, (const char* json, int size), { Module.attune.page.command(UTF8ToString(json, size)); });
// clang-format on

namespace attune::ui_module {
namespace {

int size_of(std::string_view text) { return static_cast<int>(text.size()); }

constexpr int kNoColour = -1;

}  // namespace

int BrowserRasterizer::add_face(const ui::FontFace& face) {
  return page_add_face(face.family.data(), size_of(face.family), face.weight, face.is_italic ? 1 : 0);
}

void BrowserRasterizer::use_dark_ink(bool is_dark) { page_use_dark_ink(is_dark ? 1 : 0); }

float BrowserRasterizer::baseline(int face, float pixels) { return page_baseline(face, pixels); }

ui::InkBox BrowserRasterizer::measure(int face, float pixels, std::string_view utf8) {
  ui::InkBox box;
  page_measure(face, pixels, utf8.data(), size_of(utf8), &box);
  return box;
}

bool BrowserRasterizer::draw(int face, float pixels, std::string_view utf8, const ui::InkBox& box,
                             std::span<std::uint8_t> rgba, std::optional<ui::Rgb> colour) {
  const int packed = colour ? (colour->red << 16) | (colour->green << 8) | colour->blue : kNoColour;
  return page_draw(face, pixels, utf8.data(), size_of(utf8), &box, rgba.data(), packed) != 0;
}

std::vector<std::uint32_t> BrowserRasterizer::word_ends(std::string_view utf8) {
  std::vector<std::uint32_t> ends(utf8.size());
  const int count = page_word_ends(utf8.data(), size_of(utf8), ends.data(), static_cast<int>(ends.size()));
  ends.resize(static_cast<std::size_t>(count));
  return ends;
}

void BrowserMirror::synchronise(std::span<const ui::MirrorItem> items, std::string_view arena) {
  page_synchronise(items.data(), static_cast<int>(items.size()), arena.data());
}

void BrowserMirror::follow_focus(std::uint32_t id) { page_follow_focus(id); }

void BrowserMirror::announce(std::string_view utf8, bool is_urgent) {
  page_announce(utf8.data(), size_of(utf8), is_urgent ? 1 : 0);
}

void BrowserHost::set_cursor(std::string_view css_name) {
  page_set_cursor(css_name.data(), size_of(css_name));
}
void BrowserHost::copy_text(std::string_view utf8) { page_copy_text(utf8.data(), size_of(utf8)); }
void BrowserHost::set_theme(std::string_view json) { page_set_theme(json.data(), size_of(json)); }

void send_command(std::string_view json) { page_command(json.data(), size_of(json)); }

}  // namespace attune::ui_module
