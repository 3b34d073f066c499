// A table of any number of customers over the listing of the frame.
#pragma once

#include <cstdint>
#include <optional>

#include "ui/view.hpp"
#include "ui/widgets/data_table.hpp"

namespace attune::ui {

class CustomersTable {
 public:
  void draw(Frame& frame);

  // To the customer above (-1) or below (1) the open one.
  [[nodiscard]] bool can_go(Frame& frame, std::int64_t step) const;
  void go(Frame& frame, std::int64_t step);

 private:
  void follow_open(Frame& frame);
  [[nodiscard]] std::optional<std::uint32_t> neighbour(Frame& frame, std::int64_t step) const;

  TableState state_;
};

}  // namespace attune::ui
