// What is bought together more often than by chance, as a table that sorts.
#pragma once

#include "ui/view.hpp"
#include "ui/widgets/data_table.hpp"

namespace attune::ui {

class BasketRulesTable {
 public:
  void draw(Frame& frame);

 private:
  TableState state_;
};

}  // namespace attune::ui
