// What can be done with a thing, behind a small button in its corner.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "ui/widgets/icon.hpp"
#include "ui/widgets/press.hpp"

namespace attune::ui {

struct MenuEntry {
  std::string_view label;  // "Copy###copy"
  Icon icon = Icon::None;
};

// The entries below (or above) `face`, once ImGui::OpenPopup(popup) opened them; nothing else can be pressed
// until one is, or Escape. The index of what was chosen; the keyboard then goes to `back_to`.
[[nodiscard]] std::optional<std::size_t> popup_menu(ImGuiID popup, const ImRect& face, std::string_view label,
                                                    std::span<const MenuEntry> entries, ImGuiID back_to);

// In the upper right corner of an area, outside the layout. It shows itself while the pointer is over the
// area, to a finger, and to the keyboard; a screen reader always finds it.
//   CornerMenu menu("Copy or save the chart###menu", area);
//   ... draw what is in the area ...
//   if (const auto chosen = menu.draw(entries)) ...
class CornerMenu {
 public:
  // Before what lies in the area, so that the pointer finds the button first.
  CornerMenu(std::string_view label, const ImRect& area);
  // After it, so that the button lies on top. The index of the entry that was chosen.
  [[nodiscard]] std::optional<std::size_t> draw(std::span<const MenuEntry> entries);

 private:
  std::string_view label_;
  ImRect area_;
  Press press_;
  ImGuiID popup_ = 0;
};

}  // namespace attune::ui
