// Keys of a keyboard as one sees them, and a table of what they do.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::ui {

// A keyboard of Apple's: shortcuts are held with its command key instead of Ctrl.
[[nodiscard]] bool has_command_key();

struct KeyLine {
  std::vector<std::string> keys;  // "Ctrl", "K": held together, or each for itself
  std::string what;
};

// `keys` and `what` head the two columns, for those who hear them.
void key_table(std::string_view label, std::string_view keys, std::string_view what,
               std::span<const KeyLine> lines);

}  // namespace attune::ui
