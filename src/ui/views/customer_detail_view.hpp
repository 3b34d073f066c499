// One customer in full: what is known from all files, the risk with its reasons, what happened when, what to
// offer.
#pragma once

#include <cstddef>
#include <cstdint>

#include "ui/view.hpp"
#include "ui/views/customer_timeline.hpp"

namespace attune::ui {

inline constexpr float kCustomerDrawer = 480;  // CSS pixels

class CustomerDetailView {
 public:
  void draw(Frame& frame, std::uint32_t customer);

 private:
  CustomerTimeline timeline_;
};

}  // namespace attune::ui
