#include "ui/shortcuts.hpp"

#include <imgui.h>

#include "ui/context.hpp"

namespace attune::ui {

Shortcut pressed_shortcut() {
  const ImGuiIO& io = ImGui::GetIO();
  const bool is_held = context().has_command_key ? io.KeySuper : io.KeyCtrl;
  if (is_held && !io.KeyAlt && ImGui::IsKeyPressed(ImGuiKey_K, false)) return Shortcut::Commands;
  const bool is_alone = !io.KeyCtrl && !io.KeySuper && !io.KeyAlt;
  if (is_alone && ImGui::IsKeyPressed(ImGuiKey_Slash, false)) return Shortcut::KeyboardHelp;
  return Shortcut::None;
}

}  // namespace attune::ui
