#include "ingest/date_formats.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "base/ascii.hpp"
#include "base/numbers.hpp"
#include "ingest/cell_shapes.hpp"
#include "ingest/feedback_fields.hpp"

namespace attune::ingest {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

struct MonthName {
  std::string_view start;  // lower case
  std::int32_t month;
};

// English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian, Polish: the first
// three or more letters that tell months apart. Longer entries come before the shorter ones they begin with.
constexpr std::array<MonthName, 60> kMonths{{
    {"january", 1},
    {"januar", 1},
    {"janvier", 1},
    {"janeiro", 1},
    {"jan", 1},
    {"j\xC3\xA4n", 1},
    {"ene", 1},
    {"gen", 1},
    {"sty", 1},
    {"feb", 2},
    {"f\xC3\xA9v", 2},
    {"fev", 2},
    {"lut", 2},
    {"mar", 3},
    {"m\xC3\xA4r", 3},
    {"mrt", 3},
    {"maart", 3},
    {"maa", 3},
    {"apr", 4},
    {"avr", 4},
    {"abr", 4},
    {"kwi", 4},
    {"may", 5},
    {"mai", 5},
    {"maj", 5},
    {"mag", 5},
    {"mei", 5},
    {"m\xC3\xA1j", 5},
    {"juin", 6},
    {"jun", 6},
    {"giu", 6},
    {"cze", 6},
    {"juil", 7},
    {"jul", 7},
    {"lug", 7},
    {"lip", 7},
    {"aug", 8},
    {"ao\xC3\xBB", 8},
    {"aou", 8},
    {"ago", 8},
    {"sie", 8},
    {"sep", 9},
    {"set", 9},
    {"wrz", 9},
    {"oct", 10},
    {"okt", 10},
    {"ott", 10},
    {"out", 10},
    {"pa\xC5\xBA", 10},
    {"paz", 10},
    {"nov", 11},
    {"lis", 11},
    {"dec", 12},
    {"dez", 12},
    {"d\xC3\xA9"
     "c",
     12},
    {"dic", 12},
    {"des", 12},
    {"gru", 12},
    {"desember", 12},
    {"diciembre", 12},
}};

std::int32_t month_from_name(std::string_view word) noexcept {
  std::array<char, 4> lower{};
  const std::size_t size = std::min(word.size(), lower.size());
  if (word.size() < 3 || word.size() > 12) return 0;
  for (std::size_t i = 0; i < size; ++i) lower[i] = ascii_lower(word[i]);
  const std::string_view start{lower.data(), size};
  for (const MonthName& name : kMonths) {
    if (name.start.size() <= start.size() && start.starts_with(name.start)) return name.month;
    if (name.start.size() > 4 && start == name.start.substr(0, 4)) return name.month;
  }
  return 0;
}

// A date cut into its numbers and words.
struct Parts {
  std::array<std::int32_t, 3> numbers{};
  std::array<std::size_t, 3> digits{};
  std::size_t count = 0;
  std::int32_t month_name = 0;
  std::size_t numbers_before_name = 0;
  char separator = '\0';
  std::int32_t second_of_day = -1;
  std::int32_t offset_seconds = 0;
};

// "14:30", "14:30:05.123", "2:30:00 PM", then a zone in any form. Takes all of `text`.
bool read_clock(std::string_view text, Parts& parts) noexcept {
  std::array<std::int32_t, 3> clock{};
  std::size_t count = 0;
  std::size_t at = 0;
  while (count < 3) {
    std::size_t digits = 0;
    while (at < text.size() && is_digit(text[at]) && digits < 2) {
      clock[count] = clock[count] * 10 + (text[at++] - '0');
      ++digits;
    }
    if (digits == 0) return false;
    ++count;
    if (at == text.size() || (text[at] != ':' && !(text[at] == '.' && count < 2 && false))) break;
    ++at;
  }
  if (count < 2 || clock[0] > 24 || clock[1] > 59 || clock[2] > 60) return false;
  if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
    ++at;
    while (at < text.size() && is_digit(text[at])) ++at;
  }
  while (at < text.size() && (text[at] == ' ' || text.substr(at, 3) == "\xE2\x80\xAF"))
    at += text[at] == ' ' ? 1 : 3;
  const char half = at < text.size() ? static_cast<char>(text[at] | 0x20) : '\0';
  if ((half == 'a' || half == 'p') && at + 1 < text.size() &&
      (text[at + 1] == 'M' || text[at + 1] == 'm' || text[at + 1] == '.')) {
    if (clock[0] > 12) return false;
    clock[0] = clock[0] % 12 + (half == 'p' ? 12 : 0);
    at += 2;
    while (at < text.size() && (text[at] == 'M' || text[at] == 'm' || text[at] == '.' || text[at] == ' '))
      ++at;
  }
  parts.second_of_day = std::min((clock[0] % 24) * 3600 + clock[1] * 60 + clock[2], 86399);
  std::string_view zone = text.substr(at);
  if (zone.empty() || zone.size() > 40) return zone.empty();
  if (zone.starts_with("GMT") || zone.starts_with("UTC")) zone.remove_prefix(3);
  if (zone.empty() || zone == "Z") return true;
  if (zone.front() == '+' || zone.front() == '-') {
    std::int32_t value = 0;
    std::size_t digits = 0;
    std::size_t used = 1;
    for (; used < zone.size() && (is_digit(zone[used]) || zone[used] == ':'); ++used) {
      if (zone[used] == ':') continue;
      value = value * 10 + (zone[used] - '0');
      if (++digits > 4) return false;
    }
    if (digits == 0) return false;
    const std::int32_t seconds = digits <= 2 ? value * 3600 : (value / 100) * 3600 + (value % 100) * 60;
    parts.offset_seconds = zone.front() == '-' ? -seconds : seconds;
    return used == zone.size() || zone[used] == ' ';
  }
  // "EST", "(Eastern Time)": named zones are read as they stand, in local time.
  return std::all_of(zone.begin(), zone.end(), [](char c) {
    return is_letter(c) || c == ' ' || c == '(' || c == ')' || c == '/' || c == '_';
  });
}

bool cut(std::string_view text, Parts& parts) noexcept {
  if (text.size() < 6 || text.size() > 64) return false;
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (is_digit(c)) {
      const std::size_t begin = at;
      std::int32_t value = 0;
      while (at < text.size() && is_digit(text[at]) && at - begin < 8)
        value = value * 10 + (text[at++] - '0');
      if (at < text.size() && text[at] == ':')
        return parts.count + (parts.month_name > 0 ? 1 : 0) >= 3 && read_clock(text.substr(begin), parts);
      if (parts.count == 3) return false;
      parts.digits[parts.count] = at - begin;
      parts.numbers[parts.count++] = value;
    } else if (is_letter(c)) {
      const std::size_t begin = at;
      while (at < text.size() && is_letter(text[at])) ++at;
      const std::string_view word = text.substr(begin, at - begin);
      if (word == "T" && parts.count == 3) return read_clock(text.substr(at), parts);
      if (word == "de" || word == "of" || word == "st" || word == "nd" || word == "rd" || word == "th" ||
          word == "um" || word == "at" || word == "a" || word == "le" || word == "den" || word == "uhr" ||
          word == "h" || word == "d" || word == "\xC3\xA0") {
        continue;
      }
      const std::int32_t month = month_from_name(word);
      if (month > 0 && parts.month_name == 0) {
        parts.month_name = month;
        parts.numbers_before_name = parts.count;
      } else if (parts.count > 0 || word.size() > 12) {
        return false;  // only a weekday may stand before the first number
      }
    } else if (c == '-' || c == '/' || c == '.' || c == ' ' || c == ',') {
      if (c != ' ' && c != ',' && parts.separator == '\0') parts.separator = c;
      ++at;
    } else {
      return false;
    }
  }
  return true;
}

std::int32_t full_year(std::int32_t year, std::size_t digits) noexcept {
  if (digits > 2) return year;
  return year + (year < 70 ? 2000 : 1900);
}

// The day, month and year of the parts; `day_first` decides what digits alone cannot.
std::optional<CivilDate> arrange(const Parts& parts, bool day_first) noexcept {
  const auto& n = parts.numbers;
  const auto& d = parts.digits;
  CivilDate date;
  if (parts.month_name > 0) {
    if (parts.count != 2) return std::nullopt;
    const bool year_first = d[0] == 4;
    if (!year_first && d[1] != 4 && d[1] != 2) return std::nullopt;
    if (year_first ? d[1] > 2 : d[0] > 2) return std::nullopt;
    date = year_first ? CivilDate{n[0], parts.month_name, n[1]}
                      : CivilDate{full_year(n[1], d[1]), parts.month_name, n[0]};
  } else if (parts.count == 1 && d[0] == 8 && parts.separator == '\0') {
    date = {n[0] / 10000, n[0] / 100 % 100, n[0] % 100};
    if (date.year < 1900 || date.year > 2100) return std::nullopt;
  } else if (parts.count == 3 && d[0] == 4 && d[1] <= 2 && d[2] <= 2) {
    date = {n[0], n[1], n[2]};
  } else if (parts.count == 3 && d[0] <= 2 && d[1] <= 2 && (d[2] == 4 || d[2] == 2) &&
             parts.separator != '\0') {
    date = {full_year(n[2], d[2]), day_first ? n[1] : n[0], day_first ? n[0] : n[1]};
  } else {
    return std::nullopt;
  }
  if (!is_valid(date)) return std::nullopt;
  return date;
}

// "2024-03-09" and nothing else.
std::optional<CivilDate> plain_iso_date(std::string_view cell) noexcept {
  if (cell.size() != 10 || cell[4] != '-' || cell[7] != '-') return std::nullopt;
  std::int32_t value = 0;
  for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!is_digit(cell[at])) return std::nullopt;
    value = value * 10 + (cell[at] - '0');
  }
  const CivilDate date{value / 10000, value / 100 % 100, value % 100};
  return is_valid(date) ? std::optional{date} : std::nullopt;
}

}  // namespace

DateEvidence date_evidence(std::string_view cell) noexcept {
  Parts parts;
  if (!cut(cell, parts)) return {};
  DateEvidence evidence;
  evidence.fits_day_first = arrange(parts, true).has_value();
  evidence.fits_month_first = arrange(parts, false).has_value();
  evidence.is_date = evidence.fits_day_first || evidence.fits_month_first;
  return evidence;
}

bool recognises_time(std::string_view cell) noexcept {
  Parts parts;
  return read_clock(cell, parts);
}

std::optional<DateTime> parse_date(std::string_view cell, DateOrder order) {
  cell = trimmed(cell);
  if (order == DateOrder::EpochSeconds || order == DateOrder::EpochMillis ||
      order == DateOrder::SheetSerial) {
    const std::optional<double> number = parse_number(cell);
    if (!number) return std::nullopt;
    if (order == DateOrder::SheetSerial) {  // days since 1899-12-30
      if (*number < 1 || *number > 2958465) return std::nullopt;
      const auto days = static_cast<Days>(*number);
      return DateTime{days - 25569, static_cast<std::int32_t>((*number - days) * 86400), *number != days};
    }
    const double seconds = order == DateOrder::EpochMillis ? *number / 1000 : *number;
    if (seconds < 0 || seconds > 253402300799.0) return std::nullopt;
    const auto whole = static_cast<std::int64_t>(seconds);
    return DateTime{static_cast<Days>(whole / 86400), static_cast<std::int32_t>(whole % 86400), true};
  }
  if (const auto plain = plain_iso_date(cell)) return DateTime{days_from_civil(*plain), 0, false};
  Parts parts;
  if (!cut(cell, parts)) return std::nullopt;
  std::optional<CivilDate> date = arrange(parts, order != DateOrder::MonthDayYear);
  if (!date) return std::nullopt;
  DateTime time{days_from_civil(*date), 0, parts.second_of_day >= 0};
  if (!time.has_time) return time;
  time.second_of_day = parts.second_of_day - parts.offset_seconds;
  if (time.second_of_day < 0) {
    time.second_of_day += 86400;
    --time.days;
  } else if (time.second_of_day >= 86400) {
    time.second_of_day -= 86400;
    ++time.days;
  }
  return time;
}

}  // namespace attune::ingest
