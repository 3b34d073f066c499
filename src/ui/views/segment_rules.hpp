// Segments of the user's own: conditions that all must hold, under a name.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "ui/view.hpp"

namespace attune::ui {

class SegmentRules {
 public:
  void draw(Frame& frame);

 private:
  static constexpr std::size_t kMostConditions = 3;
  struct Draft {
    std::size_t feature = 0;    // index into the features one can choose
    std::size_t direction = 0;  // 0: more than, 1: at most
    std::string amount;
  };

  void draw_condition(const Frame& frame, std::size_t at);
  void add_rule(Frame& frame);

  bool is_open_ = false;
  std::string name_;
  std::size_t conditions_ = 1;
  std::array<Draft, kMostConditions> drafts_;
};

}  // namespace attune::ui
