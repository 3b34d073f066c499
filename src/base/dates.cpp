#include "base/dates.hpp"

#include <array>
#include <cstdio>

namespace attune {
namespace {

// A cursor over text that reads fixed-width digits.
class Reader {
 public:
  explicit Reader(std::string_view text) noexcept : text_{text} {}

  [[nodiscard]] bool at_end() const noexcept { return at_ == text_.size(); }
  [[nodiscard]] char peek() const noexcept { return at_end() ? '\0' : text_[at_]; }

  bool take(char wanted) noexcept {
    if (peek() != wanted) return false;
    ++at_;
    return true;
  }

  bool take(std::string_view wanted) noexcept {
    if (text_.substr(at_, wanted.size()) != wanted) return false;
    at_ += wanted.size();
    return true;
  }

  bool digits(int count, std::int32_t& value) noexcept {
    if (text_.size() - at_ < static_cast<std::size_t>(count)) return false;
    std::int32_t read = 0;
    for (int i = 0; i < count; ++i) {
      const char c = text_[at_ + static_cast<std::size_t>(i)];
      if (c < '0' || c > '9') return false;
      read = read * 10 + (c - '0');
    }
    at_ += static_cast<std::size_t>(count);
    value = read;
    return true;
  }

  void skip_digits() noexcept {
    while (peek() >= '0' && peek() <= '9') ++at_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// "18:40[:11[.25]]"; false leaves `second` undefined.
bool read_time(Reader& reader, std::int32_t& second) noexcept {
  std::int32_t hours = 0;
  std::int32_t minutes = 0;
  std::int32_t seconds = 0;
  if (!reader.digits(2, hours) || !reader.take(':') || !reader.digits(2, minutes)) return false;
  if (reader.take(':')) {
    if (!reader.digits(2, seconds)) return false;
    if (reader.take('.') || reader.take(',')) reader.skip_digits();
  }
  if (hours > 23 || minutes > 59 || seconds > 60) return false;
  second = hours * 3600 + minutes * 60 + (seconds == 60 ? 59 : seconds);
  return true;
}

// "Z", "UTC", "+02:00", "-0330" or nothing; `offset` in seconds east of UTC.
bool read_zone(Reader& reader, std::int32_t& offset) noexcept {
  offset = 0;
  reader.take(' ');
  if (reader.at_end() || reader.take('Z') || reader.take("UTC") || reader.take("GMT")) return reader.at_end();
  const std::int32_t sign = reader.peek() == '-' ? -1 : 1;
  if (!reader.take('+') && !reader.take('-')) return false;
  std::int32_t hours = 0;
  std::int32_t minutes = 0;
  if (!reader.digits(2, hours)) return false;
  reader.take(':');
  if (!reader.at_end() && !reader.digits(2, minutes)) return false;
  if (hours > 18 || minutes > 59) return false;
  offset = sign * (hours * 3600 + minutes * 60);
  return reader.at_end();
}

}  // namespace

bool is_leap_year(std::int32_t year) noexcept {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

std::int32_t days_in_month(std::int32_t year, std::int32_t month) noexcept {
  static constexpr std::array<std::int32_t, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool is_valid(const CivilDate& date) noexcept {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

Days days_from_civil(const CivilDate& date) noexcept {
  const std::int32_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int32_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int32_t year_of_era = year - era * 400;
  const std::int32_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const std::int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

CivilDate civil_from_days(Days days) noexcept {
  const std::int32_t shifted = days + 719468;
  const std::int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int32_t day_of_era = shifted - era * 146097;
  const std::int32_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int32_t shifted_month = (5 * day_of_year + 2) / 153;
  const std::int32_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  const std::int32_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return {year, month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

std::int32_t weekday_from_days(Days days) noexcept { return ((days % 7) + 7 + 3) % 7; }

std::string iso_from_days(Days days) {
  const CivilDate date = civil_from_days(days);
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return text.data();
}

std::string iso_from_date_time(const DateTime& time) {
  std::string text = iso_from_days(time.days);
  if (!time.has_time) return text;
  std::array<char, 48> clock{};
  std::snprintf(clock.data(), clock.size(), "T%02d:%02d:%02d", time.second_of_day / 3600,
                time.second_of_day / 60 % 60, time.second_of_day % 60);
  return text + clock.data();
}

std::optional<DateTime> parse_iso(std::string_view text) noexcept {
  Reader reader{text};
  CivilDate date;
  if (!reader.digits(4, date.year) || !reader.take('-') || !reader.digits(2, date.month) ||
      !reader.take('-') || !reader.digits(2, date.day) || !is_valid(date)) {
    return std::nullopt;
  }
  DateTime time{days_from_civil(date), 0, false};
  if (reader.at_end()) return time;
  if (!reader.take('T') && !reader.take('t') && !reader.take(' ')) return std::nullopt;
  std::int32_t second = 0;
  std::int32_t offset = 0;
  if (!read_time(reader, second) || !read_zone(reader, offset)) return std::nullopt;
  second -= offset;
  if (second < 0) {
    second += 86400;
    --time.days;
  } else if (second >= 86400) {
    second -= 86400;
    ++time.days;
  }
  time.second_of_day = second;
  time.has_time = true;
  return time;
}

}  // namespace attune
