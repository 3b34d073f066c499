// How well texts are understood, measured on the user's own ratings, and what the user can teach: the shop's
// way of giving stars, intentions of its own, corrections; and whether the model is fair.
#pragma once

#include "ui/view.hpp"
#include "ui/views/fairness_audit.hpp"
#include "ui/views/own_intents.hpp"

namespace attune::ui {

class ReadingView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  OwnIntents intents_;
  FairnessAudit audit_;
};

}  // namespace attune::ui
