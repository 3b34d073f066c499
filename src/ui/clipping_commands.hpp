// What the page is asked to do with what was taken out of the canvas: copy it, or save it as a file.
#pragma once

#include <vector>

#include "protocol/commands.hpp"
#include "ui/clipping.hpp"

namespace attune::ui {

[[nodiscard]] protocol::PageCommand command_from(Clipping clipping);

// Empties the context's clippings, once a frame.
[[nodiscard]] std::vector<protocol::PageCommand> take_clipping_commands();

}  // namespace attune::ui
