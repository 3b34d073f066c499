#include "base/numbers.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include <fast_float/fast_float.h>

namespace attune {
namespace {

constexpr std::size_t kMaxDigits = 64;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// The size of the group separator at text[at], 0 if there is none: the mark that is not the decimal one, a
// space, an apostrophe (also U+2019), a no-break space (U+00A0), a narrow no-break space (U+202F) or thin
// space (U+2009).
std::size_t separator_size(std::string_view text, std::size_t at, NumberStyle style) noexcept {
  const char c = text[at];
  if (c == (style.decimal == '.' ? ',' : '.') || c == ' ' || c == '\'') return 1;
  if (text.substr(at, 2) == "\xC2\xA0") return 2;
  const std::string_view three = text.substr(at, 3);
  return three == "\xE2\x80\xAF" || three == "\xE2\x80\x89" || three == "\xE2\x80\x99" ? 3 : 0;
}

// A sign or accountant's brackets taken off; true if the number is negative. `ok` turns false on a half
// bracket.
bool take_sign(std::string_view& text, bool& ok) noexcept {
  if (text.empty()) return false;
  if (text.front() == '(') {
    ok = text.size() > 2 && text.back() == ')';
    if (ok) text = text.substr(1, text.size() - 2);
    return true;
  }
  if (text.substr(0, 3) == "\xE2\x88\x92") {  // U+2212, the typographic minus
    text.remove_prefix(3);
    return true;
  }
  if (text.front() == '-' || text.front() == '+') {
    const bool negative = text.front() == '-';
    text.remove_prefix(1);
    return negative;
  }
  if (text.back() == '-') {
    text.remove_suffix(1);
    return true;
  }
  return false;
}

// Copies the whole part without its separators. Groups, once begun, are three digits, or two before the last
// three.
bool copy_whole_part(std::string_view text, std::size_t& at, NumberStyle style,
                     std::array<char, kMaxDigits>& plain, std::size_t& size) noexcept {
  std::size_t group = 0;  // digits since the last separator
  bool grouped = false;
  std::string_view separator;
  while (at < text.size()) {
    if (is_digit(text[at])) {
      if (size + 2 >= plain.size()) return false;
      plain[size++] = text[at++];
      ++group;
      continue;
    }
    const std::size_t width = separator_size(text, at, style);
    if (width == 0 || at + width >= text.size() || !is_digit(text[at + width])) break;
    const std::string_view this_separator = text.substr(at, width);
    if (grouped ? (this_separator != separator || group < 2 || group > 3) : (group == 0 || group > 3))
      return false;
    separator = this_separator;
    grouped = true;
    group = 0;
    at += width;
  }
  return !grouped || group == 3;
}

constexpr std::array<double, 16> kPowersOfTen{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                              1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

// Up to 15 digits with at most one decimal mark among them. Both the digits and the power of ten are exact as
// doubles, so that the quotient is the nearest one (Clinger 1990). nullopt: not written so plainly.
std::optional<double> parse_plain_number(std::string_view text, char decimal) noexcept {
  const bool negative = !text.empty() && text.front() == '-';
  std::size_t at = negative ? 1 : 0;
  if (text.size() - at > 16) return std::nullopt;
  std::uint64_t digits = 0;
  std::size_t count = 0;
  std::size_t decimals = 0;
  bool has_mark = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (is_digit(c)) {
      digits = digits * 10 + static_cast<std::uint64_t>(c - '0');
      ++count;
      decimals += has_mark ? 1U : 0U;
    } else if (c == decimal && !has_mark && count > 0) {
      has_mark = true;
    } else {
      return std::nullopt;
    }
  }
  if (count == 0 || count > 15 || (has_mark && decimals == 0)) return std::nullopt;
  const double value = static_cast<double>(digits) / kPowersOfTen[decimals];
  return negative ? -value : value;
}

}  // namespace

std::optional<double> parse_number(std::string_view text, NumberStyle style) noexcept {
  if (const auto plain = parse_plain_number(text, style.decimal)) return plain;
  bool ok = true;
  const bool negative = take_sign(text, ok);
  if (!ok || text.empty()) return std::nullopt;

  std::array<char, kMaxDigits> plain{};
  std::size_t size = 0;
  std::size_t at = 0;
  if (!copy_whole_part(text, at, style, plain, size)) return std::nullopt;
  const std::size_t whole_digits = size;
  if (at < text.size() && text[at] == style.decimal) {
    plain[size++] = '.';
    ++at;
    while (at < text.size() && is_digit(text[at]) && size + 1 < plain.size()) plain[size++] = text[at++];
    if (size == whole_digits + 1) return std::nullopt;  // "12." and "." are no numbers here
  }
  if (size == 0) return std::nullopt;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    while (at < text.size() && size + 1 < plain.size()) plain[size++] = text[at++];
  }
  if (at != text.size()) return std::nullopt;

  double value = 0;
  const char* end = plain.data() + size;
  const auto read = fast_float::from_chars(plain.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) return std::nullopt;
  return negative ? -value : value;
}

std::optional<std::int64_t> parse_integer(std::string_view text) noexcept {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::string text_from_number(double value) {
  if (!std::isfinite(value)) return "";
  if (value == 0) return "0";
  std::array<char, 40> text{};
  if (std::abs(value) < 1e15 && value == std::trunc(value)) {
    const auto written =
        std::to_chars(text.data(), text.data() + text.size(), static_cast<std::int64_t>(value));
    return {text.data(), written.ptr};
  }
  const auto written = std::to_chars(text.data(), text.data() + text.size(), value);
  return {text.data(), written.ptr};
}

}  // namespace attune
