// The customers of the current choice, and what to offer the one that is selected.
#pragma once

#include <cstdint>
#include <optional>

#include "ui/view.hpp"
#include "ui/widgets/data_table.hpp"

namespace attune::ui {

class OffersByCustomer {
 public:
  void draw(Frame& frame);

 private:
  void draw_list(Frame& frame);
  void draw_offers(Frame& frame);

  TableState state_;
};

}  // namespace attune::ui
