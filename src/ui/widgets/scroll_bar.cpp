#include "ui/widgets/scroll_bar.hpp"

#include <algorithm>

#include "ui/context.hpp"

namespace attune::ui {
namespace {
constexpr float kMinThumb = 28;
}

double scroll_bar(ImGuiID id, const ImRect& track, double content_height, double scroll) {
  const double most = content_height - track.GetHeight();
  if (most <= 0) return 0;
  const auto share = static_cast<float>(track.GetHeight() / content_height);
  const float thumb = std::max(px(kMinThumb), track.GetHeight() * share);
  const float room = track.GetHeight() - thumb;
  if (!ImGui::ItemAdd(track, id, nullptr, ImGuiItemFlags_NoNav)) return scroll;
  bool is_hovered = false;
  bool is_held = false;
  ImGui::ButtonBehavior(track, id, &is_hovered, &is_held, ImGuiButtonFlags_PressedOnClick);
  if (is_held && room > 0) {
    const float at = std::clamp((ImGui::GetIO().MousePos.y - track.Min.y - thumb / 2) / room, 0.0F, 1.0F);
    scroll = at * most;
  }
  const float top = track.Min.y + room * static_cast<float>(scroll / most);
  const std::uint8_t alpha = is_held ? 255 : is_hovered ? 170 : 100;
  const float air = px(2);
  ImGui::GetWindowDrawList()->AddRectFilled(
      {track.Min.x + air, top + air}, {track.Max.x - air, top + thumb - air},
      palette().border_strong.with_alpha(alpha).packed(), track.GetWidth() / 2);
  return scroll;
}

}  // namespace attune::ui
