// The rows that could not be used, or only in part: how many of each kind, and each with its reason.
#pragma once

#include "ui/view.hpp"
#include "ui/widgets/data_table.hpp"

namespace attune::ui {

class RejectedRows {
 public:
  void draw(Frame& frame);

 private:
  TableState state_;
};

}  // namespace attune::ui
