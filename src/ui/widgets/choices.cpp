// Selects, sliders and the tooltip. See controls.hpp.
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>

#include "ui/context.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/popup_list.hpp"
#include "ui/widgets/press.hpp"

namespace attune::ui {
namespace {

constexpr TextStyle kFieldLabel{.size = TextSize::Small, .ink = Ink::Soft, .face = Face::Semibold};
constexpr double kTooltipPollMillis = 90;

void draw_field_label(std::string_view label) {
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const float font = text_pixels(kFieldLabel.size);
  ImGui::ItemSize(ImVec2(std::min(text_width(visible_part(label), kFieldLabel), available_width()), font));
  draw_text(*ImGui::GetWindowDrawList(), low, visible_part(label), kFieldLabel, ink_colour(kFieldLabel.ink));
  ImGui::GetCurrentWindow()->DC.CursorPos.y -= px(2);
}

// The closed face of a select: a field with the choice and an arrow. Returns the press; opens its popup.
Press select_face(std::string_view label, std::string_view value, const SelectOptions& options, bool is_open,
                  ImGuiID popup) {
  if (options.shows_label) draw_field_label(label);
  const float width = options.width > 0 ? std::min(px(options.width), available_width()) : available_width();
  const float height = px(kControlHeight);
  const Press press = press_area(label, {width, height}, options.is_enabled,
                                 std::floor((height - text_pixels(TextSize::Body)) / 2));
  context().semantics.describe(press.id, {.role = Role::Combobox,
                                          .name = label,
                                          .states = state::kExpandable | (is_open ? state::kExpanded : 0U),
                                          .value = value,
                                          .related = is_open ? popup : 0});
  if (press.is_visible) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Palette& colours = palette();
    const float radius = px(kRadiusControl);
    draw_surface(list, press.rect.Min, press.rect.Max, radius, colours.surface,
                 is_open ? colours.accent : colours.border_strong.with_alpha(150));
    draw_press_layer(list, press, radius);
    const float icon = px(16);
    const float right = press.rect.Max.x - px(kSpace3) - icon;
    draw_text_in(list, {press.rect.Min.x + px(kSpace3), press.rect.Min.y},
                 {right - px(kSpace1), press.rect.Max.y}, value, kBody,
                 (options.is_enabled ? colours.text : colours.text_faint).packed());
    draw_icon(list, Icon::ChevronDown, {right + icon / 2, (press.rect.Min.y + press.rect.Max.y) / 2}, icon,
              colours.text_soft.packed());
    draw_focus_ring(list, press, radius);
  }
  return press;
}

Press list_option(std::string_view choice, bool is_selected, bool shows_box) {
  const Press press = press_area(choice, {available_width(), px(kPopupRow)});
  context().semantics.describe(
      press.id, {.role = Role::Option, .name = choice, .states = is_selected ? state::kSelected : 0U});
  if (!press.is_visible) return press;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& colours = palette();
  const float radius = px(kRadiusSmall) + px(2);
  if (is_selected) list.AddRectFilled(press.rect.Min, press.rect.Max, colours.accent_soft.packed(), radius);
  draw_press_layer(list, press, radius);
  const float icon = px(16);
  float left = press.rect.Min.x + px(kSpace2);
  const float middle = std::floor((press.rect.Min.y + press.rect.Max.y) / 2);
  if (shows_box) {
    const ImVec2 low(left, middle - icon / 2);
    draw_surface(list, low, low + ImVec2(icon, icon), px(kRadiusSmall),
                 is_selected ? colours.accent : colours.surface,
                 is_selected ? colours.accent : colours.border_strong);
    if (is_selected)
      draw_icon(list, Icon::Check, low + ImVec2(icon, icon) * 0.5F, icon, colours.on_accent.packed());
    left += icon + px(kSpace2);
  }
  const float right = press.rect.Max.x - px(kSpace2) - (shows_box ? 0 : icon);
  draw_text_in(list, {left, press.rect.Min.y}, {right, press.rect.Max.y}, visible_part(choice), kBody,
               (is_selected ? colours.accent_text : colours.text).packed());
  if (is_selected && !shows_box)
    draw_icon(list, Icon::Check, {right + icon / 2, middle}, icon, colours.accent_text.packed());
  draw_focus_ring(list, press, radius);
  return press;
}

ImGuiID popup_id(std::string_view label) {
  const std::string name = std::string{label}.append("/list");
  return ImGui::GetID(name.c_str());
}

}  // namespace

bool select(std::string_view label, std::span<const std::string_view> choices, std::size_t& selected,
            const SelectOptions& options) {
  const ImGuiID popup = popup_id(label);
  const std::string_view value =
      selected < choices.size() ? visible_part(choices[selected]) : std::string_view{};
  const Press face = select_face(label, value, options, ImGui::IsPopupOpen(popup, 0), popup);
  if (face.is_pressed) ImGui::OpenPopup(popup);
  if (!begin_popup_list(popup, face.rect, label, choices.size())) return false;
  bool is_changed = false;
  if (ImGui::IsWindowAppearing() && selected < choices.size()) {
    context().semantics.move_focus(
        ImGui::GetID(choices[selected].data(), choices[selected].data() + choices[selected].size()));
  }
  for (std::size_t at = 0; at < choices.size(); ++at) {
    if (!list_option(choices[at], at == selected, false).is_pressed) continue;
    is_changed = at != selected;
    selected = at;
    ImGui::CloseCurrentPopup();
    context().semantics.move_focus(face.id);
  }
  end_popup_list();
  return is_changed;
}

bool multi_select(std::string_view label, std::span<const std::string_view> choices,
                  std::span<bool> is_chosen, const SelectOptions& options) {
  const auto chosen = std::count(is_chosen.begin(), is_chosen.end(), true);
  const Words& words = context().words;
  std::string value = words.all;
  if (chosen == 1) {
    value = visible_part(choices[static_cast<std::size_t>(
        std::find(is_chosen.begin(), is_chosen.end(), true) - is_chosen.begin())]);
  } else if (chosen > 1) {
    value = chart::format_count(chosen, words.locale) + " " + words.chosen;
  }
  const ImGuiID popup = popup_id(label);
  const Press face = select_face(label, value, options, ImGui::IsPopupOpen(popup, 0), popup);
  if (face.is_pressed) ImGui::OpenPopup(popup);
  if (!begin_popup_list(popup, face.rect, label, choices.size())) return false;
  if (ImGui::IsWindowAppearing() && !choices.empty()) {
    context().semantics.move_focus(ImGui::GetID(choices[0].data(), choices[0].data() + choices[0].size()));
  }
  bool is_changed = false;
  for (std::size_t at = 0; at < choices.size(); ++at) {
    if (!list_option(choices[at], is_chosen[at], true).is_pressed) continue;
    is_chosen[at] = !is_chosen[at];
    is_changed = true;
  }
  end_popup_list();
  return is_changed;
}

bool slider(std::string_view label, float& value, const SliderOptions& options) {
  Context& ui = context();
  const float range = std::max(options.maximum - options.minimum, 1e-6F);
  const auto settle = [&](float wanted) {
    if (options.step > 0)
      wanted = options.minimum + std::round((wanted - options.minimum) / options.step) * options.step;
    return std::clamp(wanted, options.minimum, options.maximum);
  };
  draw_field_label(label);
  const float width = options.width > 0 ? std::min(px(options.width), available_width()) : available_width();
  const float height = px(kControlHeightSmall);
  const Press press = press_area(label, {width, height});
  const float before = value;
  if (const auto number = ui.semantics.take_number(press.id)) value = settle(*number);
  const float knob = px(9);
  const float track = width - knob * 2;
  if (ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    value = settle(options.minimum + (ImGui::GetIO().MousePos.x - press.rect.Min.x - knob) / track * range);
  }
  char number_text[32];
  std::snprintf(number_text, sizeof number_text, "%g", static_cast<double>(value));
  const std::string_view text =
      options.value_text.empty() ? std::string_view{number_text} : options.value_text;
  ui.semantics.describe(press.id, {.role = Role::Slider,
                                   .name = label,
                                   .value = text,
                                   .now = value,
                                   .minimum = options.minimum,
                                   .maximum = options.maximum});
  if (press.is_visible) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Palette& colours = palette();
    const float middle = std::floor((press.rect.Min.y + press.rect.Max.y) / 2);
    const float half = px(2);
    const float x = press.rect.Min.x + knob + (value - options.minimum) / range * track;
    const ImVec2 left(press.rect.Min.x, middle - half);
    list.AddRectFilled(left, {press.rect.Max.x, middle + half},
                       colours.border_strong.with_alpha(110).packed(), half);
    list.AddRectFilled(left, {x, middle + half}, colours.accent.packed(), half);
    list.AddCircleFilled({x, middle}, knob, colours.surface.packed());
    list.AddCircle({x, middle}, knob - px(1), colours.accent.packed(), 0, px(2));
    draw_focus_ring(list, press, px(kRadiusSmall));
    const float text_left = press.rect.Min.x + text_width(visible_part(label), kFieldLabel) + px(kSpace2);
    const float text_top =
        press.rect.Min.y - text_pixels(TextSize::Small) - ImGui::GetStyle().ItemSpacing.y + px(2);
    draw_text_in(list, {text_left, text_top}, {press.rect.Max.x, text_top + text_pixels(TextSize::Small)},
                 text, kCaption, colours.text.packed(), 1);
  }
  return value != before;
}

void tooltip_for_last_item(std::string_view utf8) {
  const ImGuiContext& imgui = *ImGui::GetCurrentContext();
  const bool is_keyboard_on_it =
      imgui.NavCursorVisible && imgui.NavId != 0 && imgui.NavId == ImGui::GetItemID();
  const bool is_hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal | ImGuiHoveredFlags_Stationary);
  if (!is_hovered && !is_keyboard_on_it) {
    // The pointer rests on it, but not long enough yet: look again soon.
    if (ImGui::IsItemHovered()) context().wake_within(kTooltipPollMillis);
    return;
  }
  const ImRect item = imgui.LastItemData.Rect;
  const float padding = px(kSpace2) + px(2);
  const TextStyle style{.size = TextSize::Small};
  const ParagraphLayout layout = lay_out(utf8, px(280), style);
  const ImVec2 size = ImVec2(layout.width, layout.height) + ImVec2(padding, padding) * 2;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  float y = item.Max.y + px(6);
  if (y + size.y > display.y) y = item.Min.y - px(6) - size.y;
  const float x =
      std::clamp(item.GetCenter().x - size.x / 2, px(4), std::max(px(4), display.x - size.x - px(4)));
  // Over everything; the colours of ink and paper change places.
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  const Palette& colours = palette();
  list.AddRectFilled({x, y}, ImVec2(x, y) + size, colours.text.packed(), px(kRadiusSmall) + px(2));
  const float line_height =
      layout.lines.size() <= 1 ? layout.height : layout.height / static_cast<float>(layout.lines.size());
  float line_y = y + padding + std::floor((line_height - text_pixels(style.size)) / 2);
  for (const ParagraphLine& line : layout.lines) {
    draw_text(list, {x + padding, line_y}, utf8.substr(line.begin, line.end - line.begin), style,
              colours.surface.packed());
    line_y += line_height;
  }
}

}  // namespace attune::ui
