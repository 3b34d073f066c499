// One topic in the drawer: its figures, its words, how it went, what people say.
#pragma once

#include "ui/painter.hpp"
#include "ui/view.hpp"

namespace attune::ui {

class TopicDetail {
 public:
  void draw(Frame& frame, const snapshot::Topic& topic);

 private:
  void draw_trend(Frame& frame, const snapshot::Topic& topic);

  ChartPlace trend_;
};

// A figure with what it is called: "Share of reviews", then "12% (10% to 14%)".
void draw_fact(const std::string& name, const std::string& value);

}  // namespace attune::ui
