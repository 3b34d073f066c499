#include "ingest/sheet_values.hpp"

#include <array>
#include <cmath>
#include <cstdio>

#include "base/dates.hpp"
#include "base/numbers.hpp"
#include "base/utf8.hpp"

namespace attune::ingest {
namespace {

constexpr double kDaysFrom1899To1970 = 25569;  // 1899-12-30 to 1970-01-01
constexpr double kLastSerial = 2958465;        // 9999-12-31

bool is_hex(char c) noexcept { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }

std::string clock_text(std::int64_t seconds) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%02lld:%02lld:%02lld", static_cast<long long>(seconds / 3600),
                static_cast<long long>(seconds / 60 % 60), static_cast<long long>(seconds % 60));
  return text.data();
}

}  // namespace

NumberFormat format_of_code(std::string_view code) noexcept {
  bool has_date = false;
  bool has_time = false;
  bool has_month_or_minute = false;
  bool is_duration = false;
  code = code.substr(0, code.find(';'));  // the format of positive numbers
  if (code == "General") return NumberFormat::General;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = static_cast<char>(code[at] | 0x20);
    if (code[at] == '\\' || code[at] == '_' || code[at] == '*') {
      ++at;
    } else if (code[at] == '"') {
      at = std::min(code.find('"', at + 1), code.size());
    } else if (code[at] == '[') {
      const std::size_t end = std::min(code.find(']', at), code.size());
      const char inside = at + 1 < code.size() ? static_cast<char>(code[at + 1] | 0x20) : ' ';
      // "[h]", "[mm]" count on; "[Red]", "[$-409]" do not.
      const bool counts =
          (inside == 'h' || inside == 'm' || inside == 's') &&
          code.substr(at + 1, end - at - 1).find_first_not_of("hHmMsS") == std::string_view::npos;
      is_duration = is_duration || counts;
      at = end;
    } else if (c == 'd' || c == 'y') {
      has_date = true;
    } else if (c == 'h' || c == 's') {
      has_time = true;
    } else if (c == 'm') {
      has_month_or_minute = true;
    } else if (code[at] == '0' || code[at] == '#' || code[at] == '?') {
      if (!has_time && !is_duration)
        return NumberFormat::General;  // digits: "0.00", not the fraction of "ss.000"
    }
  }
  if (is_duration) return NumberFormat::Duration;
  if (has_date && has_time) return NumberFormat::DateTime;
  if (has_time) return NumberFormat::Time;
  return has_date || has_month_or_minute ? NumberFormat::Date : NumberFormat::General;
}

NumberFormat format_of_builtin(std::uint32_t id) noexcept {
  if (id == 22) return NumberFormat::DateTime;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 ||
      id == 58)
    return NumberFormat::Date;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56)
    return NumberFormat::Time;
  return id == 46 ? NumberFormat::Duration : NumberFormat::General;
}

std::string text_from_serial(double serial, NumberFormat format, double days_offset) {
  if (format == NumberFormat::Duration && serial >= 0 && serial <= kLastSerial)
    return clock_text(std::llround(serial * 86400));
  double days = serial + days_offset;
  if (days_offset == 0 && days < 60) days += 1;  // the 1900 system counts a 29 February 1900 that never was
  if (!(serial >= 0) || days > kLastSerial + 1) return text_from_number(serial);
  double whole = std::floor(days);
  std::int64_t seconds = std::llround((days - whole) * 86400);
  if (seconds == 86400) {
    seconds = 0;
    whole += 1;
  }
  if (format == NumberFormat::Time && serial < 1) return clock_text(seconds);
  const bool has_time = format != NumberFormat::Date || seconds != 0;
  return iso_from_date_time(
      {static_cast<Days>(whole - kDaysFrom1899To1970), static_cast<std::int32_t>(seconds), has_time});
}

std::string text_from_sheet_number(std::string_view number) {
  const std::optional<double> value = parse_number(number);
  if (!value) return std::string{number};
  if (number.size() <= 15) return text_from_number(*value);
  std::array<char, 40> rounded{};
  std::snprintf(rounded.data(), rounded.size(), "%.15g", *value);
  return text_from_number(parse_number(rounded.data()).value_or(*value));
}

std::optional<std::size_t> column_of_reference(std::string_view reference) noexcept {
  std::size_t column = 0;
  std::size_t letters = 0;
  for (const char c : reference) {
    const char lower = static_cast<char>(c | 0x20);
    if (lower < 'a' || lower > 'z') break;
    column = column * 26 + static_cast<std::size_t>(lower - 'a' + 1);
    if (++letters > 4) return std::nullopt;
  }
  if (letters == 0) return std::nullopt;
  return column - 1;
}

std::optional<std::uint64_t> row_of_reference(std::string_view reference) noexcept {
  const std::size_t digits = reference.find_first_of("0123456789");
  if (digits == std::string_view::npos) return std::nullopt;
  const std::optional<std::int64_t> row = parse_integer(reference.substr(digits));
  if (!row || *row < 1) return std::nullopt;
  return static_cast<std::uint64_t>(*row);
}

std::string resolve_sheet_escapes(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view escape = text.substr(at, 7);
    const bool is_escape = escape.size() == 7 && escape[0] == '_' && escape[1] == 'x' && escape[6] == '_' &&
                           is_hex(escape[2]) && is_hex(escape[3]) && is_hex(escape[4]) && is_hex(escape[5]);
    if (!is_escape) {
      plain += text[at++];
      continue;
    }
    char32_t value = 0;
    for (const char c : escape.substr(2, 4))
      value = value * 16 + static_cast<char32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    if (value != '\r') utf8::append(plain, value);
    at += 7;
  }
  return plain;
}

}  // namespace attune::ingest
