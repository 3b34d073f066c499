// Numbers, money, shares and dates as people of a language write them.
//
// Conventions from Unicode CLDR 44 for en, de, fr, es; dates in English as "3 Mar 2024", which nobody
// misreads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "chart/geometry.hpp"

namespace attune::chart {

enum class Language : std::uint8_t { English, German, French, Spanish };

struct Locale {
  Language language = Language::English;
};

// "de-AT" -> German. Any other language than these four gives English.
[[nodiscard]] Locale locale_from_tag(std::string_view tag) noexcept;

enum class Unit : std::uint8_t { Number, Count, Percent, Currency };

struct ValueFormat {
  Unit unit = Unit::Number;
  int decimals = -1;       // -1: as many as the size of the value asks for
  std::string currency{};  // ISO 4217, for Unit::Currency
};

inline const ValueFormat kCountFormat{Unit::Count, 0, {}};
inline const ValueFormat kPercentFormat{Unit::Percent, -1, {}};  // of a share: 0.42 is "42%"

// Grouped, rounded half to even in binary, with a real minus sign. NaN is "–", infinity "∞".
[[nodiscard]] std::string format_number(double value, int decimals, Locale locale);
[[nodiscard]] std::string format_value(double value, const ValueFormat& format, Locale locale);
// The format with its decimals settled for values up to `largest` in size, so that a column of them agrees.
[[nodiscard]] ValueFormat settled(ValueFormat format, double largest) noexcept;

[[nodiscard]] std::string format_count(std::int64_t count, Locale locale);

// "4.1 to 4.4"; both ends with the same decimals.
[[nodiscard]] std::string format_interval(Interval interval, const ValueFormat& format, Locale locale);

// A value on an axis whose ticks are `step` apart and reach up to `largest` in size: short, with just the
// decimals that tell neighbours apart, large ones as "20k" or "1.5M".
[[nodiscard]] std::string format_tick(double value, double step, double largest, const ValueFormat& format,
                                      Locale locale);

enum class DateForm : std::uint8_t {
  Hour,         // 14:00
  Day,          // 3 Mar
  DayOfYear,    // 3 Mar 2024
  Minute,       // 3 Mar 2024, 14:05
  Month,        // Mar
  MonthOfYear,  // Mar 2024
  Quarter,      // Q1 2024
  Year,         // 2024
};

// `seconds` since 1970-01-01 00:00, in whatever zone the data was written. Years -9999 to 9999, else "–".
[[nodiscard]] std::string format_date(double seconds, DateForm form, Locale locale);

}  // namespace attune::chart
