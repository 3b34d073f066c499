#include "ui/widgets/scroll_bar.hpp"

#include <algorithm>

#include "ui/context.hpp"

namespace attune::ui {
namespace {
constexpr float kMinThumb = 28;
}

double scroll_bar(ImGuiID id, const ImRect& track, double content, double scroll, ImGuiAxis axis) {
  const float length = track.GetSize()[axis];
  const double most = content - length;
  if (most <= 0) return 0;
  const float thumb = std::max(px(kMinThumb), length * static_cast<float>(length / content));
  const float room = length - thumb;
  if (!ImGui::ItemAdd(track, id, nullptr, ImGuiItemFlags_NoNav)) return scroll;
  bool is_hovered = false;
  bool is_held = false;
  ImGui::ButtonBehavior(track, id, &is_hovered, &is_held, ImGuiButtonFlags_PressedOnClick);
  if (is_held && room > 0) {
    const float pointer = ImGui::GetIO().MousePos[axis] - track.Min[axis];
    const float at = std::clamp((pointer - thumb / 2) / room, 0.0F, 1.0F);
    scroll = at * most;
  }
  const std::uint8_t alpha = is_held ? 255 : is_hovered ? 170 : 100;
  ImRect face = track;
  face.Min[axis] += room * static_cast<float>(scroll / most);
  face.Max[axis] = face.Min[axis] + thumb;
  face.Expand(-px(2));
  ImGui::GetWindowDrawList()->AddRectFilled(
      face.Min, face.Max, palette().border_strong.with_alpha(alpha).packed(), px(kRadiusControl));
  return scroll;
}

}  // namespace attune::ui
