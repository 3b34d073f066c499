#include "ui/widgets/controls.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "ui/context.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/press.hpp"

namespace attune::ui {
namespace {

struct ButtonColours {
  Colour fill, border, text;
};

ButtonColours colours_of(ButtonKind kind) {
  const Palette& colours = palette();
  switch (kind) {
    case ButtonKind::Primary:
      return {colours.accent, colours.accent, colours.on_accent};
    case ButtonKind::Secondary:
      return {colours.surface, colours.border_strong.with_alpha(150), colours.text};
    case ButtonKind::Quiet:
      return {colours.surface.with_alpha(0), colours.surface.with_alpha(0), colours.text_soft};
    case ButtonKind::Danger:
      return {colours.negative.soft, colours.negative.mark, colours.negative.text};
  }
  return {};
}

constexpr TextStyle kControlText{.size = TextSize::Body, .face = Face::Semibold};
constexpr TextStyle kSmallControlText{.size = TextSize::Small, .face = Face::Semibold};

TextStyle style_of(const ButtonOptions& options) {
  return options.is_small ? kSmallControlText : kControlText;
}

float height_of(const ButtonOptions& options) {
  return px(options.is_small ? kControlHeightSmall : kControlHeight);
}

ImU32 faded(Colour colour, bool is_enabled) {
  return colour.with_alpha(static_cast<std::uint8_t>(is_enabled ? colour.alpha : colour.alpha * 45 / 100))
      .packed();
}

}  // namespace

float button_width(std::string_view label, const ButtonOptions& options) {
  if (!options.shows_label) return height_of(options);
  float width = text_width(visible_part(label), style_of(options)) + px(kSpace4) * 2;
  if (options.icon != Icon::None) width += px(kIconSize) + px(kSpace2) - px(kSpace1);
  return width;
}

bool button(std::string_view label, const ButtonOptions& options) {
  const TextStyle style = style_of(options);
  const float height = height_of(options);
  // Never wider than its place: a long label is cut instead.
  const float room = std::max(available_width(), height);
  const float width = options.fills_width ? room : std::min(button_width(label, options), room);
  const float text_top = std::floor((height - text_pixels(style.size)) / 2);
  const Press press = press_area(label, {width, height}, options.is_enabled, text_top);
  context().semantics.describe(press.id,
                               {.role = Role::Button, .name = label, .description = options.tooltip});
  if (press.is_visible) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float radius = px(kRadiusControl);
    const ButtonColours colours = colours_of(options.kind);
    const bool is_primary = options.kind == ButtonKind::Primary;
    const Colour fill = is_primary && press.is_hovered ? palette().accent_hover : colours.fill;
    if (options.kind != ButtonKind::Quiet) {
      const auto dim = [&](Colour c) {
        return c.with_alpha(static_cast<std::uint8_t>(options.is_enabled ? c.alpha : c.alpha * 45 / 100));
      };
      draw_surface(list, press.rect.Min, press.rect.Max, radius, dim(fill),
                   dim(is_primary ? fill : colours.border));
    }
    if (!is_primary || press.is_held) draw_press_layer(list, press, radius);
    const ImU32 ink = faded(colours.text, options.is_enabled);
    const std::string_view text = options.shows_label ? visible_part(label) : std::string_view{};
    const float icon_room = options.icon == Icon::None ? 0 : px(kIconSize) + (text.empty() ? 0 : px(kSpace2));
    const float text_room = std::min(text_width(text, style), width - icon_room - px(kSpace2) * 2);
    float x = press.rect.Min.x + std::floor((width - icon_room - text_room) / 2);
    const float middle = std::floor((press.rect.Min.y + press.rect.Max.y) / 2);
    if (options.icon != Icon::None) {
      draw_icon(list, options.icon, {x + px(kIconSize) / 2, middle}, px(kIconSize), ink);
      x += icon_room;
    }
    draw_text_in(list, {x, press.rect.Min.y}, {x + std::ceil(text_room), press.rect.Max.y}, text, style, ink);
    draw_focus_ring(list, press, radius);
  }
  if (!options.tooltip.empty()) tooltip_for_last_item(options.tooltip);
  if (options.tooltip.empty() && !options.shows_label) tooltip_for_last_item(visible_part(label));
  return press.is_pressed;
}

bool icon_button(std::string_view label, Icon icon, bool is_enabled) {
  return button(label,
                {.kind = ButtonKind::Quiet, .icon = icon, .is_enabled = is_enabled, .shows_label = false});
}

bool link(std::string_view label, TextStyle style) {
  const std::string_view text = visible_part(label);
  const float font = text_pixels(style.size);
  const float width = std::min(text_width(text, style), available_width());
  const Press press = press_area(label, {width, font});
  context().semantics.describe(press.id, {.role = Role::Link, .name = label});
  if (press.is_visible) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 colour = ink_colour(style.ink);
    const ImVec2 low(press.rect.Min.x, press.rect.Max.y - font);
    draw_text_in(list, low, press.rect.Max, text, style, colour);
    const float y = press.rect.Max.y + px(1);
    const float thickness = std::max(1.0F, px(press.is_hovered ? 2 : 1));
    list.AddRectFilled({low.x, y}, {low.x + width, y + thickness}, colour);
    draw_focus_ring(list, press, px(kRadiusSmall));
  }
  return press.is_pressed;
}

namespace {
// A label longer than the column is cut short with an ellipsis; the whole of it is read aloud.
float in_view(float width) { return std::min(width, std::max(px(44), ImGui::GetContentRegionAvail().x)); }
}  // namespace

bool checkbox(std::string_view label, bool& is_checked, bool is_enabled) {
  const float box = px(20);
  const float height = px(kControlHeightSmall);
  const float width = in_view(box + px(kSpace2) + text_width(visible_part(label)));
  const Press press =
      press_area(label, {width, height}, is_enabled, std::floor((height - text_pixels(TextSize::Body)) / 2));
  if (press.is_pressed) is_checked = !is_checked;
  context().semantics.describe(
      press.id, {.role = Role::Checkbox, .name = label, .states = is_checked ? state::kChecked : 0U});
  if (!press.is_visible) return press.is_pressed;

  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& colours = palette();
  const float top = std::floor((press.rect.Min.y + press.rect.Max.y - box) / 2);
  const ImVec2 low(press.rect.Min.x, top);
  const ImVec2 high = low + ImVec2(box, box);
  const float radius = px(kRadiusSmall) + px(1);
  draw_surface(list, low, high, radius, is_checked ? colours.accent : colours.surface,
               is_checked ? colours.accent : colours.border_strong);
  if (is_checked) draw_icon(list, Icon::Check, (low + high) * 0.5F, box - px(3), colours.on_accent.packed());
  if (press.is_hovered) list.AddRectFilled(low, high, colours.hover.packed(), radius);
  draw_text_in(list, {high.x + px(kSpace2), press.rect.Min.y}, press.rect.Max, visible_part(label), kBody,
               faded(colours.text, is_enabled));
  draw_focus_ring(list, press, px(kRadiusSmall));
  return press.is_pressed;
}

bool toggle(std::string_view label, bool& is_on) {
  const float height = px(kControlHeightSmall);
  const ImVec2 track = px(36, 20);
  const float width = in_view(track.x + px(kSpace2) + text_width(visible_part(label)));
  const Press press =
      press_area(label, {width, height}, true, std::floor((height - text_pixels(TextSize::Body)) / 2));
  if (press.is_pressed) is_on = !is_on;
  context().semantics.describe(press.id,
                               {.role = Role::Switch, .name = label, .states = is_on ? state::kChecked : 0U});
  if (!press.is_visible) return press.is_pressed;

  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& colours = palette();
  const ImVec2 low(press.rect.Min.x, std::floor((press.rect.Min.y + press.rect.Max.y - track.y) / 2));
  const float at = animate(press.id, is_on ? 1.0F : 0.0F, kMotionQuick);
  const float radius = track.y / 2;
  list.AddRectFilled(low, low + track, (is_on ? colours.accent : colours.border_strong).packed(), radius);
  const float knob = radius - px(3);
  list.AddCircleFilled({low.x + radius + at * (track.x - track.y), low.y + radius}, knob,
                       (is_on ? colours.on_accent : colours.surface).packed());
  draw_text_in(list, {low.x + track.x + px(kSpace2), press.rect.Min.y}, press.rect.Max, visible_part(label),
               kBody, colours.text.packed());
  draw_focus_ring(list, press, px(kRadiusSmall));
  return press.is_pressed;
}

namespace {

// Arrow keys choose among radio buttons, of which only the chosen one is in the tab order (ARIA Authoring
// Practices, radio group).
bool walk_choices(std::span<const std::string_view> choices, std::size_t& selected) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const auto id_of = [&](std::string_view choice) {
    return window->GetID(choice.data(), choice.data() + choice.size());
  };
  const ImGuiID focus = ImGui::GetCurrentContext()->NavId;
  const auto focused =
      std::find_if(choices.begin(), choices.end(), [&](std::string_view c) { return id_of(c) == focus; });
  if (focused == choices.end()) return false;
  constexpr std::array kBack{ImGuiKey_LeftArrow, ImGuiKey_UpArrow};
  constexpr std::array kForward{ImGuiKey_RightArrow, ImGuiKey_DownArrow};
  std::size_t to = selected;
  const ImGuiID owner = window->IDStack.back();
  for (const auto& [keys, step] :
       {std::pair{kBack, choices.size() - 1}, std::pair{kForward, std::size_t{1}}}) {
    for (const ImGuiKey key : keys) {
      ImGui::SetKeyOwner(key, owner);  // for the next frame: ImGui's own navigation would leave the group
      if (ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, owner)) to = (selected + step) % choices.size();
    }
  }
  if (to == selected) return false;
  selected = to;
  context().semantics.move_focus(id_of(choices[to]));
  return true;
}

}  // namespace

bool segmented(std::string_view label, std::span<const std::string_view> choices, std::size_t& selected) {
  Context& ui = context();
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  ImGui::PushID(label.data(), label.data() + label.size());
  ui.semantics.push({.role = Role::RadioGroup, .name = label}, label);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& colours = palette();
  const float height = px(kControlHeight);
  const float inset = px(3);
  const float radius = px(kRadiusControl);
  float width = inset * 2;
  for (const std::string_view choice : choices)
    width += text_width(visible_part(choice), kSmallControlText) + px(kSpace3) * 2;
  const float room = available_width();
  const float squeeze = width > room ? (room - inset * 2) / (width - inset * 2) : 1.0F;
  width = std::min(width, room);
  const ImVec2 corner = window->DC.CursorPos;
  list.AddRectFilled(corner, corner + ImVec2(width, height), colours.sunken.packed(), radius);
  if (colours.sunken == colours.surface)
    list.AddRect(corner, corner + ImVec2(width, height), colours.border.packed(), radius);
  bool is_changed = walk_choices(choices, selected);
  float x = corner.x + inset;
  for (std::size_t at = 0; at < choices.size(); ++at) {
    const float segment =
        std::floor((text_width(visible_part(choices[at]), kSmallControlText) + px(kSpace3) * 2) * squeeze);
    const ImRect place({x, corner.y + inset}, {x + segment, corner.y + height - inset});
    const Press press =
        press_at(window->GetID(choices[at].data(), choices[at].data() + choices[at].size()), place);
    if (press.is_pressed && at != selected) {
      selected = at;
      is_changed = true;
    }
    const bool is_selected = at == selected;
    ui.semantics.describe(
        press.id, {.role = Role::Radio, .name = choices[at], .states = is_selected ? state::kChecked : 0U});
    if (is_selected) {
      draw_shadow(list, place.Min, place.Max, radius - inset, 1);
      draw_surface(list, place.Min, place.Max, radius - inset, colours.raised, colours.border);
    } else {
      draw_press_layer(list, press, radius - inset);
    }
    const ImVec2 air(px(kSpace1), 0);
    draw_text_in(list, place.Min + air, place.Max - air, visible_part(choices[at]), kSmallControlText,
                 (is_selected ? colours.text : colours.text_soft).packed(), 0.5F);
    draw_focus_ring(list, press, radius - inset);
    x += segment;
  }
  ui.semantics.pop();
  ImGui::PopID();
  ImGui::ItemSize(ImVec2(width, height), std::floor((height - text_pixels(TextSize::Body)) / 2));
  return is_changed;
}

bool filter_chip(std::string_view label, bool is_on, bool is_removable) {
  const float height = px(kControlHeightSmall);
  const float icon = px(14);
  const bool has_icon = is_on || is_removable;
  const float width = text_width(visible_part(label), kSmallControlText) + px(kSpace3) * 2 +
                      (has_icon ? icon + px(kSpace1) : 0);
  const Press press =
      press_area(label, {width, height}, true, std::floor((height - text_pixels(TextSize::Small)) / 2));
  Meaning meaning{.role = is_removable ? Role::Button : Role::Checkbox, .name = label};
  if (is_removable) meaning.description = context().words.removes_filter;
  if (!is_removable && is_on) meaning.states = state::kChecked;
  context().semantics.describe(press.id, meaning);
  if (!press.is_visible) return press.is_pressed;

  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& colours = palette();
  const float radius = height / 2;
  const bool is_lit = is_on || is_removable;
  draw_surface(list, press.rect.Min, press.rect.Max, radius, is_lit ? colours.accent_soft : colours.surface,
               is_lit ? colours.accent : colours.border_strong.with_alpha(120));
  draw_press_layer(list, press, radius);
  const Colour ink = is_lit ? colours.accent_text : colours.text_soft;
  float x = press.rect.Min.x + px(kSpace3);
  const float middle = std::floor((press.rect.Min.y + press.rect.Max.y) / 2);
  if (is_on && !is_removable) {
    draw_icon(list, Icon::Check, {x + icon / 2, middle}, icon, ink.packed());
    x += icon + px(kSpace1);
  }
  draw_text_in(list, {x, press.rect.Min.y}, press.rect.Max, visible_part(label), kSmallControlText,
               ink.packed());
  if (is_removable) {
    draw_icon(list, Icon::Close, {press.rect.Max.x - px(kSpace3) - icon / 2, middle}, icon, ink.packed());
  }
  draw_focus_ring(list, press, radius);
  return press.is_pressed;
}

}  // namespace attune::ui
