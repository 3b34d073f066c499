// How answers write numbers, dates, lists and quotes in each language.
//
// 1,234.5 and 7 % in English, 1.234,5 in German and Spanish, 1 234,5 in French, whose groups a narrow
// no-break space parts; in all three a no-break space stands before the percent sign.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.hpp"
#include "insight/answers_language.hpp"

namespace attune::insight {

// Whether `number` takes the singular: 1, in French also 0.
[[nodiscard]] bool is_singular(std::uint64_t number, AnswerLanguage language) noexcept;

[[nodiscard]] std::string grouped_number(std::uint64_t number, AnswerLanguage language);  // "12,345"
[[nodiscard]] std::string written_percent(double share, AnswerLanguage language);         // "7 %", "0.4 %"
[[nodiscard]] std::string written_number(double value, int decimals, AnswerLanguage language);  // "4.12"

[[nodiscard]] std::string_view month_name(int month, AnswerLanguage language);          // 1 to 12
[[nodiscard]] std::string_view weekday_name(int weekday, AnswerLanguage language);      // 0 Monday to 6
[[nodiscard]] std::string written_day(Days day, AnswerLanguage language);               // "3 May 2025"
[[nodiscard]] std::string written_month(int year, int month, AnswerLanguage language);  // "May 2025"
// "on Monday", from the name of the day.
[[nodiscard]] std::string on_weekday(std::string_view name, AnswerLanguage language);

enum class Joiner : std::uint8_t { And, Or };
[[nodiscard]] std::string written_list(const std::vector<std::string>& items, AnswerLanguage language,
                                       Joiner joiner = Joiner::And);
[[nodiscard]] std::string quoted(std::string_view words, AnswerLanguage language);
[[nodiscard]] std::string capitalised(std::string words);  // its first letter, where that is one of a to z
// "de l’attente", "du café", "d’avis", "del ambiente", "de la espera": what stands behind "of" in French and
// Spanish; the words alone in the other languages.
[[nodiscard]] std::string of_words(std::string_view words, AnswerLanguage language);

}  // namespace attune::insight
