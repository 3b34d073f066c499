#include "insight/answers_dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "insight/answers_lexicon.hpp"
#include "insight/answers_periods.hpp"

namespace attune::insight {
namespace {

struct Span {
  Days first = 0, last = 0;
  SpanWords words;
};

Days first_of(int year, int month) { return days_from_civil({year, month, 1}); }

// `count` whole months from the one that begins `offset` months after year and month.
Span months_span(int year, int month, int offset, int count, SpanWords words) {
  const int first = year * 12 + month - 1 + offset;
  const int after = first + count;
  return {first_of(first / 12, first % 12 + 1), first_of(after / 12, after % 12 + 1) - 1, std::move(words)};
}

// Reads spans of days from the words of a question, beginning at a word.
class SpanReader {
 public:
  SpanReader(const std::vector<std::string>& words, Days newest, AnswerLanguage language)
      : words_{words}, newest_{newest}, today_{civil_from_days(newest)}, language_{language} {}

  // nullopt: no span begins at `at`. `next` is the first word after it. `is_named`: a preposition stands
  // before, so that "may" and "march" are months.
  std::optional<Span> read(std::size_t at, bool is_named, std::size_t& next) const {
    if (at >= words_.size()) return std::nullopt;
    next = at + 1;
    if (const auto day = iso_day(words_[at])) return day_span(*day);
    if (auto span = month(at, is_named, next)) return span;
    if (auto span = season_or_quarter(at, next)) return span;
    if (const int year = year_at(at); year > 0) return year_span(year);
    return relative(at, next);
  }

 private:
  [[nodiscard]] Span day_span(Days day) const { return {day, day, day_span_words(day, language_)}; }
  [[nodiscard]] Span month_span(int year, int month) const {
    return months_span(year, month, 0, 1, month_span_words(year, month, language_));
  }
  [[nodiscard]] Span year_span(int year) const {
    return months_span(year, 1, 0, 12, year_span_words(year, language_));
  }

  [[nodiscard]] std::string_view word(std::size_t at) const {
    return at < words_.size() ? words_[at] : std::string_view{};
  }

  static std::optional<Days> iso_day(std::string_view word) {
    const auto parsed = word.size() == 10 ? parse_iso(word) : std::nullopt;
    return parsed ? std::optional{parsed->days} : std::nullopt;
  }

  [[nodiscard]] int year_at(std::size_t at) const {
    const std::string_view digits = word(at);
    int year = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), year);
    const bool is_year = error == std::errc{} && end == digits.data() + digits.size() && digits.size() == 4;
    return is_year && year >= 1990 && year <= 2100 ? year : 0;
  }

  // The year that stands at `next`, skipping "of"; else the latest in which the month has begun.
  [[nodiscard]] int year_for(int month, std::size_t& next) const {
    const std::size_t at = is_one_of(word(next), "of|de|del") ? next + 1 : next;
    if (const int year = year_at(at); year > 0) return next = at + 1, year;
    if (is_one_of(word(next), "last|letzten|dernier|pasado") && is_one_of(word(next + 1), "year|jahr|an|ano"))
      return next += 2, today_.year - 1;
    return month <= today_.month ? today_.year : today_.year - 1;
  }

  std::optional<Span> month(std::size_t at, bool is_named, std::size_t& next) const {
    std::size_t name_at = at;
    const bool is_last = is_one_of(word(at), "last|letzten") && month_of(word(at + 1)) > 0;
    if (is_last) ++name_at;
    const int month = month_of(word(name_at));
    if (month == 0) return std::nullopt;
    const bool has_year = year_at(name_at + 1) > 0;
    // "may", "march", "mar", "sept" and "mars" mean other things as well.
    if (!is_named && !is_last && !has_year && is_one_of(word(name_at), "may|march|mar|mars|sept|mai|jun"))
      return std::nullopt;
    next = name_at + 1;
    int year = year_for(month, next);
    if (is_last && !has_year && month == today_.month) --year;
    return month_span(year, month);
  }

  std::optional<Span> season_or_quarter(std::size_t at, std::size_t& next) const {
    const std::string_view name = word(at);
    struct Part {
      std::string_view names;
      int month;
    };
    static constexpr Part kParts[] = {{"spring|fruhling|fruhjahr|printemps|primavera", 3},
                                      {"summer|sommer|ete|verano", 6},
                                      {"autumn|fall|herbst|automne|otono", 9},
                                      {"winter|hiver|invierno", 12},
                                      {"q1|t1", 1},
                                      {"q2|t2", 4},
                                      {"q3|t3", 7},
                                      {"q4|t4", 10}};
    std::size_t part_at = at;
    if (is_one_of(name, "this|last|diesen|letzten|dieses|ce|cet|este")) ++part_at;
    // "ont été écrits": been, not summer.
    if (name == "ete" && at > 0 && is_one_of(words_[at - 1], "a|ai|as|ont|avons|avez|avait|avaient"))
      return std::nullopt;
    for (int part = 0; part < static_cast<int>(std::size(kParts)); ++part) {
      const auto& [names, month] = kParts[part];
      if (!is_one_of(word(part_at), names)) continue;
      next = part_at + 1;
      const int year = year_for(month, next);
      return months_span(year, month, 0, 3, part_span_words(part, year, language_));
    }
    return std::nullopt;
  }

  std::optional<Span> relative(std::size_t at, std::size_t& next) const {
    const std::string_view first = word(at);
    if (is_one_of(first, "today|heute")) return day_span(newest_);
    if (is_one_of(first, "yesterday|gestern|hier|ayer")) return day_span(newest_ - 1);
    if (is_one_of(first, "recently|lately|kurzlich|recemment|recientemente"))
      return Span{newest_ - 89, newest_, last_span_words(90, SpanUnit::Days, language_)};
    const bool is_last =
        is_one_of(first,
                  "last|past|previous|letzte|letzten|letzter|letztes|derniere|dernier|derniers|dernieres|"
                  "ultimo|ultima|ultimos|ultimas|vergangenen");
    const bool is_this =
        is_one_of(first, "this|current|diese|diesen|diesem|dieser|dieses|ce|cette|este|esta");
    if (!is_last && !is_this) return trailing(at, next);
    if (is_this && small_or_larger(word(at + 1)) > 0) return trailing(at + 1, next);
    const int count = small_or_larger(word(at + 1));
    const std::string_view unit = word(count > 0 ? at + 2 : at + 1);
    next = at + (count > 0 ? 3 : 2);
    if (is_last && count > 0) return counted(count, unit);
    return of_unit(unit, is_last);
  }

  // The whole unit that the newest day is in, or the one before it.
  [[nodiscard]] std::optional<Span> of_unit(std::string_view unit, bool is_last) const {
    if (is_one_of(unit, "month|monat|mois|mes")) {
      return !is_last ? month_span(today_.year, today_.month)
                      : months_span(today_.year, today_.month, -1, 1,
                                    unit_span_words(SpanUnit::Months, true, language_));
    }
    if (is_one_of(unit, "year|jahr|an|annee|ano")) return year_span(today_.year - (is_last ? 1 : 0));
    if (is_one_of(unit, "week|woche|semaine|semana")) {
      const Days monday = newest_ - weekday_from_days(newest_) - (is_last ? 7 : 0);
      return Span{monday, monday + 6, unit_span_words(SpanUnit::Weeks, is_last, language_)};
    }
    if (is_one_of(unit, "quarter|quartal|trimestre")) {
      const int begins = (today_.month - 1) / 3 * 3 + 1;
      return months_span(today_.year, begins, is_last ? -3 : 0, 3,
                         unit_span_words(SpanUnit::Quarters, is_last, language_));
    }
    return std::nullopt;
  }

  // "le mois dernier", "el año pasado", "30 derniers jours": the word for last stands behind.
  std::optional<Span> trailing(std::size_t at, std::size_t& next) const {
    constexpr std::string_view kLast =
        "dernier|derniere|derniers|dernieres|passe|passee|passes|pasado|pasada|pasados|pasadas";
    if (!is_one_of(word(at + 1), kLast)) return std::nullopt;
    if (const int count = small_or_larger(word(at)); count > 0) {
      next = at + 3;
      return counted(count, word(at + 2));
    }
    next = at + 2;
    return of_unit(word(at), true);
  }

  static int small_or_larger(std::string_view word) {
    if (const int number = small_number(word); number > 0) return number;
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc{} && end == word.data() + word.size() && value > 0 && value < 4000 ? value : 0;
  }

  // "last 3 months": back from the newest day.
  [[nodiscard]] std::optional<Span> counted(int count, std::string_view unit) const {
    const auto back_to = [&](Days first, SpanUnit of) {
      return Span{first, newest_, last_span_words(count, of, language_)};
    };
    if (is_one_of(unit, "day|days|tag|tage|tagen|jour|jours|dia|dias"))
      return back_to(newest_ - count + 1, SpanUnit::Days);
    if (is_one_of(unit, "week|weeks|woche|wochen|semaine|semaines|semana|semanas"))
      return back_to(newest_ - 7 * count + 1, SpanUnit::Weeks);
    const bool is_years = is_one_of(unit, "year|years|jahr|jahre|jahren|an|ans|annees|ano|anos");
    const bool is_quarters =
        is_one_of(unit, "quarter|quarters|quartal|quartale|quartalen|trimestre|trimestres");
    if (!is_years && !is_quarters && !is_one_of(unit, "month|months|monat|monate|monaten|mois|mes|meses"))
      return std::nullopt;
    const int months = count * (is_years ? 12 : is_quarters ? 3 : 1);
    const int begins = today_.year * 12 + today_.month - 1 - months;
    const int day = std::min(today_.day, days_in_month(begins / 12, begins % 12 + 1));
    return back_to(days_from_civil({begins / 12, begins % 12 + 1, day}) + 1, is_years ? SpanUnit::Years
                                                                             : is_quarters
                                                                                 ? SpanUnit::Quarters
                                                                                 : SpanUnit::Months);
  }

  const std::vector<std::string>& words_;
  Days newest_;
  CivilDate today_;
  AnswerLanguage language_;
};

void mark(std::size_t begin, std::size_t end, std::vector<bool>& used) {
  std::fill(used.begin() + static_cast<std::ptrdiff_t>(begin),
            used.begin() + static_cast<std::ptrdiff_t>(end), true);
}

constexpr std::string_view kSince = "since|seit|depuis|desde|ab";
constexpr std::string_view kBefore = "before|vor|avant|antes";
constexpr std::string_view kAfter = "after|nach|apres|despues";
constexpr std::string_view kUntil = "until|till|bis|jusqu'a|hasta";
constexpr std::string_view kBetween = "between|zwischen|entre";
constexpr std::string_view kFrom = "from|von|de|du|ab|desde";
constexpr std::string_view kAnd = "and|to|until|till|und|bis|et|a|y|hasta|-";
constexpr std::string_view kIn =
    "between|in|during|on|of|for|im|en|wahrend|durante|le|vs|versus|and|or|to|over|until|than|with|the|early|"
    "late";

}  // namespace

std::vector<Period> find_periods(const std::vector<std::string>& words, Days newest, std::vector<bool>& used,
                                 AnswerLanguage language, bool keeps_apart) {
  const SpanReader reader{words, newest, language};
  const auto related = [language](Relation relation, const Span& span) {
    return related_words(relation, span.words, language);
  };
  const auto word = [&words](std::size_t at) {
    return at < words.size() ? std::string_view{words[at]} : std::string_view{};
  };
  // "the", "of", "del" between a preposition and its span.
  const auto skip_article = [&](std::size_t at) {
    while (is_one_of(word(at), "the|of|de|del|dem|der|den|le|la|el|beginning|start|end|anfang")) ++at;
    return at;
  };
  std::vector<Period> periods;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t next = at + 1;
    std::size_t end = 0;
    // Two that belong together.
    if (!keeps_apart && (is_one_of(word(at), kBetween) || is_one_of(word(at), kFrom))) {
      if (const auto first = reader.read(skip_article(at + 1), true, next);
          first && is_one_of(word(next), kAnd)) {
        if (const auto second = reader.read(skip_article(next + 1), true, end)) {
          const auto [low, high] =
              std::minmax(*first, *second, [](const Span& a, const Span& b) { return a.first < b.first; });
          periods.push_back({low.first, high.last, between_words(low.words, high.words, language)});
          mark(at, end, used);
          at = end;
          continue;
        }
      }
    }
    // "before and after June"
    const bool is_both = (is_one_of(word(at), kBefore) && is_one_of(word(at + 2), kAfter)) ||
                         (is_one_of(word(at), kAfter) && is_one_of(word(at + 2), kBefore));
    if (is_both) {
      if (const auto span = reader.read(skip_article(at + 3), true, end)) {
        periods.push_back({std::nullopt, span->first - 1, related(Relation::Before, *span)});
        periods.push_back({span->last + 1, std::nullopt, related(Relation::After, *span)});
        mark(at, end, used);
        at = end;
        continue;
      }
    }
    const bool is_since = is_one_of(word(at), kSince), is_before = is_one_of(word(at), kBefore);
    const bool is_after = is_one_of(word(at), kAfter), is_until = is_one_of(word(at), kUntil);
    if (is_since || is_before || is_after || is_until || is_one_of(word(at), kFrom)) {
      if (const auto span = reader.read(skip_article(at + 1), true, end)) {
        if (is_before)
          periods.push_back({std::nullopt, span->first - 1, related(Relation::Before, *span)});
        else if (is_until)
          periods.push_back({std::nullopt, span->last, related(Relation::Until, *span)});
        else if (is_after)
          periods.push_back({span->last + 1, std::nullopt, related(Relation::After, *span)});
        else if (is_since)
          periods.push_back({span->first, std::nullopt, related(Relation::Since, *span)});
        else
          periods.push_back({span->first, span->last, span->words.within});
        mark(at, end, used);
        at = end;
        continue;
      }
    }
    const bool is_named = at > 0 && is_one_of(word(at - 1), kIn);
    if (const auto span = reader.read(at, is_named, end)) {
      periods.push_back({span->first, span->last, span->words.within});
      mark(at, end, used);
      at = end;
      continue;
    }
    ++at;
  }
  return periods;
}

}  // namespace attune::insight
