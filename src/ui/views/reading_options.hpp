// How a file was read: what was found out and why, and the ways to say it is otherwise.
#pragma once

#include <cstdint>

#include "ui/view.hpp"

namespace attune::ui {

// A correction asks for the file to be read again at once.
void draw_reading_options(Frame& frame, std::uint32_t file, const protocol::TableInfo& table);

}  // namespace attune::ui
