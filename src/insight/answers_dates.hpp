// Periods that a question names: "since May", "last month", "in spring 2025", "between 2025-03-01 and June".
//
// There is no clock: "last month" is the calendar month before the one of the newest review, and a month
// without a year is the latest that has begun by then.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/dates.hpp"
#include "insight/answers_language.hpp"

namespace attune::insight {

struct Period {
  std::optional<Days> from, to;  // both included; absent: open
  std::string label;             // "since May 2025", in the language asked for
  friend bool operator==(const Period&, const Period&) = default;
};

// `words` are folded, one a word; the words that a period takes are marked in `used` (as long as words).
// In the order they stand. Two periods joined by "between ... and" or "from ... to" are one; "before and
// after X" are two. `keeps_apart`: so are "between X and Y", where a difference is asked for.
[[nodiscard]] std::vector<Period> find_periods(const std::vector<std::string>& words, Days newest,
                                               std::vector<bool>& used, AnswerLanguage language,
                                               bool keeps_apart = false);

}  // namespace attune::insight
