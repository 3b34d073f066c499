// The first page: what Attune is for, where to put files, and the promise that they stay here.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

class WelcomeView final : public View {
 public:
  void draw(Frame& frame) override;
};

}  // namespace attune::ui
