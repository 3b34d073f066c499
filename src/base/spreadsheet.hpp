// What a spreadsheet would do with a cell.
#pragma once

#include <string_view>

namespace attune {

// Begins with = + - @, tab or carriage return, and is no number: a spreadsheet would run it (OWASP, CSV
// injection). A leading apostrophe makes it text.
[[nodiscard]] bool is_formula(std::string_view cell) noexcept;

}  // namespace attune
