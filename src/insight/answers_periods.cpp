#include "insight/answers_periods.hpp"

#include <array>
#include <string_view>

#include "insight/answers_words.hpp"

namespace attune::insight {
namespace {

using enum AnswerLanguage;

template <class Value>
const Value& of(const std::array<Value, 4>& by_language, AnswerLanguage language) {
  return by_language[static_cast<std::size_t>(language)];
}

using Words = std::array<std::string_view, 4>;

// "la semaine dernière" is feminine, "le mois dernier" is not.
bool is_feminine(SpanUnit unit, AnswerLanguage language) noexcept {
  return unit == SpanUnit::Weeks || (unit == SpanUnit::Years && language == French);
}

std::string_view unit_name(SpanUnit unit, bool is_one, AnswerLanguage language) {
  static constexpr std::array<std::array<Words, 2>, 5> kUnits{{
      {{{"day", "Tag", "jour", "día"}, {"days", "Tagen", "jours", "días"}}},
      {{{"week", "Woche", "semaine", "semana"}, {"weeks", "Wochen", "semaines", "semanas"}}},
      {{{"month", "Monat", "mois", "mes"}, {"months", "Monaten", "mois", "meses"}}},
      {{{"quarter", "Quartal", "trimestre", "trimestre"},
        {"quarters", "Quartalen", "trimestres", "trimestres"}}},
      {{{"year", "Jahr", "année", "año"}, {"years", "Jahren", "années", "años"}}},
  }};
  return of(kUnits[static_cast<std::size_t>(unit)][is_one ? 0 : 1], language);
}

std::string joined(std::string_view before, std::string_view after) {
  return std::string{before}.append(after);
}

// "bis Mai", "bis zum 3. Mai", "jusqu’en mai", "jusqu’au 3 mai".
std::string until_words(std::string_view plain, AnswerLanguage language) {
  if (language == German) {
    if (plain.starts_with("dem ")) return joined("bis zum ", plain.substr(4));
    if (plain.starts_with("der ")) return joined("bis zur ", plain.substr(4));
    const bool has_article = plain.starts_with("den ") || plain.starts_with("dies");
    return joined(has_article ? "bis zu " : "bis ", plain);
  }
  if (language == French) {
    if (plain.starts_with("le ")) return joined("jusqu’au ", plain.substr(3));
    if (plain.starts_with("les ")) return joined("jusqu’aux ", plain.substr(4));
    const bool has_article = plain.starts_with("la ") || plain.starts_with("l’") || plain.starts_with("ce");
    return joined(has_article ? "jusqu’à " : "jusqu’en ", plain);
  }
  return joined(language == Spanish ? "hasta " : "until ", plain);
}

}  // namespace

SpanWords day_span_words(Days day, AnswerLanguage language) {
  const std::string written = language == English ? iso_from_days(day) : written_day(day, language);
  switch (language) {
    case German:
      return {"am " + written, "dem " + written};
    case French:
      return {"le " + written, "le " + written};
    case Spanish:
      return {"el " + written, "el " + written};
    case English:
      break;
  }
  return {"on " + written, written};
}

SpanWords month_span_words(int year, int month, AnswerLanguage language) {
  static constexpr Words kIn{"in ", "im ", "en ", "en "};
  const std::string written = written_month(year, month, language);
  return {joined(of(kIn, language), written), written};
}

SpanWords year_span_words(int year, AnswerLanguage language) {
  static constexpr Words kIn{"in ", "im Jahr ", "en ", "en "};
  const std::string written = std::to_string(year);
  return {joined(of(kIn, language), written), written};
}

SpanWords part_span_words(int part, int year, AnswerLanguage language) {
  struct Part {
    Words within, plain;
  };
  static constexpr std::array<Part, 8> kParts{{
      {{"in spring", "im Frühling", "au printemps", "en la primavera de"},
       {"spring", "dem Frühling", "le printemps", "la primavera de"}},
      {{"in summer", "im Sommer", "à l’été", "en el verano de"},
       {"summer", "dem Sommer", "l’été", "el verano de"}},
      {{"in autumn", "im Herbst", "à l’automne", "en el otoño de"},
       {"autumn", "dem Herbst", "l’automne", "el otoño de"}},
      {{"in winter", "im Winter", "à l’hiver", "en el invierno de"},
       {"winter", "dem Winter", "l’hiver", "el invierno de"}},
      {{"in Q1", "im 1. Quartal", "au 1er trimestre", "en el 1.er trimestre de"},
       {"Q1", "dem 1. Quartal", "le 1er trimestre", "el 1.er trimestre de"}},
      {{"in Q2", "im 2. Quartal", "au 2e trimestre", "en el 2.º trimestre de"},
       {"Q2", "dem 2. Quartal", "le 2e trimestre", "el 2.º trimestre de"}},
      {{"in Q3", "im 3. Quartal", "au 3e trimestre", "en el 3.er trimestre de"},
       {"Q3", "dem 3. Quartal", "le 3e trimestre", "el 3.er trimestre de"}},
      {{"in Q4", "im 4. Quartal", "au 4e trimestre", "en el 4.º trimestre de"},
       {"Q4", "dem 4. Quartal", "le 4e trimestre", "el 4.º trimestre de"}},
  }};
  const Part& one = kParts[static_cast<std::size_t>(part)];
  const std::string when = ' ' + std::to_string(year);
  return {joined(of(one.within, language), when), joined(of(one.plain, language), when)};
}

SpanWords unit_span_words(SpanUnit unit, bool is_last, AnswerLanguage language) {
  const std::string name{unit_name(unit, true, language)};
  const bool is_she = is_feminine(unit, language);
  switch (language) {
    case English:
      return is_last ? SpanWords{"last " + name, "last " + name} : SpanWords{"this " + name, "this " + name};
    case German: {
      if (!is_last)
        return {is_she ? "in dieser " + name : "in diesem " + name, (is_she ? "dieser " : "diesem ") + name};
      return {(is_she ? "in der letzten " : "im letzten ") + name,
              (is_she ? "der letzten " : "dem letzten ") + name};
    }
    case French: {
      const std::string words = is_last ? (is_she ? "la " + name + " dernière" : "le " + name + " dernier")
                                        : (is_she ? "cette " : "ce ") + name;
      return {words, words};
    }
    case Spanish: {
      const std::string words = is_last ? (is_she ? "la " + name + " pasada" : "el " + name + " pasado")
                                        : (is_she ? "esta " : "este ") + name;
      return {words, words};
    }
  }
  return {name, name};
}

SpanWords last_span_words(int count, SpanUnit unit, AnswerLanguage language) {
  const std::string number = std::to_string(count) + ' ';
  // English has always said "in the last 1 days".
  const std::string name{unit_name(unit, count == 1 && language != English, language)};
  const bool is_she = is_feminine(unit, language), is_one = count == 1;
  switch (language) {
    case English:
      return {"in the last " + number + name, "the last " + number + name};
    case German:
      if (is_one) {
        const std::string last = (is_she ? "der letzten " : "dem letzten ") + name;
        return {is_she ? "in " + last : "im" + last.substr(3), last};
      }
      return {"in den letzten " + number + name, "den letzten " + number + name};
    case French: {
      const std::string last = is_one ? (is_she ? "la dernière " : "le dernier ") + name
                                      : "les " + number + (is_she ? "dernières " : "derniers ") + name;
      return {"sur " + last, last};
    }
    case Spanish: {
      const std::string last = is_one ? (is_she ? "la última " : "el último ") + name
                                      : (is_she ? "las últimas " : "los últimos ") + number + name;
      return {"en " + last, last};
    }
  }
  return {name, name};
}

std::string related_words(Relation relation, const SpanWords& span, AnswerLanguage language) {
  static constexpr Words kSince{"since ", "seit ", "depuis ", "desde "};
  static constexpr Words kBefore{"before ", "vor ", "avant ", "antes "};
  static constexpr Words kAfter{"after ", "nach ", "après ", "después "};
  switch (relation) {
    case Relation::Since:
      return joined(of(kSince, language), span.plain);
    case Relation::Before:
    case Relation::After: {
      const std::string_view how = of(relation == Relation::Before ? kBefore : kAfter, language);
      return joined(how, language == Spanish ? of_words(span.plain, language) : span.plain);
    }
    case Relation::Until:
      return until_words(span.plain, language);
  }
  return span.within;
}

std::string between_words(const SpanWords& first, const SpanWords& last, AnswerLanguage language) {
  static constexpr Words kBetween{"between ", "zwischen ", "entre ", "entre "};
  return joined(of(kBetween, language), written_list({first.plain, last.plain}, language));
}

std::string time_before_words(AnswerLanguage language) {
  static constexpr Words kTimeBefore{"the time before", "in der Zeit davor", "dans la période précédente",
                                     "en el tiempo anterior"};
  return std::string{of(kTimeBefore, language)};
}

std::string before_words(AnswerLanguage language) {
  static constexpr Words kBefore{"before", "davor", "avant", "antes"};
  return std::string{of(kBefore, language)};
}

std::string from_day_words(Days day, AnswerLanguage language) {
  const std::string plain = day_span_words(day, language).plain;
  switch (language) {
    case English:
      return "from " + plain + " on";
    case German:
      return "ab " + plain;
    case French:
      return "à partir du " + plain.substr(3);
    case Spanish:
      return "desde " + plain;
  }
  return plain;
}

}  // namespace attune::insight
