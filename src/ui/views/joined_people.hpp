// Who was taken for one person across the files, by what, and who could have been; each join can be undone.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

class JoinedPeople {
 public:
  // Nothing where the files name nobody.
  void draw(Frame& frame);

 private:
  void draw_joins(Frame& frame);
  void draw_conflicts(const Frame& frame);

  bool shows_all_joins_ = false, shows_all_conflicts_ = false;
};

}  // namespace attune::ui
