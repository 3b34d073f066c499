// What can be done now, as the command palette lists it: pages to go to, and what buttons and settings do
// elsewhere.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ui/view.hpp"
#include "ui/widgets/icon.hpp"

namespace attune::ui {

struct Offer {
  std::string label;  // "Reviews###reviews"
  std::string note;   // what kind it is: "Page"
  Icon icon = Icon::None;
  std::function<void(Frame&)> take;
};

// In the order in which they stand when nothing is typed. `has_pages`: there is something to look at.
[[nodiscard]] std::vector<Offer> commands_offered(const Frame& frame, bool has_pages);

}  // namespace attune::ui
