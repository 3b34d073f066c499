#include "insight/answers_words.hpp"

#include <array>
#include <cmath>
#include <cstdio>

#include "feedback/search.hpp"

namespace attune::insight {
namespace {

struct Conventions {
  std::string_view decimal, group;
  std::size_t
      digits_before_grouping;  // no group separator in numbers of fewer digits, as in chart/format.cpp
  std::string_view minus, percent, open_quote, close_quote;
  std::string_view last_and, last_or;
};

const Conventions& conventions_of(AnswerLanguage language) noexcept {
  static constexpr std::array<Conventions, 4> kConventions{{
      {".", ",", 4, "-", " %", "\"", "\"", " and ", " or "},
      {",", ".", 4, "\u2212", "\u00A0%", "„", "“", " und ", " oder "},
      {",", "\u202F", 4, "\u2212", "\u00A0%", "«\u00A0", "\u00A0»", " et ", " ou "},
      {",", ".", 5, "\u2212", "\u00A0%", "«", "»", " y ", " o "},
  }};
  return kConventions[static_cast<std::size_t>(language)];
}

constexpr std::array<std::array<std::string_view, 12>, 4> kMonths{{
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
     "November", "December"},
    {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
     "November", "Dezember"},
    {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
     "novembre", "décembre"},
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
     "noviembre", "diciembre"},
}};
constexpr std::array<std::array<std::string_view, 7>, 4> kWeekdays{{
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
    {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"},
    {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
    {"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"},
}};

// Spanish says "e" before the sound of i and "u" before that of o.
std::string_view last_joiner(Joiner joiner, std::string_view next, AnswerLanguage language) {
  const Conventions& conventions = conventions_of(language);
  const std::string_view usual = joiner == Joiner::And ? conventions.last_and : conventions.last_or;
  if (language != AnswerLanguage::Spanish) return usual;
  if (next.starts_with(conventions.open_quote)) next.remove_prefix(conventions.open_quote.size());
  const std::string folded = feedback::fold(next);
  const std::string_view sound = std::string_view{folded}.substr(folded.starts_with('h') ? 1 : 0);
  if (joiner == Joiner::Or) return sound.starts_with('o') ? " u " : usual;
  const bool is_glide = folded.starts_with("hie") || folded.starts_with("hia");
  return sound.starts_with('i') && !is_glide ? " e " : usual;
}

}  // namespace

bool is_singular(std::uint64_t number, AnswerLanguage language) noexcept {
  return number == 1 || (number == 0 && language == AnswerLanguage::French);
}

std::string grouped_number(std::uint64_t number, AnswerLanguage language) {
  std::string digits = std::to_string(number);
  if (digits.size() < conventions_of(language).digits_before_grouping) return digits;
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), conventions_of(language).group);
  return digits;
}

std::string written_number(double value, int decimals, AnswerLanguage language) {
  const Conventions& conventions = conventions_of(language);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, std::abs(value));
  std::string written = text.data();
  const bool is_nought = written.find_first_not_of("0.") == std::string::npos;
  if (const std::size_t point = written.find('.'); point != std::string::npos)
    written.replace(point, 1, conventions.decimal);
  return value < 0 && !is_nought ? std::string{conventions.minus} + written : written;
}

std::string written_percent(double share, AnswerLanguage language) {
  const double percent = share * 100;
  const bool is_whole = std::abs(percent) >= 9.95 || percent == 0.0;
  return written_number(percent, is_whole ? 0 : 1, language) + std::string{conventions_of(language).percent};
}

std::string_view month_name(int month, AnswerLanguage language) {
  return kMonths[static_cast<std::size_t>(language)][static_cast<std::size_t>(month - 1)];
}

std::string_view weekday_name(int weekday, AnswerLanguage language) {
  return kWeekdays[static_cast<std::size_t>(language)][static_cast<std::size_t>(weekday)];
}

std::string written_day(Days day, AnswerLanguage language) {
  const CivilDate date = civil_from_days(day);
  const bool is_first_in_french = language == AnswerLanguage::French && date.day == 1;
  const char* after_day = language == AnswerLanguage::German    ? ". "
                          : language == AnswerLanguage::Spanish ? " de "
                          : is_first_in_french                  ? "er "
                                                                : " ";
  return std::to_string(date.day) + after_day + written_month(date.year, date.month, language);
}

std::string written_month(int year, int month, AnswerLanguage language) {
  return std::string{month_name(month, language)} + (language == AnswerLanguage::Spanish ? " de " : " ") +
         std::to_string(year);
}

std::string on_weekday(std::string_view name, AnswerLanguage language) {
  const std::string day{name};
  switch (language) {
    case AnswerLanguage::English:
      return "on " + day;
    case AnswerLanguage::German:
      return "am " + day;
    case AnswerLanguage::French:
      return "le " + day;
    case AnswerLanguage::Spanish:
      return "los " + day + (day.ends_with('s') ? "" : "s");
  }
  return day;
}

std::string written_list(const std::vector<std::string>& items, AnswerLanguage language, Joiner joiner) {
  std::string list;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0 && i + 1 == items.size())
      list += last_joiner(joiner, items[i], language);
    else if (i > 0)
      list += ", ";
    list += items[i];
  }
  return list;
}

std::string quoted(std::string_view words, AnswerLanguage language) {
  const Conventions& conventions = conventions_of(language);
  return std::string{conventions.open_quote}.append(words).append(conventions.close_quote);
}

std::string capitalised(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}

std::string of_words(std::string_view words, AnswerLanguage language) {
  const auto behind = [words](std::size_t cut, std::string_view of) {
    return std::string{of}.append(words.substr(cut));
  };
  if (language == AnswerLanguage::French) {
    if (words.starts_with("le ")) return behind(3, "du ");
    if (words.starts_with("les ")) return behind(4, "des ");
    const std::string first = feedback::fold(words);
    const bool is_vowel =
        !first.empty() && std::string_view{"aeiou"}.find(first[0]) != std::string_view::npos;
    return behind(0, is_vowel ? "d’" : "de ");
  }
  if (language == AnswerLanguage::Spanish) {
    if (words.starts_with("el ")) return behind(3, "del ");
    if (words.starts_with("al ")) return behind(3, "del ");
    if (words.starts_with("a ")) return behind(2, "de ");
    return behind(0, "de ");
  }
  return std::string{words};
}

}  // namespace attune::insight
