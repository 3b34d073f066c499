// Names that come up in the reviews: products, people, places; a row shows the reviews that say it.
#pragma once

#include "ui/view.hpp"
#include "ui/widgets/data_table.hpp"

namespace attune::ui {

class NamesTable {
 public:
  void draw(Frame& frame);

 private:
  TableState state_;
};

}  // namespace attune::ui
