// The two buttons at the head of a drawer that lead to the row above and below the one it shows.
#pragma once

#include "ui/view.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/page.hpp"

namespace attune::ui {

// `Table` has can_go(frame, step) and go(frame, step).
template <class Table>
void drawer_steps(Frame& frame, Table& table) {
  const Strings& strings = frame.strings;
  if (button(strings.label(Text::Previous, "previous"),
             {.icon = Icon::ChevronLeft, .is_enabled = table.can_go(frame, -1), .is_small = true})) {
    table.go(frame, -1);
  }
  if (flow_button(strings.label(Text::Next, "next"),
                  {.icon = Icon::ChevronRight, .is_enabled = table.can_go(frame, 1), .is_small = true})) {
    table.go(frame, 1);
  }
}

}  // namespace attune::ui
