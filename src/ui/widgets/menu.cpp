#include "ui/widgets/menu.hpp"

#include <algorithm>
#include <string>

#include "ui/context.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/popup_list.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

constexpr float kButton = 30;
constexpr float kEntryIcon = 16;

Press menu_entry(const MenuEntry& entry) {
  const Press press = press_area(entry.label, {available_width(), px(kPopupRow)});
  context().semantics.describe(press.id, {.role = Role::MenuItem, .name = entry.label});
  if (!press.is_visible) return press;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float radius = px(kRadiusSmall) + px(2);
  draw_press_layer(list, press, radius);
  const float icon = px(kEntryIcon);
  const float left = press.rect.Min.x + px(kSpace2);
  draw_icon(list, entry.icon, {left + icon / 2, press.rect.GetCenter().y}, icon,
            palette().text_soft.packed());
  draw_text_in(list, {left + icon + px(kSpace2), press.rect.Min.y},
               {press.rect.Max.x - px(kSpace2), press.rect.Max.y}, visible_part(entry.label), kBody,
               palette().text.packed());
  draw_focus_ring(list, press, radius);
  return press;
}

float width_css(std::span<const MenuEntry> entries) {
  float width = 0;
  for (const MenuEntry& entry : entries)
    width = std::max(width, text_width(visible_part(entry.label), kBody));
  return width / context().scale + kEntryIcon + kSpace2 * 6;
}

}  // namespace

std::optional<std::size_t> popup_menu(ImGuiID popup, const ImRect& face, std::string_view label,
                                      std::span<const MenuEntry> entries, ImGuiID back_to) {
  if (!ImGui::IsPopupOpen(popup, 0)) return std::nullopt;
  const PopupListOptions options{
      .role = Role::Menu, .min_width = width_css(entries), .is_right_aligned = true};
  if (!begin_popup_list(popup, face, label, entries.size(), options)) return std::nullopt;
  Semantics& semantics = context().semantics;
  if (ImGui::IsWindowAppearing() && !entries.empty()) {
    const std::string_view first = entries.front().label;
    semantics.move_focus(ImGui::GetID(first.data(), first.data() + first.size()));
  }
  std::optional<std::size_t> chosen;
  for (std::size_t at = 0; at < entries.size(); ++at) {
    if (!menu_entry(entries[at]).is_pressed) continue;
    chosen = at;
    ImGui::CloseCurrentPopup();
    semantics.move_focus(back_to);
  }
  end_popup_list();
  return chosen;
}

CornerMenu::CornerMenu(std::string_view label, const ImRect& area) : label_{label}, area_{area} {
  const float size = px(kButton);
  ImGuiWindow& window = *ImGui::GetCurrentWindow();
  press_ = press_at(window.GetID(label.data(), label.data() + label.size()),
                    ImRect({area.Max.x - size, area.Min.y}, {area.Max.x, area.Min.y + size}));
  popup_ = window.GetID((std::string{label} + "/menu").c_str());
  if (press_.is_pressed) ImGui::OpenPopup(popup_);
  const bool is_open = ImGui::IsPopupOpen(popup_, 0);
  context().semantics.describe(
      press_.id, {.role = Role::Button,
                  .name = label,
                  .states = state::kHasPopup | state::kExpandable | (is_open ? state::kExpanded : 0U),
                  .related = is_open ? popup_ : 0});
}

std::optional<std::size_t> CornerMenu::draw(std::span<const MenuEntry> entries) {
  Context& ui = context();
  const bool is_open = ImGui::IsPopupOpen(popup_, 0);
  const bool is_pointed_at = press_.is_hovered || (ImGui::IsWindowHovered() && !ImGui::IsAnyMouseDown() &&
                                                   ImGui::IsMouseHoveringRect(area_.Min, area_.Max));
  if (press_.is_visible && (is_pointed_at || press_.is_focused || is_open || ui.is_touch)) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Palette& colours = palette();
    const float radius = px(kRadiusControl);
    draw_surface(list, press_.rect.Min, press_.rect.Max, radius, colours.surface,
                 is_open ? colours.accent : colours.border);
    draw_press_layer(list, press_, radius);
    draw_icon(list, Icon::More, press_.rect.GetCenter(), px(18), colours.text_soft.packed());
    draw_focus_ring(list, press_, radius);
  }
  return popup_menu(popup_, press_.rect, label_, entries, press_.id);
}

}  // namespace attune::ui
