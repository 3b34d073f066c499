// What the shop and its competitors are called: two fields beside the share of voice.
#pragma once

#include <optional>
#include <string>

#include "ui/view.hpp"

namespace attune::ui {

class Competitors {
 public:
  void draw(Frame& frame);

 private:
  std::optional<std::string> own_, rivals_;  // while they are edited; else what the engine counts
};

}  // namespace attune::ui
