// The topics as a table: parents by size, each followed by its children, or in an order of the user's.
#pragma once

#include "ui/view.hpp"
#include "ui/widgets/data_table.hpp"

namespace attune::ui {

class TopicsTable {
 public:
  void draw(Frame& frame);

 private:
  TableState state_;
};

// "positive" above 0, where the interval says so too.
[[nodiscard]] Tone tone_of_net(const snapshot::Estimate& net) noexcept;

}  // namespace attune::ui
