// Intentions that the user defines by examples: what there is, and a form for another.
#pragma once

#include <string>

#include "ui/view.hpp"

namespace attune::ui {

class OwnIntents {
 public:
  void draw(Frame& frame);

 private:
  void draw_form(Frame& frame);

  bool is_open_ = false;
  std::string name_, examples_;
};

}  // namespace attune::ui
