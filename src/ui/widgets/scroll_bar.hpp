// The bar of a widget that scrolls by itself, over content of any length.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

namespace attune::ui {

// `track` and lengths in device pixels; the content is seen through a window as long as the track along
// `axis`. Returns where the content stands now: `scroll`, or where the thumb was dragged.
[[nodiscard]] double scroll_bar(ImGuiID id, const ImRect& track, double content, double scroll,
                                ImGuiAxis axis = ImGuiAxis_Y);

}  // namespace attune::ui
