// Recognises what one cell is, cheaply and without knowing its column: the evidence for dialects, headers and
// types.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/utf8.hpp"

namespace attune::ingest {

enum class CellShape : std::uint8_t {
  Empty,
  Number,
  Money,
  Percent,
  Boolean,
  Date,
  Time,
  Email,
  Phone,
  Url,
  Id,
  Word,
  Text
};

[[nodiscard]] CellShape shape_of(std::string_view cell) noexcept;

using utf8::trimmed;  // every cell is looked at without the blanks around it

// A currency sign or three-letter code at either end, taken off `text`; empty if there is none.
[[nodiscard]] std::string_view take_currency(std::string_view& text) noexcept;

// A currency at the end of a column's name, taken off it: "Amount spent (USD)", "Total €"; empty if there is
// none.
[[nodiscard]] std::string_view take_currency_of_name(std::string_view& column) noexcept;

// "yes", "no", "true", "false" and their like in ten languages: 1, 0, or -1 for anything else.
[[nodiscard]] int boolean_of(std::string_view cell) noexcept;

// Digits and separators that could be a date or a date with a time, or a date with a month's name.
[[nodiscard]] bool looks_like_date(std::string_view cell) noexcept;

}  // namespace attune::ingest
