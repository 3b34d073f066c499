// What people feel beyond good and bad, what they want, and in which languages they write.
#pragma once

#include "ui/painter.hpp"
#include "ui/view.hpp"

namespace attune::ui {

class EmotionsView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  void draw_emotions(Frame& frame);
  void draw_intents(Frame& frame);
  void draw_languages(Frame& frame);

  ChartPlace emotions_, intents_, languages_;
};

}  // namespace attune::ui
