// DOM KeyboardEvent.code to ImGui's keys.
#pragma once

#include <imgui.h>

#include <string_view>

namespace attune::ui {

// ImGuiKey_None for a key we have no use for.
[[nodiscard]] ImGuiKey key_from_code(std::string_view code) noexcept;

// What the key means where the stage is reflected: left and right change places.
[[nodiscard]] ImGuiKey reflected(ImGuiKey key) noexcept;

}  // namespace attune::ui
