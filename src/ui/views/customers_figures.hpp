// The row of key figures about customers: how many, how many come back, how much they order, how often.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

// Of a snapshot with customers; figures that the files do not hold are left out.
void draw_customer_figures(const Frame& frame);

}  // namespace attune::ui
