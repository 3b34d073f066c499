#include "text/exact_mentions.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/month_names.hpp"

namespace attune::text {
namespace {

constexpr std::size_t kLongestWord = 24;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
// Part of a word: letters, digits, and the bytes of whatever is not ASCII.
bool is_word_byte(char c) noexcept {
  return is_digit(c) || is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

struct Number {
  std::size_t end = 0;
  int value = 0;
  std::size_t digits = 0;
};

// Looks for one kind of thing at one place; `end` is where it ends, nullopt where there is none.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_{text} {}

  [[nodiscard]] std::optional<std::size_t> email_at(std::size_t at) const;
  [[nodiscard]] std::optional<std::size_t> phone_at(std::size_t at) const;
  [[nodiscard]] std::optional<std::size_t> money_at(std::size_t at) const;
  [[nodiscard]] std::optional<std::size_t> date_at(std::size_t at) const;

 private:
  [[nodiscard]] char at(std::size_t i) const noexcept { return i < text_.size() ? text_[i] : '\0'; }
  [[nodiscard]] bool word_ends_at(std::size_t i) const noexcept {
    return i >= text_.size() || !is_word_byte(text_[i]);
  }
  [[nodiscard]] std::size_t skip_spaces(std::size_t i) const noexcept;
  [[nodiscard]] std::string_view word_from(std::size_t i) const noexcept;
  [[nodiscard]] Number digits_from(std::size_t i, std::size_t most) const noexcept;

  [[nodiscard]] std::optional<std::size_t> amount_at(std::size_t i) const;
  [[nodiscard]] std::optional<std::size_t> currency_at(std::size_t i, bool behind_amount) const;
  [[nodiscard]] std::optional<std::size_t> digit_date_at(std::size_t i) const;
  [[nodiscard]] std::optional<std::size_t> day_month_at(std::size_t i) const;
  [[nodiscard]] std::optional<std::size_t> month_first_at(std::size_t i) const;
  [[nodiscard]] std::optional<std::size_t> year_after(std::size_t i) const;

  std::string_view text_;
};

// Blanks and no-break spaces, at most three.
std::size_t Scanner::skip_spaces(std::size_t i) const noexcept {
  for (int spaces = 0; spaces < 3; ++spaces) {
    if (at(i) == ' ') {
      ++i;
    } else if (text_.substr(i, 2) == "\xC2\xA0") {
      i += 2;
    } else if (text_.substr(i, 3) == "\xE2\x80\xAF") {
      i += 3;
    } else {
      break;
    }
  }
  return i;
}

std::string_view Scanner::word_from(std::size_t i) const noexcept {
  std::size_t end = i;
  while (end < text_.size() && end - i < kLongestWord && is_word_byte(text_[end]) && !is_digit(text_[end]))
    ++end;
  return text_.substr(i, end - i);
}

Number Scanner::digits_from(std::size_t i, std::size_t most) const noexcept {
  Number number{.end = i};
  while (is_digit(at(number.end)) && number.digits < most) {
    number.value = 10 * number.value + (text_[number.end] - '0');
    ++number.end;
    ++number.digits;
  }
  return number;
}

// --- e-mail ---

std::optional<std::size_t> Scanner::email_at(std::size_t i) const {
  const auto is_local = [](char c) {
    return is_digit(c) || is_ascii_letter(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
  };
  std::size_t end = i;
  while (end < text_.size() && end - i < 64 && is_local(text_[end])) ++end;
  if (end == i || at(end) != '@' || text_[end - 1] == '.' || text_[i] == '.') return std::nullopt;
  std::size_t last_dot = 0;
  std::size_t domain = ++end;
  while (end < text_.size() && (is_digit(text_[end]) || is_ascii_letter(text_[end]) || text_[end] == '-' ||
                                (text_[end] == '.' && is_word_byte(at(end + 1)) && end > domain))) {
    if (text_[end] == '.') last_dot = end;
    ++end;
  }
  if (last_dot == 0 || end - last_dot < 3 || is_digit(text_[last_dot + 1])) return std::nullopt;
  return end;
}

// --- phone ---

std::optional<std::size_t> Scanner::phone_at(std::size_t i) const {
  const bool has_prefix = at(i) == '+' || at(i) == '(' || at(i) == '0';
  if (!has_prefix && !is_digit(at(i))) return std::nullopt;
  std::size_t digits = 0;
  std::size_t end = i;     // behind the last digit
  std::size_t groups = 0;  // of digits
  std::array<std::size_t, 16> sizes{};
  bool was_digit = false;
  std::size_t separators = 0;  // one after the other
  for (std::size_t j = i; j < text_.size(); ++j) {
    const char c = text_[j];
    if (is_digit(c)) {
      if (!was_digit && ++groups > sizes.size()) return std::nullopt;
      ++sizes[groups - 1];
      ++digits;
      end = j + 1;
      was_digit = true;
      separators = 0;
      continue;
    }
    const bool is_separator =
        c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')' || (c == '+' && j == i);
    if (!is_separator || ++separators > 2) break;
    was_digit = false;
  }
  if (digits < 7 || digits > 15 || !word_ends_at(end)) return std::nullopt;
  const bool is_american = groups == 3 && sizes[0] == 3 && sizes[1] == 3 && sizes[2] == 4;
  if (has_prefix) {
    // "0.5 0.25 ..." and "(12) 1 2 3": groups of a real number are longer, bar a country code.
    const bool is_spread = groups > 2 && digits < 2 * groups;
    return is_spread || (at(i) == '(' && digits < 9) ? std::nullopt : std::optional{end};
  }
  return is_american ? std::optional{end} : std::nullopt;
}

// --- money ---

constexpr std::array<std::string_view, 21> kSigns{"R$", "US$", "A$", "C$",  "$",  "€",  "£",
                                                  "¥",  "₹",   "₩",  "₽", "฿",  "₺",  "₴",
                                                  "₫",  "zł",  "Kč", "Ft",  "kr", "лв", "元"};
constexpr std::array<std::string_view, 22> kCodes{"USD", "EUR", "GBP", "CHF", "JPY", "CNY", "SEK", "NOK",
                                                  "DKK", "PLN", "CZK", "HUF", "AUD", "CAD", "NZD", "INR",
                                                  "KRW", "BRL", "MXN", "TRY", "ZAR", "Fr."};
constexpr std::array<std::string_view, 27> kWords{
    "dollar", "dollars", "buck",   "bucks",   "euro",  "euros",  "pound",  "pounds", "quid",
    "pence",  "cent",    "cents",  "franken", "franc", "francs", "kronen", "kronor", "kroner",
    "zloty",  "rupee",   "rupees", "yen",     "peso",  "pesos",  "reais",  "libras", "dólares"};

// Digits with groups and decimals: "1,200.50", "1.200,50", "1 200", "12.-".
std::optional<std::size_t> Scanner::amount_at(std::size_t i) const {
  Number first = digits_from(i, 9);
  if (first.digits == 0 || is_digit(at(first.end))) return std::nullopt;
  std::size_t end = first.end;
  bool is_grouped = first.digits <= 3;
  while (true) {
    const char mark = at(end);
    std::size_t next = end + 1;
    if (mark != '.' && mark != ',' && mark != '\'' && mark != ' ') break;
    const Number group = digits_from(next, 10);
    if (group.digits == 3 && is_grouped) {
      end = group.end;
      continue;
    }
    if ((mark == '.' || mark == ',') && (group.digits == 1 || group.digits == 2)) end = group.end;
    if ((mark == '.' || mark == ',') && at(next) == '-') end = next + 1;
    break;
  }
  return end;
}

std::optional<std::size_t> Scanner::currency_at(std::size_t i, bool behind_amount) const {
  for (const std::string_view sign : kSigns) {
    if (!text_.substr(std::min(i, text_.size())).starts_with(sign)) continue;
    const bool is_spelled = is_ascii_letter(sign.back()) || sign == "zł" || sign == "Kč" || sign == "лв";
    if (!is_spelled || word_ends_at(i + sign.size())) return i + sign.size();
  }
  for (const std::string_view code : kCodes) {
    if (text_.substr(std::min(i, text_.size())).starts_with(code) &&
        (code.back() == '.' || word_ends_at(i + code.size()))) {
      return i + code.size();
    }
  }
  // Words stand behind the amount ("30 euros"); "Euro 2024" is a championship.
  if (!behind_amount) return std::nullopt;
  std::string word{word_from(i)};
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const bool is_currency = std::find(kWords.begin(), kWords.end(), word) != kWords.end();
  return is_currency && word_ends_at(i + word.size()) ? std::optional{i + word.size()} : std::nullopt;
}

std::optional<std::size_t> Scanner::money_at(std::size_t i) const {
  if (const auto amount = is_digit(at(i)) ? amount_at(i) : std::nullopt) {
    if (const auto currency = currency_at(skip_spaces(*amount), true)) return currency;
    return std::nullopt;
  }
  if (at(i) >= 'a' && at(i) <= 'z' && at(i) != 'k')
    return std::nullopt;  // most words: none is a sign or a code
  const auto currency = currency_at(i, false);
  if (!currency) return std::nullopt;
  const auto amount = amount_at(skip_spaces(*currency));
  if (!amount) return std::nullopt;
  if ((at(*amount) == 'k' || at(*amount) == 'K' || at(*amount) == 'm') && word_ends_at(*amount + 1))
    return *amount + 1;
  return word_ends_at(*amount) ? amount : std::nullopt;
}

// --- dates ---

std::optional<std::size_t> Scanner::digit_date_at(std::size_t i) const {
  const Number first = digits_from(i, 5);
  const char mark = at(first.end);
  if ((mark != '-' && mark != '.' && mark != '/') || first.digits == 0) return std::nullopt;
  const Number second = digits_from(first.end + 1, 5);
  if (second.digits == 0 || second.digits > 2 || at(second.end) != mark) return std::nullopt;
  const Number third = digits_from(second.end + 1, 5);
  if (!word_ends_at(third.end) || (at(third.end) == mark && is_digit(at(third.end + 1)))) return std::nullopt;
  const auto is_day = [](const Number& n) { return n.digits <= 2 && n.value >= 1 && n.value <= 31; };
  const auto is_month = [](const Number& n) { return n.digits <= 2 && n.value >= 1 && n.value <= 12; };
  const auto is_year = [](const Number& n) { return n.digits == 4 && n.value >= 1800 && n.value <= 2199; };
  const bool has_year_last = is_year(third) || (third.digits == 2 && mark != '-');
  const bool year_first = is_year(first) && is_month(second) && is_day(third);
  const bool year_last =
      has_year_last && ((is_day(first) && is_month(second)) || (is_month(first) && is_day(second)));
  return year_first || year_last ? std::optional{third.end} : std::nullopt;
}

// The end of a year that stands at `i`, behind blanks, a comma or "de".
std::optional<std::size_t> Scanner::year_after(std::size_t i) const {
  if (at(i) == ',') ++i;
  i = skip_spaces(i);
  if (text_.substr(std::min(i, text_.size())).starts_with("de ")) i = skip_spaces(i + 2);
  if (text_.substr(std::min(i, text_.size())).starts_with("del ")) i = skip_spaces(i + 3);
  const Number year = digits_from(i, 5);
  const bool is_year = year.digits == 4 && year.value >= 1800 && year.value <= 2199 && word_ends_at(year.end);
  return is_year ? std::optional{year.end} : std::nullopt;
}

// "12 March 2024", "12th of March", "12. März", "1er mars", "3 de mayo de 2024".
std::optional<std::size_t> Scanner::day_month_at(std::size_t i) const {
  const Number day = digits_from(i, 3);
  if (day.digits == 0 || day.digits > 2 || day.value < 1 || day.value > 31) return std::nullopt;
  std::size_t end = day.end;
  for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "º", "."}) {
    if (!text_.substr(end).starts_with(ending)) continue;
    end += ending.size();
    break;
  }
  const std::size_t after = skip_spaces(end);
  if (after == end && at(day.end) != '.') return std::nullopt;
  end = after;
  for (const std::string_view joint : {"of ", "de "}) {
    if (text_.substr(std::min(end, text_.size())).starts_with(joint)) end = skip_spaces(end + joint.size());
  }
  const std::string_view word = word_from(end);
  const MonthName month = month_named(word);
  if (month.month == 0 || (month.is_ambiguous && word[0] >= 'a')) return std::nullopt;
  end += word.size();
  if (is_word_byte(at(end))) return std::nullopt;
  if (month.is_short && at(end) == '.') ++end;
  return year_after(end).value_or(end);
}

// "March 12, 2024", "March 12th", "March 2024": with a capital, as in English.
std::optional<std::size_t> Scanner::month_first_at(std::size_t i) const {
  const std::string_view word = word_from(i);
  const MonthName month = month_named(word);
  if (month.month == 0) return std::nullopt;
  std::size_t end = i + word.size();
  if (is_word_byte(at(end))) return std::nullopt;
  if (month.is_short && at(end) == '.') ++end;
  const bool is_capital = (word[0] >= 'A' && word[0] <= 'Z');
  if (!month.is_short) {
    if (const auto year = year_after(end); year && (is_capital || !month.is_ambiguous)) return year;
  }
  if (!is_capital || !month.is_english) return std::nullopt;
  const std::size_t at_day = skip_spaces(end);
  const Number day = digits_from(at_day, 3);
  if (at_day == end || day.digits == 0 || day.digits > 2 || day.value < 1 || day.value > 31)
    return std::nullopt;
  end = day.end;
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (text_.substr(end).starts_with(ending)) end += ending.size();
  }
  // "May 5.5" and "March 12:30" are no days.
  if (!word_ends_at(end) || (!is_word_byte(at(end)) && at(end) != ' ' && is_digit(at(end + 1))))
    return std::nullopt;
  return year_after(end).value_or(end);
}

std::optional<std::size_t> Scanner::date_at(std::size_t i) const {
  if (is_digit(at(i))) {
    if (const auto end = digit_date_at(i)) return end;
    return day_month_at(i);
  }
  return month_first_at(i);
}

}  // namespace

const char* name_of(ExactKind kind) noexcept {
  switch (kind) {
    case ExactKind::Date:
      return "date";
    case ExactKind::Money:
      return "money";
    case ExactKind::Email:
      return "email";
    case ExactKind::Phone:
      break;
  }
  return "phone";
}

std::vector<ExactMention> find_exact_mentions(std::string_view text) {
  const Scanner scanner{text};
  std::vector<ExactMention> found;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == ' ') {
      ++at;
      continue;
    }
    const bool is_inside =
        at > 0 && is_word_byte(text[at - 1]) && static_cast<unsigned char>(c) < 0x80 && c != '$';
    const bool is_inside_number =
        at > 1 && is_digit(c) && (text[at - 1] == '.' || text[at - 1] == ',') && is_digit(text[at - 2]);
    std::optional<ExactMention> mention;
    const auto take = [&](ExactKind kind, std::optional<std::size_t> end) {
      if (!mention && end) mention = ExactMention{{at, *end}, kind};
    };
    if (!is_inside && !is_inside_number) {
      take(ExactKind::Date, scanner.date_at(at));
      take(ExactKind::Email, is_word_byte(c) ? scanner.email_at(at) : std::nullopt);
      take(ExactKind::Money, scanner.money_at(at));
      take(ExactKind::Phone, scanner.phone_at(at));
    }
    if (mention) {
      found.push_back(*mention);
      at = mention->bytes.end;
    } else {
      ++at;
    }
  }
  return found;
}

}  // namespace attune::text
