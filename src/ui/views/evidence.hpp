// The way from a statement to the reviews it rests on.
#pragma once

#include <string_view>

#include "ui/view.hpp"

namespace attune::ui {

[[nodiscard]] protocol::RowsFilter filter_of(const snapshot::Evidence& evidence);

// The reviews behind a statement, and no others.
void show_evidence(Frame& frame, const snapshot::Evidence& evidence);

// "34 reviews", pressed to see them; the customer who is meant where no review stands behind it.
void draw_evidence_link(Frame& frame, const snapshot::Evidence& evidence, std::string_view stable_id);

}  // namespace attune::ui
