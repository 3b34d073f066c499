// Whether the model in use scores sentences alike that differ only in who is spoken of: run when asked for,
// as a table, and as a page to print.
#pragma once

#include "ui/view.hpp"
#include "ui/widgets/data_table.hpp"

namespace attune::ui {

class FairnessAudit {
 public:
  void draw(Frame& frame);

 private:
  bool is_wanted_ = false;
  TableState gaps_, worst_;
};

}  // namespace attune::ui
