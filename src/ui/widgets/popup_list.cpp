#include "ui/widgets/popup_list.hpp"

#include <algorithm>

#include "ui/context.hpp"
#include "ui/widgets/press.hpp"

namespace attune::ui {
namespace {

constexpr float kMaxHeight = 320;

}  // namespace

bool begin_popup_list(ImGuiID popup, const ImRect& face, std::string_view label, std::size_t count,
                      const PopupListOptions& options) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float height = std::min(px(kPopupRow) * static_cast<float>(count) + px(kSpace2) * 2, px(kMaxHeight));
  const float width = std::max(face.GetWidth(), px(options.min_width));
  const float gap = px(kSpace1);
  const bool fits_below = face.Max.y + gap + height <= display.y;
  const float top = fits_below ? face.Max.y + gap : std::max(0.0F, face.Min.y - gap - height);
  const float left = options.is_right_aligned ? face.Max.x - width : face.Min.x;
  ImGui::SetNextWindowPos({std::clamp(left, 0.0F, std::max(0.0F, display.x - width)), top});
  ImGui::SetNextWindowSize({width, height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, px(kSpace2, kSpace2));
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, px(kRadiusControl));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  ImGui::PushStyleColor(ImGuiCol_PopupBg, palette().surface.packed());
  const bool is_open =
      ImGui::BeginPopupEx(popup, ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleColor();
  if (is_open) {
    context().semantics.describe_window({.role = options.role, .name = label});
    dress_window(px(kRadiusControl), 2);
  } else {
    ImGui::PopStyleVar(3);
  }
  return is_open;
}

void end_popup_list() {
  ImGui::EndPopup();
  ImGui::PopStyleVar(3);
}

}  // namespace attune::ui
