// Pieces that pages are put together from: a column, banners, rows of buttons that wrap.
#pragma once

#include <imgui.h>

#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {

// A column of at most `width_css` until it goes out of scope; `align` 0: where lines begin, 0.5: in the
// middle.
class PageColumn {
 public:
  explicit PageColumn(float width_css, float align = 0);

 private:
  std::optional<Area> area_;
};

// An icon on a soft round ground, to begin a paragraph with.
void icon_badge(Icon icon, Tone tone = Tone::Accent);

// A sentence that matters now, on the soft colour of its tone, across the page. Spoken when it appears.
void banner(std::string_view sentence, Tone tone);

// A button beside the last item, or below it where it does not fit.
bool flow_button(std::string_view label, const ButtonOptions& options = {});
bool flow_chip(std::string_view label, bool is_on, bool is_removable = false);
// Device pixels per CSS pixel, for charts that are laid out by a caller.
[[nodiscard]] float css_scale();
[[nodiscard]] float css_button_width(std::string_view label, const ButtonOptions& options = {});
// Moves the first of these buttons so that the row stands in the middle, if all fit into one.
void centre_buttons(std::initializer_list<std::pair<std::string_view, ButtonOptions>> row);
void flow_pill(std::string_view text, Tone tone);
void flow_label(std::string_view utf8, TextStyle style = {});

}  // namespace attune::ui
