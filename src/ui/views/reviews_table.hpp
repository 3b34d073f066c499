// The rows of reviews as a table of any length; only the columns that the data has.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ui/view.hpp"
#include "ui/widgets/data_table.hpp"

namespace attune::ui {

class ReviewsTable {
 public:
  void draw(Frame& frame);
  // Opens the review `step` rows below the open one, if there is one and it is at hand.
  void go(Frame& frame, std::int64_t step);
  [[nodiscard]] bool can_go(Frame& frame, std::int64_t step) const;

 private:
  void follow_open_row(const Frame& frame);
  [[nodiscard]] std::optional<std::uint64_t> neighbour(Frame& frame, std::int64_t step) const;

  TableState state_;
};

}  // namespace attune::ui
