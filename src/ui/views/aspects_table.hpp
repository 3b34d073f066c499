// The details people judge, each with how it is judged and in which words.
#pragma once

#include "ui/view.hpp"
#include "ui/widgets/data_table.hpp"

namespace attune::ui {

class AspectsTable {
 public:
  void draw(Frame& frame);

 private:
  TableState state_;
};

}  // namespace attune::ui
