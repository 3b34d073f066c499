// Offers in order, each with its why.
#pragma once

#include <span>

#include "ui/view.hpp"

namespace attune::ui {

// `can_open`: a press on a name shows what goes with that product.
void draw_offer_list(Frame& frame, std::span<const protocol::Offer> offers, bool can_open);

// The product whose offers are shown on the page of recommendations.
void open_product(Frame& frame, std::uint32_t item);

}  // namespace attune::ui
