// What happened when between a customer and the shop, from every file: as lanes over time, and as a dated
// list.
#pragma once

#include <cstddef>
#include <cstdint>

#include "ui/painter.hpp"
#include "ui/view.hpp"

namespace attune::ui {

class CustomerTimeline {
 public:
  void draw(Frame& frame, const protocol::CustomerAnswer& answer);

 private:
  void draw_lanes(const Frame& frame, const protocol::CustomerAnswer& answer);

  ChartPlace lanes_;
  std::uint32_t customer_ = 0;
  std::size_t shown_ = 0;  // events of the list; more on request
};

}  // namespace attune::ui
