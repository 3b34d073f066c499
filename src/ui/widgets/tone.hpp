// The colours of a tone, and the pill that wears them; shared by pills, tables and cards.
#pragma once

#include <imgui.h>

#include <string_view>

#include "ui/theme/palette.hpp"
#include "ui/widgets/controls.hpp"

namespace attune::ui {

[[nodiscard]] ToneColours colours_of(Tone tone);
// Device pixels; the text in the middle, cut where it does not fit.
void draw_pill(ImDrawList& list, ImVec2 low, ImVec2 high, std::string_view text, Tone tone,
               Icon icon = Icon::None);
[[nodiscard]] float pill_width(std::string_view text, Icon icon = Icon::None);
inline constexpr float kPillHeight = 24;  // CSS pixels

}  // namespace attune::ui
