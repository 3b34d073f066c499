#include "chart/format.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <vector>

namespace attune::chart {
namespace {

constexpr std::string_view kMinus = "\u2212";
constexpr std::string_view kMissing = "\u2013";
constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::string_view kNarrowNoBreakSpace = "\u202F";

struct Conventions {
  std::string_view decimal;
  std::string_view group;
  std::size_t digits_before_grouping;  // no group separator in numbers of fewer digits
  std::string_view before_percent;
  bool currency_first;
  std::string_view thousand, million, billion, trillion;
  std::string_view range;  // between the ends of an interval
};

const Conventions& conventions_of(Language language) noexcept {
  static constexpr std::array<Conventions, 4> kConventions{{
      {".", ",", 4, "", true, "k", "M", "bn", "tn", " to "},
      {",", ".", 4, kNoBreakSpace, false, "\u00A0Tsd.", "\u00A0Mio.", "\u00A0Mrd.", "\u00A0Bio.", " bis "},
      {",", kNarrowNoBreakSpace, 4, kNoBreakSpace, false, "\u00A0k", "\u00A0M", "\u00A0Md", "\u00A0Bn",
       " à "},
      {",", ".", 5, kNoBreakSpace, false, "\u00A0mil", "\u00A0M", "\u00A0mil\u00A0M", "\u00A0B", " a "},
  }};
  return kConventions[static_cast<std::size_t>(language)];
}

using MonthNames = std::array<std::string_view, 12>;

const MonthNames& month_names(Language language) noexcept {
  static constexpr std::array<MonthNames, 4> kMonths{{
      {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
      {"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."},
      {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
      {"ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"},
  }};
  return kMonths[static_cast<std::size_t>(language)];
}

std::string printed(const char* pattern, int precision, double value) {
  std::string text(static_cast<std::size_t>(std::snprintf(nullptr, 0, pattern, precision, value)), '\0');
  std::snprintf(text.data(), text.size() + 1, pattern, precision, value);
  return text;
}

std::string grouped(std::string_view digits, const Conventions& conventions) {
  if (digits.size() < conventions.digits_before_grouping) return std::string{digits};
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += conventions.group;
    text += digits[i];
  }
  return text;
}

std::string superscript(int exponent) {
  static constexpr std::array<std::string_view, 10> kDigits{"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                                            "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
  std::string text = exponent < 0 ? "\u207B" : "";
  for (const char digit : std::to_string(std::abs(exponent)))
    text += kDigits[static_cast<std::size_t>(digit - '0')];
  return text;
}

// 1.2×10¹⁸: for values that nobody reads digit by digit.
std::string scientific(double magnitude, const Conventions& conventions) {
  int exponent = static_cast<int>(std::floor(std::log10(magnitude)));
  std::string mantissa = printed("%.*f", 1, magnitude / std::pow(10.0, exponent));
  if (mantissa == "10.0") {
    mantissa = "1.0";
    ++exponent;
  }
  if (const std::size_t point = mantissa.find('.'); point != std::string::npos) {
    mantissa.replace(point, 1, conventions.decimal);
  }
  return mantissa + "\u00D710" + superscript(exponent);
}

std::string unsigned_number(double magnitude, int decimals, const Conventions& conventions) {
  if (magnitude >= 1e15 || (magnitude > 0 && magnitude < 1e-6)) return scientific(magnitude, conventions);
  const std::string plain = printed("%.*f", std::clamp(decimals, 0, 12), magnitude);
  const std::size_t point = plain.find('.');
  std::string text = grouped(plain.substr(0, point), conventions);
  if (point != std::string::npos) text.append(conventions.decimal).append(plain.substr(point + 1));
  return text;
}

// The sign goes before everything else, and a value that rounds to zero has none.
std::string signed_text(double value, const std::string& magnitude) {
  const bool shows_zero = magnitude.find_first_of("123456789") == std::string::npos;
  return value < 0 && !shows_zero ? std::string{kMinus} + magnitude : magnitude;
}

std::string currency_symbol(std::string_view code) {
  static constexpr std::array<std::array<std::string_view, 2>, 7> kSymbols{
      {{"EUR", "€"}, {"USD", "$"}, {"GBP", "£"}, {"JPY", "¥"}, {"INR", "₹"}, {"BRL", "R$"}, {"PLN", "zł"}}};
  for (const auto& [known, symbol] : kSymbols) {
    if (known == code) return std::string{symbol};
  }
  return std::string{code};
}

std::string with_currency(const std::string& number, std::string_view code, const Conventions& conventions) {
  const std::string symbol = currency_symbol(code);
  if (!conventions.currency_first) return number + std::string{kNoBreakSpace} + symbol;
  const bool is_word = symbol.size() == 3 && symbol[0] >= 'A' && symbol[0] <= 'Z';
  return symbol + (is_word ? std::string{kNoBreakSpace} : "") + number;
}

// Three significant digits, none invented for large numbers.
int natural_decimals(double magnitude) noexcept {
  if (magnitude == 0 || magnitude >= 100) return 0;
  if (magnitude >= 10) return 1;
  if (magnitude >= 1) return 2;
  return std::min(8, 2 - static_cast<int>(std::floor(std::log10(magnitude))));
}

int decimals_for(double magnitude, const ValueFormat& format) noexcept {
  if (format.decimals >= 0) return format.decimals;
  switch (format.unit) {
    case Unit::Count:
      return 0;
    case Unit::Percent:
      return magnitude > 0 && magnitude < 0.00995 ? 1 : 0;
    case Unit::Currency:
      return magnitude < 1000 ? 2 : 0;
    case Unit::Number:
      break;
  }
  return natural_decimals(magnitude);
}

std::string with_unit(double value, int decimals, const ValueFormat& format, Locale locale,
                      std::string_view suffix = "") {
  const Conventions& conventions = conventions_of(locale.language);
  const bool is_percent = format.unit == Unit::Percent;
  std::string text = unsigned_number(std::abs(value) * (is_percent ? 100 : 1), decimals, conventions);
  text += suffix;
  if (is_percent) text.append(conventions.before_percent).append("%");
  if (format.unit == Unit::Currency) text = with_currency(text, format.currency, conventions);
  return signed_text(value, text);
}

std::string not_finite(double value) {
  if (std::isnan(value)) return std::string{kMissing};
  return value < 0 ? std::string{kMinus} + "∞" : "∞";
}

struct Magnitude {
  double divisor;
  std::string_view suffix;
};

Magnitude magnitude_of(double largest, double step, const Conventions& conventions) noexcept {
  // Steps that are no round part of the unit would need more digits than they save.
  const auto suits = [&](double divisor) { return largest >= divisor && step >= divisor / 1000; };
  if (largest < 1e4) return {1, ""};
  if (suits(1e12)) return {1e12, conventions.trillion};
  if (suits(1e9)) return {1e9, conventions.billion};
  if (suits(1e6)) return {1e6, conventions.million};
  if (suits(1e3) && step >= 100) return {1e3, conventions.thousand};
  return {1, ""};
}

// The fewest decimals that write a multiple of `step` exactly.
int decimals_of_step(double step) noexcept {
  for (int decimals = 0; decimals < 12; ++decimals) {
    const double scaled = step * std::pow(10.0, decimals);
    if (std::abs(scaled - std::round(scaled)) < 1e-6 * scaled) return decimals;
  }
  return 12;
}

}  // namespace

Locale locale_from_tag(std::string_view tag) noexcept {
  const std::string_view language = tag.substr(0, tag.find_first_of("-_"));
  if (language == "de") return {Language::German};
  if (language == "fr") return {Language::French};
  if (language == "es") return {Language::Spanish};
  return {Language::English};
}

std::string format_number(double value, int decimals, Locale locale) {
  return format_value(value, {Unit::Number, decimals, {}}, locale);
}

std::string format_value(double value, const ValueFormat& format, Locale locale) {
  if (!std::isfinite(value)) return not_finite(value);
  return with_unit(value, decimals_for(std::abs(value), format), format, locale);
}

ValueFormat settled(ValueFormat format, double largest) noexcept {
  if (std::isfinite(largest)) format.decimals = decimals_for(std::abs(largest), format);
  return format;
}

std::string format_count(std::int64_t count, Locale locale) {
  return format_value(real(count), kCountFormat, locale);
}

std::string format_interval(Interval interval, const ValueFormat& format, Locale locale) {
  const ValueFormat same = settled(format, std::max(std::abs(interval.from), std::abs(interval.to)));
  return format_value(interval.from, same, locale) + std::string{conventions_of(locale.language).range} +
         format_value(interval.to, same, locale);
}

std::string format_tick(double value, double step, double largest, const ValueFormat& format, Locale locale) {
  if (!std::isfinite(value)) return not_finite(value);
  const double factor = format.unit == Unit::Percent ? 100 : 1;
  if (largest >= 1e15) return format_value(value, format, locale);
  const Magnitude magnitude = magnitude_of(largest * factor, step * factor, conventions_of(locale.language));
  int decimals = decimals_of_step(step * factor / magnitude.divisor);
  if (format.unit == Unit::Currency && decimals == 1) decimals = 2;
  const bool is_zero = std::abs(value) < step * 1e-9;
  if (is_zero) return with_unit(0, magnitude.divisor > 1 ? 0 : decimals, format, locale);
  if (magnitude.divisor > 1) {
    decimals = std::min(decimals, decimals_of_step(std::abs(value) / magnitude.divisor));  // 1M next to 1.5M
  }
  return with_unit(value / magnitude.divisor, decimals, format, locale, magnitude.suffix);
}

std::string format_date(double seconds, DateForm form, Locale locale) {
  constexpr double kYearsApart = 9999.0 * 366 * 86400;
  if (!std::isfinite(seconds) || std::abs(seconds) > kYearsApart) return std::string{kMissing};
  const auto moment =
      std::chrono::sys_seconds{std::chrono::seconds{static_cast<std::int64_t>(std::floor(seconds))}};
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date{day};
  const std::int64_t minutes = std::chrono::duration_cast<std::chrono::minutes>(moment - day).count();
  const unsigned month = static_cast<unsigned>(date.month());
  const std::string year = std::to_string(static_cast<int>(date.year()));
  const std::string name{month_names(locale.language)[month - 1]};
  const std::string number = std::to_string(static_cast<unsigned>(date.day()));
  const std::string day_text = number + (locale.language == Language::German ? ". " : " ") + name;
  const auto clock = [&](std::int64_t minute) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", static_cast<int>(minute / 60),
                  static_cast<int>(minute % 60));
    return std::string{text.data()};
  };
  switch (form) {
    case DateForm::Hour:
      return clock(minutes);
    case DateForm::Day:
      return day_text;
    case DateForm::DayOfYear:
      return day_text + " " + year;
    case DateForm::Minute:
      return day_text + " " + year + ", " + clock(minutes);
    case DateForm::Month:
      return name;
    case DateForm::MonthOfYear:
      return name + " " + year;
    case DateForm::Quarter:
      return (locale.language == Language::English || locale.language == Language::German ? "Q" : "T") +
             std::to_string((month + 2) / 3) + " " + year;
    case DateForm::Year:
      return year;
  }
  return year;
}

}  // namespace attune::chart
