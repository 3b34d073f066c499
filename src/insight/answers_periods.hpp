// Spans of days in words: "in May 2025", "since May 2025", "between May 2025 and the last week".
#pragma once

#include <cstdint>
#include <string>

#include "base/dates.hpp"
#include "insight/answers_language.hpp"

namespace attune::insight {

struct SpanWords {
  std::string within;  // "in May 2025", "on 2025-05-03", "last month"
  std::string plain;   // as it stands behind "since": "May 2025"; in German the dative, "dem 3. Mai 2025"
};

enum class SpanUnit : std::uint8_t { Days, Weeks, Months, Quarters, Years };

[[nodiscard]] SpanWords day_span_words(Days day, AnswerLanguage language);
[[nodiscard]] SpanWords month_span_words(int year, int month, AnswerLanguage language);
[[nodiscard]] SpanWords year_span_words(int year, AnswerLanguage language);
// 0 spring to 3 winter; 4 to 7 the quarters.
[[nodiscard]] SpanWords part_span_words(int part, int year, AnswerLanguage language);
// "last month", "this week"; weeks, months and quarters only.
[[nodiscard]] SpanWords unit_span_words(SpanUnit unit, bool is_last, AnswerLanguage language);
[[nodiscard]] SpanWords last_span_words(int count, SpanUnit unit,
                                        AnswerLanguage language);  // "the last 30 days"

enum class Relation : std::uint8_t { Since, Before, After, Until };
[[nodiscard]] std::string related_words(Relation relation, const SpanWords& span, AnswerLanguage language);
[[nodiscard]] std::string between_words(const SpanWords& first, const SpanWords& last,
                                        AnswerLanguage language);
[[nodiscard]] std::string time_before_words(AnswerLanguage language);  // "the time before"

// The two sides of a trend: "before" where the later side is named itself, else "before 2025-05-03" and "from
// 2025-05-03 on".
[[nodiscard]] std::string before_words(AnswerLanguage language);
[[nodiscard]] std::string from_day_words(Days day, AnswerLanguage language);

}  // namespace attune::insight
