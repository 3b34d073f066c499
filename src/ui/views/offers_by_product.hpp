// The products by how many customers have them, and what goes with the one that is selected.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ui/view.hpp"
#include "ui/widgets/data_table.hpp"

namespace attune::ui {

class OffersByProduct {
 public:
  void draw(Frame& frame);

 private:
  void draw_list(Frame& frame);
  void draw_offers(Frame& frame) const;

  TableState state_;
  std::string search_;
};

}  // namespace attune::ui
