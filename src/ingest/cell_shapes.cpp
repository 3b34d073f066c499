#include "ingest/cell_shapes.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "base/ascii.hpp"
#include "base/numbers.hpp"
#include "ingest/date_formats.hpp"

namespace attune::ingest {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_high(char c) noexcept { return (static_cast<unsigned char>(c) & 0x80U) != 0; }

// Case-insensitive for ASCII.
bool equals(std::string_view text, std::string_view lower) noexcept {
  return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(),
                                                   [](char a, char b) { return ascii_lower(a) == b; });
}

bool is_email(std::string_view cell) noexcept {
  const std::size_t at = cell.find('@');
  if (at == 0 || at == std::string_view::npos || cell.find('@', at + 1) != std::string_view::npos)
    return false;
  const std::size_t dot = cell.rfind('.');
  if (dot == std::string_view::npos || dot < at + 2 || dot + 2 >= cell.size() + 0) return false;
  return cell.find_first_of(" ,;\t\"<>") == std::string_view::npos;
}

bool is_url(std::string_view cell) noexcept {
  if (cell.find(' ') != std::string_view::npos) return false;
  for (const std::string_view start : {"http://", "https://", "www.", "ftp://"}) {
    if (cell.size() > start.size() + 3 && equals(cell.substr(0, start.size()), start)) return true;
  }
  return false;
}

// Seven to fifteen digits with a plus, brackets, or separators of phone numbers.
bool is_phone(std::string_view cell) noexcept {
  std::size_t digits = 0;
  std::size_t marks = 0;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char c = cell[i];
    if (is_digit(c)) {
      ++digits;
    } else if ((c == '+' && i == 0) || c == '(' || c == ')' || c == '-' || c == ' ' || c == '/' || c == '.') {
      ++marks;
    } else {
      return false;
    }
  }
  const bool has_start = cell.front() == '+' || cell.front() == '(' || cell.substr(0, 2) == "00";
  return digits >= 7 && digits <= 15 && (has_start || (marks >= 1 && cell.front() == '0') || marks >= 2);
}

// Letters and digits mixed without spaces, or hexadecimal: A-1029, 7f3a…, R_3e9aZT.
bool is_id(std::string_view cell) noexcept {
  std::size_t digits = 0;
  std::size_t letters = 0;
  for (const char c : cell) {
    if (is_digit(c)) {
      ++digits;
    } else if (is_letter(c)) {
      ++letters;
    } else if (c != '-' && c != '_' && c != '#' && c != '/' && c != '.' && c != ':') {
      return false;
    }
  }
  return cell.size() <= 64 && digits > 0 && (letters > 0 || cell.front() == '#');
}

constexpr std::array<std::string_view, 22> kYes{"true",
                                                "yes",
                                                "y",
                                                "t",
                                                "ja",
                                                "oui",
                                                "si",
                                                "s\xC3\xAD",
                                                "s\xC3\xAC",
                                                "sim",
                                                "tak",
                                                "da",
                                                "evet",
                                                "wahr",
                                                "vrai",
                                                "verdadero",
                                                "vero",
                                                "waar",
                                                "sand",
                                                "sant",
                                                "kyll\xC3\xA4",
                                                "\xD0\xB4\xD0\xB0"};
constexpr std::array<std::string_view, 21> kNo{
    "false", "no",    "n",      "f",     "nein",         "non", "n\xC3\xA3o",
    "nao",   "nee",   "nie",    "nej",   "hay\xC4\xB1r", "nei", "falsch",
    "faux",  "falso", "onwaar", "falsk", "falskt",       "ei",  "\xD0\xBD\xD0\xB5\xD1\x82"};

constexpr std::array<std::string_view, 9> kCurrencySigns{"$",
                                                         "\xE2\x82\xAC",
                                                         "\xC2\xA3",
                                                         "\xC2\xA5",
                                                         "\xE2\x82\xB9",
                                                         "\xE2\x82\xBD",
                                                         "\xE2\x82\xA9",
                                                         "\xE2\x82\xBA",
                                                         "z\xC5\x82"};
constexpr std::array<std::string_view, 30> kCurrencyCodes{
    "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF",
    "RON", "BGN", "TRY", "BRL", "MXN", "ARS", "CLP", "COP", "INR", "KRW", "SGD", "HKD", "ZAR", "ILS", "RUB"};

bool is_number_in_any_style(std::string_view text) noexcept {
  return parse_number(text, {'.'}).has_value() || parse_number(text, {','}).has_value();
}

}  // namespace

std::string_view take_currency(std::string_view& text) noexcept {
  if (!text.empty() && is_digit(text.front()) && is_digit(text.back())) return {};
  const auto take = [&](std::string_view mark) -> std::string_view {
    if (text.size() <= mark.size()) return {};
    if (text.starts_with(mark)) {
      text = trimmed(text.substr(mark.size()));
      return mark;
    }
    if (text.ends_with(mark)) {
      text = trimmed(text.substr(0, text.size() - mark.size()));
      return mark;
    }
    // -$12.50 and ($12.50): the sign stands before the currency.
    return {};
  };
  for (const std::string_view sign : kCurrencySigns) {
    if (const std::string_view taken = take(sign); !taken.empty()) return taken;
  }
  for (const std::string_view code : kCurrencyCodes) {
    if (const std::string_view taken = take(code); !taken.empty()) return taken;
  }
  return {};
}

std::string_view take_currency_of_name(std::string_view& column) noexcept {
  const std::size_t begin = column.find_last_of(" ([");
  if (begin == std::string_view::npos) return {};
  std::string_view word = trimmed(column.substr(begin + 1));
  while (word.ends_with(')') || word.ends_with(']')) word.remove_suffix(1);
  const auto is_word = [&](std::string_view mark) { return word == mark; };
  if (!std::ranges::any_of(kCurrencySigns, is_word) && !std::ranges::any_of(kCurrencyCodes, is_word))
    return {};
  column = column.substr(0, begin);
  return word;
}

int boolean_of(std::string_view cell) noexcept {
  if (cell.size() > 12) return -1;
  for (const std::string_view word : kYes) {
    if (equals(cell, word)) return 1;
  }
  for (const std::string_view word : kNo) {
    if (equals(cell, word)) return 0;
  }
  return -1;
}

bool looks_like_date(std::string_view cell) noexcept { return recognises_date(cell); }

CellShape shape_of(std::string_view cell) noexcept {
  cell = trimmed(cell);
  if (cell.empty()) return CellShape::Empty;
  if (cell.size() > 320) return CellShape::Text;
  const bool has_digit = std::any_of(cell.begin(), cell.end(), is_digit);
  if (has_digit) {
    if (is_number_in_any_style(cell)) return CellShape::Number;
    if (looks_like_date(cell)) return CellShape::Date;
    if (cell.size() <= 11 && cell.find(':') != std::string_view::npos && recognises_time(cell))
      return CellShape::Time;
    std::string_view amount = cell;
    bool is_negative = false;
    if (amount.front() == '-' && amount.size() > 1) {
      amount.remove_prefix(1);
      is_negative = true;
    }
    if (!take_currency(amount).empty() && is_number_in_any_style(amount) &&
        !(is_negative && amount.front() == '-')) {
      return CellShape::Money;
    }
    if (cell.back() == '%' && is_number_in_any_style(trimmed(cell.substr(0, cell.size() - 1))))
      return CellShape::Percent;
    if (is_phone(cell)) return CellShape::Phone;
  }
  if (boolean_of(cell) >= 0) return CellShape::Boolean;
  if (is_email(cell)) return CellShape::Email;
  if (is_url(cell)) return CellShape::Url;
  if (has_digit && is_id(cell)) return CellShape::Id;
  const bool is_word =
      cell.size() <= 40 && std::all_of(cell.begin(), cell.end(), [](char c) {
        return is_letter(c) || is_digit(c) || is_high(c) || c == '_' || c == '-' || c == '.' || c == '\'';
      });
  return is_word ? CellShape::Word : CellShape::Text;
}

}  // namespace attune::ingest
