// Numbers from text as people write them, and the shortest text from numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attune {

// How a column writes its numbers.
struct NumberStyle {
  char decimal = '.';  // '.' or ','
  friend bool operator==(const NumberStyle&, const NumberStyle&) = default;
};

// Reads a whole cell: sign (also "(12.50)" and a trailing '-', as accountants write), digits in groups of
// three (or the Indian 2-2-3) separated by the other mark, a space, a narrow space or an apostrophe,
// decimals, and an exponent. No currency, no percent. nullopt when anything is left over; never inf or NaN.
[[nodiscard]] std::optional<double> parse_number(std::string_view text, NumberStyle style = {}) noexcept;

// Plain digits with an optional sign; nullopt when it does not fit.
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text) noexcept;

// The shortest decimal text that reads back as `value`; "" for NaN and infinities. Whole numbers below 1e15
// have neither point nor exponent.
[[nodiscard]] std::string text_from_number(double value);

}  // namespace attune
