// Questions in plain words, answered with counts and quotes; or "I do not know".
#pragma once

#include <string>
#include <vector>

#include "ui/view.hpp"

namespace attune::ui {

class AskView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  void draw_field(Frame& frame);
  void ask(Frame& frame, std::string question);

  std::string typed_;
  std::string taken_;                 // the question of the link that typed_ began with
  std::vector<std::string> earlier_;  // the latest first
};

}  // namespace attune::ui
