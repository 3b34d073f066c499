// What the cells of a column are, with the evidence counted over thousands of rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/numbers.hpp"
#include "table/string_column.hpp"

namespace attune::ingest {

enum class CellType : std::uint8_t {
  Empty,
  Text,
  Number,
  Money,
  Percent,
  Boolean,
  Date,
  Email,
  Phone,
  Url,
  Id
};
inline constexpr std::size_t kCellTypes = 11;
[[nodiscard]] const char* name_of(CellType type) noexcept;

// The order of day, month and year where a date is written in digits; Iso for 2024-03-09 and its like.
enum class DateOrder : std::uint8_t {
  Iso,
  DayMonthYear,
  MonthDayYear,
  EpochSeconds,
  EpochMillis,
  SheetSerial
};
[[nodiscard]] const char* name_of(DateOrder order) noexcept;

// The scale on which ratings are given.
enum class RatingScale : std::uint8_t {
  None,
  OneToFive,
  ZeroToTen,
  OneToTen,
  ZeroToHundred,
  Stars,
  Thumbs,
  Words
};
[[nodiscard]] const char* name_of(RatingScale scale) noexcept;

struct ColumnProfile {
  CellType type = CellType::Empty;
  double confidence = 0;     // share of the filled cells that are of this type
  std::size_t rows = 0;      // looked at
  std::size_t filled = 0;    // of those, not empty
  std::size_t distinct = 0;  // different filled cells, at most kMaxDistinct
  double mean_length = 0;    // bytes of a filled cell
  double mean_words = 0;     // words of a filled cell
  double low = 0;            // over the cells that are numbers
  double high = 0;
  bool all_whole = true;  // every number is whole

  NumberStyle number_style;
  std::string currency;  // its sign or code, e.g. "EUR" or "$"; empty: none seen
  DateOrder date_order = DateOrder::Iso;
  bool date_order_is_ambiguous = false;          // no day above 12 was seen: 03/04/2024 may be March or April
  RatingScale rating_scale = RatingScale::None;  // what the values would be as a rating
  std::vector<std::string> samples;              // the first different filled cells, at most 5

  static constexpr std::size_t kMaxDistinct = 1000;
};

// Looks at up to `max_rows` rows spread evenly over the column.
[[nodiscard]] ColumnProfile profile_column(const table::StringColumn& cells, std::size_t max_rows = 5000);

// True for "", "-", "n/a", "null", "none" and their like.
[[nodiscard]] bool is_missing(std::string_view cell) noexcept;

}  // namespace attune::ingest
