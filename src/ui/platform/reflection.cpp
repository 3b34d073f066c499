#include "ui/platform/reflection.hpp"

#include <imgui.h>

#include "ui/context.hpp"

namespace attune::ui {

Upright::Upright(ImDrawList& list, float left, float right) {
  Context& ui = context();
  if (!ui.is_right_to_left || ui.is_upright) return;
  ui.is_upright = true;
  list_ = &list;
  first_vertex_ = list.VtxBuffer.Size;
  edges_ = left + right;
}

Upright::~Upright() {
  if (list_ == nullptr) return;
  context().is_upright = false;
  for (int at = first_vertex_; at < list_->VtxBuffer.Size; ++at) {
    float& x = list_->VtxBuffer[at].pos.x;
    x = edges_ - x;
  }
}

void reflect(ImDrawData& data) {
  const float width = data.DisplaySize.x;
  for (ImDrawList* list : data.CmdLists) {
    for (ImDrawVert& vertex : list->VtxBuffer) vertex.pos.x = width - vertex.pos.x;
    for (ImDrawCmd& command : list->CmdBuffer) {
      const float left = command.ClipRect.x;
      command.ClipRect.x = width - command.ClipRect.z;
      command.ClipRect.z = width - left;
    }
  }
}

}  // namespace attune::ui
