// Months by name, in the languages of text/exact_mentions.hpp.
#pragma once

#include <string_view>

namespace attune::text {

struct MonthName {
  int month = 0;              // 1 to 12; 0: this is no month
  bool is_short = false;      // "Jan", which may take a full stop
  bool is_english = false;    // which may stand before its day
  bool is_ambiguous = false;  // a common word as well ("may", "march"), unless it begins with a capital
};

// Without regard to case.
[[nodiscard]] MonthName month_named(std::string_view word) noexcept;

}  // namespace attune::text
