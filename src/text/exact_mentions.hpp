// Dates, sums of money, e-mail addresses and phone numbers: what follows rules is found by rules.
//
//   money   an amount beside a currency sign, code or word: "$4.50", "1.200,00 €", "30 euros", "CHF 12.-"
//   date    year-month-day, day.month.year or month/day/year in digits; day and month in words with or
//   without
//           a year, month and year in words (English, German, French, Spanish, Italian, Portuguese, Dutch)
//   email   local part, "@", a domain with a dot
//   phone   7 to 15 digits with a leading "+", "0" or "(", or written 555-123-4567
//
// A bare number is nothing. Days and months must be possible ones. Linear in the length of the text but for
// short looks ahead; any bytes are accepted.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/normalize.hpp"

namespace attune::text {

enum class ExactKind : std::uint8_t { Date, Money, Email, Phone };

[[nodiscard]] const char* name_of(ExactKind kind) noexcept;  // "date", "money", "email", "phone"

struct ExactMention {
  ByteRange bytes;
  ExactKind kind = ExactKind::Date;
  friend bool operator==(const ExactMention&, const ExactMention&) = default;
};

// In the order of the text, none overlapping another.
[[nodiscard]] std::vector<ExactMention> find_exact_mentions(std::string_view text);

}  // namespace attune::text
