#include "ui/platform/canvas.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cstdio>
#include <optional>

#include "ui/context.hpp"
#include "ui/platform/host.hpp"
#include "ui/platform/keys.hpp"
#include "ui/platform/reflection.hpp"

namespace attune::ui {
namespace {

constexpr double kMirrorMillis = 130;  // after which the mirror takes what only moved

std::string_view css_cursor(ImGuiMouseCursor cursor) {
  switch (cursor) {
    case ImGuiMouseCursor_TextInput:
      return "text";
    case ImGuiMouseCursor_ResizeNS:
      return "ns-resize";
    case ImGuiMouseCursor_ResizeEW:
      return "ew-resize";
    case ImGuiMouseCursor_Hand:
      return "pointer";
    case ImGuiMouseCursor_NotAllowed:
      return "not-allowed";
    default:
      return "default";
  }
}

ImVec4 as_vector(Colour colour) {
  return {static_cast<float>(colour.red) / 255, static_cast<float>(colour.green) / 255,
          static_cast<float>(colour.blue) / 255, static_cast<float>(colour.alpha) / 255};
}

// What text fields and the page around the canvas are painted with.
std::string theme_json(const Palette& palette) {
  const auto css = [](Colour colour) {
    char text[8];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", colour.red, colour.green, colour.blue);
    return std::string{text};
  };
  std::string json = R"({"scheme":")";
  json += palette.is_dark ? "dark" : "light";
  json += R"(","background":")" + css(palette.background) + R"(","surface":")" + css(palette.surface) +
          R"(","text":")" + css(palette.text) + R"(","faint":")" + css(palette.text_faint) +
          R"(","accent":")" + css(palette.accent) + R"(","selection":")" + css(palette.accent_soft) + R"("})";
  return json;
}

}  // namespace

Canvas::Canvas(Host& host, Renderer& renderer, TextRasterizer& rasterizer, MirrorHost& mirror,
               std::function<double()> clock)
    : host_{&host}, renderer_{&renderer}, clock_{std::move(clock)} {
  IMGUI_CHECKVERSION();
  imgui_ = ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.BackendPlatformName = "attune canvas";
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors | ImGuiBackendFlags_RendererHasTextures;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigInputTextCursorBlink = false;  // a blinking caret would keep an idle page drawing
  io.ConfigInputTrickleEventQueue = true;
  io.ConfigNavCursorVisibleAlways = false;
  io.ConfigNavEscapeClearFocusItem = false;  // Escape leaves the keyboard where it is
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.MouseDragThreshold = 6;
  imgui_->TestEngineHookItems = true;
  context_ = std::make_unique<Context>(rasterizer, mirror);
  io.UserData = context_.get();
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Platform_ClipboardUserData = this;
  platform.Platform_SetClipboardTextFn = [](ImGuiContext* imgui, const char* utf8) {
    auto& canvas = *static_cast<Canvas*>(imgui->PlatformIO.Platform_ClipboardUserData);
    canvas.clipboard_ = utf8;
    canvas.host_->copy_text(utf8);
  };
  platform.Platform_GetClipboardTextFn = [](ImGuiContext* imgui) {
    return static_cast<Canvas*>(imgui->PlatformIO.Platform_ClipboardUserData)->clipboard_.c_str();
  };
  set_appearance(Appearance::Light, false);
}

Canvas::~Canvas() {
  ImGui::SetCurrentContext(imgui_);
  ImGui::DestroyContext(imgui_);
}

void Canvas::apply_style() {
  ImGuiStyle style;
  style.WindowPadding = ImVec2(0, 0);
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.PopupBorderSize = 0;  // dress_window() draws it
  style.ItemSpacing = ImVec2(kSpace2, kSpace2);
  style.FramePadding = ImVec2(kSpace3, kSpace2);
  style.ScrollbarSize = 10;
  style.ScrollbarRounding = 5;
  style.GrabMinSize = 24;
  style.DisplaySafeAreaPadding = ImVec2(0, 0);
  style.HoverDelayNormal = 0.35F;
  style.HoverStationaryDelay = 0.1F;
  style.ScaleAllSizes(context_->scale);
  style.FontSizeBase = kTypeBody;
  style.FontScaleDpi = context_->scale;
  const Palette& colours = palette_for(context_->appearance);
  for (ImVec4& colour : style.Colors) colour = as_vector(colours.text);
  style.Colors[ImGuiCol_WindowBg] = as_vector(colours.background);
  style.Colors[ImGuiCol_ChildBg] = ImVec4(0, 0, 0, 0);
  style.Colors[ImGuiCol_PopupBg] = as_vector(colours.surface);
  style.Colors[ImGuiCol_Border] = as_vector(colours.border);
  style.Colors[ImGuiCol_ScrollbarBg] = ImVec4(0, 0, 0, 0);
  style.Colors[ImGuiCol_ScrollbarGrab] = as_vector(colours.border_strong.with_alpha(90));
  style.Colors[ImGuiCol_ScrollbarGrabHovered] = as_vector(colours.border_strong.with_alpha(160));
  style.Colors[ImGuiCol_ScrollbarGrabActive] = as_vector(colours.border_strong);
  style.Colors[ImGuiCol_ModalWindowDimBg] = as_vector(colours.scrim);
  style.Colors[ImGuiCol_NavCursor] = ImVec4(0, 0, 0, 0);  // widgets draw their own ring
  ImGui::GetStyle() = style;
}

void Canvas::set_appearance(Appearance appearance, bool reduces_motion) {
  ImGui::SetCurrentContext(imgui_);
  context_->appearance = appearance;
  context_->reduces_motion = reduces_motion;
  const Palette& colours = palette_for(appearance);
  context_->fonts.use_dark_ink(!colours.is_dark);
  context_->runs.clear();
  warmer_.begin_again();
  apply_style();
  host_->set_theme(theme_json(colours));
}

void Canvas::resize(float width, float height, float scale) {
  ImGui::SetCurrentContext(imgui_);
  ImGui::GetIO().DisplaySize = ImVec2(width, height);
  if (scale == context_->scale) return;
  context_->scale = scale;
  context_->runs.clear();
  warmer_.begin_again();
  apply_style();
}

double Canvas::frame(double now_millis, const std::function<void()>& draw) {
  ImGui::SetCurrentContext(imgui_);
  ImGuiIO& io = ImGui::GetIO();
  if (!has_gl_context_ || io.DisplaySize.x <= 0 || io.DisplaySize.y <= 0) return kNever;
  const double start = clock_();
  // A long idle time is no time at all.
  io.DeltaTime = std::clamp(static_cast<float>(now_millis - last_frame_millis_) / 1000, 1e-4F, 0.1F);
  last_frame_millis_ = now_millis;
  Context& ui = *context_;
  ui.now_millis = now_millis;
  ui.wants_frame = false;
  ui.next_frame_millis = kNever;
  ui.cell_height = ui.cell_stretch = 0;
  renderer_->begin_frame();
  send_keys();
  ImGui::NewFrame();
  ui.semantics.begin_frame();
  ui.scroller.begin_frame(io.DeltaTime, ui.reduces_motion);
  draw();
  ui.scroller.end_frame();
  ui.semantics.end_frame(ui.is_right_to_left ? std::optional{io.DisplaySize.x} : std::nullopt);
  ui.runs.end_frame();
  ImGui::Render();
  if (ui.is_right_to_left) reflect(*ImGui::GetDrawData());
  const double drawn = clock_();
  renderer_->draw(*ImGui::GetDrawData());
  const double rendered = clock_();
  const bool is_mirror_late = !ui.semantics.publish(now_millis);
  show_cursor();
  const double end = clock_();
  figures_ = {figures_.frames + 1, drawn - start, rendered - drawn, end - rendered,
              std::max(figures_.worst_millis, end - start)};

  const bool has_input = !keys_.empty() || imgui_->InputEventsQueue.Size > 0 || ImGui::IsAnyMouseDown();
  if (ui.wants_frame || ui.semantics.wants_frame() || ui.scroller.is_moving() || has_input) return 0;
  if (is_mirror_late) ui.wake_within(kMirrorMillis);
  return ui.next_frame_millis;
}

bool Canvas::prepare(double millis) {
  ImGui::SetCurrentContext(imgui_);
  if (!has_gl_context_ || figures_.frames == 0) return false;  // not before there is an atlas on the screen
  const double start = clock_();
  return warmer_.work(*context_, [&] { return clock_() - start >= millis; });
}

void Canvas::show_cursor() {
  const std::string_view wanted = css_cursor(ImGui::GetMouseCursor());
  if (wanted == cursor_) return;
  cursor_ = wanted;
  host_->set_cursor(wanted);
}

void Canvas::move_pointer(float x, float y, bool is_touch) {
  ImGui::SetCurrentContext(imgui_);
  context_->is_touch = is_touch;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(is_touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  io.AddMousePosEvent(context_->is_right_to_left ? io.DisplaySize.x - 1 - x : x, y);
}

void Canvas::leave_pointer() {
  ImGui::SetCurrentContext(imgui_);
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

void Canvas::press_button(int button, bool is_down) {
  ImGui::SetCurrentContext(imgui_);
  if (button >= 0 && button < ImGuiMouseButton_COUNT) ImGui::GetIO().AddMouseButtonEvent(button, is_down);
}

void Canvas::scroll(float pixels_x, float pixels_y, bool is_direct) {
  const float along = context_->is_right_to_left ? -pixels_x : pixels_x;
  context_->scroller.add(ImVec2(along, pixels_y), is_direct);
}

void Canvas::press_key(std::string_view code, bool is_down, Modifiers modifiers) {
  if (!has_gl_context_) return;
  const ImGuiKey key = key_from_code(code);
  keys_.push_back({context_->is_right_to_left ? reflected(key) : key, is_down, modifiers});
}

void Canvas::send_keys() {
  if (context_->semantics.wants_frame()) return;  // the focus is still to come
  ImGuiIO& io = ImGui::GetIO();
  for (const Key& key : keys_) {
    io.AddKeyEvent(ImGuiMod_Ctrl, key.modifiers.control);
    io.AddKeyEvent(ImGuiMod_Shift, key.modifiers.shift);
    io.AddKeyEvent(ImGuiMod_Alt, key.modifiers.alt);
    io.AddKeyEvent(ImGuiMod_Super, key.modifiers.meta);
    if (key.key != ImGuiKey_None) io.AddKeyEvent(static_cast<ImGuiKey>(key.key), key.is_down);
  }
  keys_.clear();
}

void Canvas::set_page_focus(bool has_focus) {
  ImGui::SetCurrentContext(imgui_);
  ImGui::GetIO().AddFocusEvent(has_focus);
  if (has_focus) return;
  keys_.clear();  // those still held are let go elsewhere
  context_->semantics.blur_from_page();
}

void Canvas::set_context_alive(bool is_alive) {
  ImGui::SetCurrentContext(imgui_);
  has_gl_context_ = is_alive;
  if (!is_alive) renderer_->forget_context();
}

}  // namespace attune::ui

// --- the hooks ImGui calls when IMGUI_ENABLE_TEST_ENGINE is defined: our source of rectangles ---

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* imgui, ImGuiID id, const ImRect& place,
                                 const ImGuiLastItemData* data) {
  if (imgui->IO.UserData == nullptr) return;
  static_cast<attune::ui::Context*>(imgui->IO.UserData)->semantics.item_added(*imgui, id, place, data);
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
