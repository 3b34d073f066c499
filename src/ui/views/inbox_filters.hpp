// Which of the inbox is looked at: open or done, for which reasons, in which order; kept in the link.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

[[nodiscard]] protocol::InboxQuery inbox_query(Frame& frame);
[[nodiscard]] bool is_inbox_filtered(Frame& frame);
void clear_inbox_filters(Frame& frame);
void draw_inbox_filters(Frame& frame);

}  // namespace attune::ui
