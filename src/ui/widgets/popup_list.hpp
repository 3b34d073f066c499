// The list that opens below what was pressed: of a select, or a menu.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <cstddef>
#include <string_view>

#include "ui/semantics/item.hpp"

namespace attune::ui {

inline constexpr float kPopupRow = 36;  // CSS pixels, an entry

struct PopupListOptions {
  Role role = Role::Listbox;
  float min_width = 160;          // CSS pixels
  bool is_right_aligned = false;  // its right edge below that of its face
};

// Opened by ImGui::OpenPopup(popup). Below its face, or above where there is no room, as high as `count`
// entries, or with a scroll bar. False when it is closed; else end_popup_list() must follow.
[[nodiscard]] bool begin_popup_list(ImGuiID popup, const ImRect& face, std::string_view label,
                                    std::size_t count, const PopupListOptions& options = {});
void end_popup_list();

}  // namespace attune::ui
