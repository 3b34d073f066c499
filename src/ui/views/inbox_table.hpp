// The inbox as a table over the listing of the frame.
#pragma once

#include <cstdint>
#include <optional>

#include "ui/view.hpp"
#include "ui/widgets/data_table.hpp"

namespace attune::ui {

class InboxTable {
 public:
  void draw(Frame& frame);

  // Null while it is not at hand.
  [[nodiscard]] const protocol::InboxRow* open_row(Frame& frame) const;
  // To the row above (-1) or below (1) the open one.
  [[nodiscard]] bool can_go(Frame& frame, std::int64_t step) const;
  void go(Frame& frame, std::int64_t step);

 private:
  void follow_open(Frame& frame);
  [[nodiscard]] std::optional<std::uint64_t> neighbour(Frame& frame, std::int64_t step) const;

  TableState state_;
};

[[nodiscard]] Tone tone_of_urgency(double urgency) noexcept;  // 0 to 100

}  // namespace attune::ui
