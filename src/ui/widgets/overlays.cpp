#include "ui/widgets/overlays.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "ui/context.hpp"
#include "ui/widgets/press.hpp"
#include "ui/widgets/tone.hpp"

namespace attune::ui {
namespace {

constexpr ImGuiID kDialogSeed =
    0xA77D1A06;  // dialogs are known by their id alone, wherever they are opened from
constexpr double kToastMillis = 6000;
constexpr ImGuiWindowFlags kBareWindow = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                         ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
                                         ImGuiWindowFlags_NoSavedSettings;

}  // namespace

void open_dialog(std::string_view id) {
  ImGui::PushOverrideID(kDialogSeed);
  ImGui::OpenPopup(std::string{"###"}.append(id).c_str());
  ImGui::PopID();
}

bool is_anything_open() {
  return ImGui::IsPopupOpen(static_cast<const char*>(nullptr), ImGuiPopupFlags_AnyPopup);
}

Dialog::Dialog(std::string_view title, float width_css, DialogPlace place) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float width = std::min(px(width_css), display.x - px(kSpace4) * 2);
  const float top = std::max(px(kSpace4), std::floor(display.y * 0.1F));
  const bool is_at_top = place == DialogPlace::AtTop;
  ImGui::SetNextWindowPos({display.x * 0.5F, is_at_top ? top : display.y * 0.5F}, ImGuiCond_Always,
                          {0.5F, is_at_top ? 0.0F : 0.5F});
  ImGui::SetNextWindowSizeConstraints({width, 0},
                                      {width, display.y - px(kSpace4) - (is_at_top ? top : px(kSpace4))});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, px(kSpace5, kSpace5));
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, px(kRadiusCard));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(kRadiusCard));
  ImGui::PushStyleColor(ImGuiCol_PopupBg, palette().surface.packed());
  ImGuiWindow* parent = ImGui::GetCurrentWindow();
  ImGui::PushOverrideID(kDialogSeed);
  const std::string name{title};
  is_open_ = ImGui::BeginPopupModal(name.c_str(), nullptr, kBareWindow | ImGuiWindowFlags_AlwaysAutoResize);
  parent->IDStack.pop_back();  // not PopID(): an open popup is the current window by now
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(3);
  if (!is_open_) return;
  context().semantics.describe_window({.role = Role::Dialog, .name = title, .states = state::kModal});
  dress_window(px(kRadiusCard), 3);
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ImGui::CloseCurrentPopup();
  heading(visible_part(title), 2);
  space(kSpace3);
}

Dialog::~Dialog() {
  if (is_open_) ImGui::EndPopup();
}

void Dialog::close() const { ImGui::CloseCurrentPopup(); }

Drawer::Drawer(std::string_view title, bool& is_open, float width_css) {
  if (!is_open) return;
  is_shown_ = true;
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  covers_page_ = is_phone_width();
  const float whole = window->InnerRect.GetWidth();
  width_ = covers_page_ ? whole : std::min(px(width_css), std::floor(whole * 0.5F));
  cursor_ = window->DC.CursorPos;
  content_end_ = window->DC.CursorMaxPos;
  window->DC.CursorPos = {window->InnerRect.Max.x - width_, window->InnerRect.Min.y};
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, px(kSpace5, kSpace5));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, palette().surface.packed());
  const std::string name{title};
  ImGui::BeginChild(name.c_str(), {width_, window->InnerRect.GetHeight()},
                    ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  context().semantics.describe_window({.role = Role::Region, .name = title});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 corner = ImGui::GetWindowPos();
  list.AddRectFilled(corner,
                     {corner.x + std::max(1.0F, px(kBorder)), corner.y + window->InnerRect.GetHeight()},
                     palette().border.packed());
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const float inner = available_width();
  {
    const Area head(top, inner - px(kControlHeight) - px(kSpace2));
    ImGui::GetCurrentWindow()->DC.CursorPos.y +=
        std::floor((px(kControlHeight) - text_pixels(TextSize::Title)) / 2);
    heading(visible_part(title), 2);
  }
  ImGui::GetCurrentWindow()->DC.CursorPos = {top.x + inner - px(kControlHeight), top.y};
  if (icon_button(context().words.close, Icon::Close)) is_open = false;
  // From wherever the keyboard is: what opened it keeps the focus, a table above all.
  if (!is_anything_open() && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) is_open = false;
  ImGui::GetCurrentWindow()->DC.CursorPos.x = top.x;
  space(kSpace4);
}

Drawer::~Drawer() {
  if (!is_shown_) return;
  ImGui::EndChild();
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  window->DC.CursorPos = cursor_;
  window->DC.CursorMaxPos = content_end_;
  const float right = window->InnerRect.Max.x - width_ - px(kSpace5);
  window->ContentRegionRect.Max.x = std::min(window->ContentRegionRect.Max.x, right);
  window->WorkRect.Max.x = std::min(window->WorkRect.Max.x, right);
}

void Toasts::show(Toast toast) {
  context().semantics.announce(toast.message, toast.tone == Tone::Negative);
  waiting_.push_back(std::move(toast));
}

bool Toasts::draw() {
  if (waiting_.empty()) return false;
  Context& ui = context();
  if (shown_since_millis_ < 0) shown_since_millis_ = ui.now_millis;
  const Toast& toast = waiting_.front();
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float bottom = is_phone_width() ? px(76) : px(kSpace5);
  const float width = std::min(px(440), display.x - px(kSpace4) * 2);
  ImGui::SetNextWindowPos({display.x / 2, display.y - bottom}, ImGuiCond_Always, {0.5F, 1.0F});
  ImGui::SetNextWindowSizeConstraints({width, 0}, {width, display.y});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, px(kSpace4, kSpace3));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(kRadiusCard));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, palette().surface.packed());
  ImGui::Begin("###toast", nullptr,
               kBareWindow | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  ui.semantics.describe_window({.role = Role::Region, .name = ui.words.message});
  dress_window(px(kRadiusCard), 2);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float inner = available_width();
  const float line = px(kControlHeight);
  const ButtonOptions action_options{.kind = ButtonKind::Quiet, .is_small = false};
  const float action_width =
      toast.action.empty() ? 0 : button_width(toast.action, action_options) + px(kSpace2);
  const float icon = px(kIconSize);
  const Icon sign = toast.tone == Tone::Positive                                ? Icon::Check
                    : toast.tone == Tone::Neutral || toast.tone == Tone::Accent ? Icon::Info
                                                                                : Icon::Warning;
  draw_icon(*ImGui::GetWindowDrawList(), sign, {corner.x + icon / 2, corner.y + line / 2}, icon,
            colours_of(toast.tone).text.packed());
  const float text_left = icon + px(kSpace3);
  float text_height = 0;
  {
    const Area text({corner.x + text_left, corner.y + std::floor((line - text_pixels(TextSize::Body)) / 2)},
                    inner - text_left - action_width - line);
    paragraph(toast.message);
    text_height = text.size().y;
  }
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  bool is_pressed = false;
  bool is_over = false;
  if (!toast.action.empty()) {
    window->DC.CursorPos = {corner.x + inner - line - action_width, corner.y};
    is_pressed = button(toast.action, action_options);
  }
  window->DC.CursorPos = {corner.x + inner - line, corner.y};
  is_over = icon_button(ui.words.dismiss, Icon::Close);
  window->DC.CursorPos = corner;
  ImGui::ItemSize(ImVec2(inner, std::max(line, text_height)));
  ImGui::End();

  const bool is_lasting = toast.tone == Tone::Negative;
  const double left = kToastMillis - (ui.now_millis - shown_since_millis_);
  if (!is_lasting) {
    is_over |= left <= 0;
    ui.wake_within(std::max(left, 1.0));
  }
  if (is_pressed || is_over) {
    waiting_.erase(waiting_.begin());
    shown_since_millis_ = -1;
    ui.wants_frame = true;
  }
  return is_pressed;
}

bool progress(const ProgressState& state_in, bool can_cancel) {
  Context& ui = context();
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  ImGui::PushID("progress");
  const ImVec2 corner = window->DC.CursorPos;
  const float width = available_width();
  const ButtonOptions cancel{.is_small = true};
  const float cancel_width = can_cancel ? button_width(ui.words.cancel, cancel) + px(kSpace4) : 0;
  bool is_cancelled = false;
  float height = 0;
  {
    const Area text(corner, width - cancel_width);
    label(state_in.label, kStrong);
    const float bar = px(6);
    const ImVec2 low = window->DC.CursorPos;
    const float room = available_width();
    ImGui::ItemSize(ImVec2(room, bar));
    const ImRect place(low, low + ImVec2(room, bar));
    const bool is_known = state_in.total > 0;
    const auto share =
        static_cast<float>(is_known ? std::clamp(state_in.done / state_in.total, 0.0, 1.0) : 0.0);
    ui.semantics.add(place,
                     {.role = Role::ProgressBar,
                      .name = state_in.label,
                      .value = state_in.detail,
                      .now = share,
                      .maximum = is_known ? 1.0F : 0.0F},
                     "bar");
    ImDrawList& list = *window->DrawList;
    const Palette& colours = palette();
    list.AddRectFilled(place.Min, place.Max, colours.border.packed(), bar / 2);
    if (is_known) {
      const float right = place.Min.x + std::max(bar, room * share);
      list.AddRectFilled(place.Min, {right, place.Max.y}, colours.accent.packed(), bar / 2);
    } else {  // a piece that wanders; it stands still with reduced motion
      const double turn = ui.reduces_motion ? 0.5 : std::fmod(ui.now_millis / 1400, 1.0);
      const auto left = static_cast<float>(turn) * room * 0.75F;
      list.AddRectFilled({place.Min.x + left, place.Min.y}, {place.Min.x + left + room * 0.25F, place.Max.y},
                         colours.accent.packed(), bar / 2);
      if (!ui.reduces_motion) ui.wants_frame = true;
    }
    if (!state_in.detail.empty()) label(state_in.detail, kCaption);
    height = text.size().y;
  }
  if (can_cancel) {
    window->DC.CursorPos = {corner.x + width - cancel_width + px(kSpace4), corner.y};
    is_cancelled = button(ui.words.cancel, cancel);
  }
  window->DC.CursorPos = corner;
  ImGui::ItemSize(ImVec2(width, std::max(height, can_cancel ? px(kControlHeightSmall) : 0.0F)));
  ImGui::PopID();
  return is_cancelled;
}

}  // namespace attune::ui
