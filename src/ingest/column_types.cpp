#include "ingest/column_types.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <unordered_map>

#include "base/ascii.hpp"
#include "ingest/cell_shapes.hpp"
#include "ingest/date_formats.hpp"
#include "ingest/rating_scales.hpp"

namespace attune::ingest {
namespace {

// How the number cells of a column agree with each of the two decimal marks.
struct NumberEvidence {
  std::size_t fits_point = 0;
  std::size_t fits_comma = 0;
  std::size_t only_point = 0;  // "12.50", which no one means as a comma style
  std::size_t only_comma = 0;

  void add(std::string_view text, std::size_t cells) {
    const bool point = parse_number(text, {'.'}).has_value();
    const bool comma = parse_number(text, {','}).has_value();
    fits_point += point ? cells : 0U;
    fits_comma += comma ? cells : 0U;
    only_point += point && !comma ? cells : 0U;
    only_comma += comma && !point ? cells : 0U;
  }
  [[nodiscard]] NumberStyle style() const {
    return {only_comma > only_point || (only_comma == only_point && fits_comma > fits_point) ? ',' : '.'};
  }
};

struct Evidence {
  std::array<std::size_t, 13> shapes{};
  std::size_t filled = 0;
  NumberEvidence numbers;
  std::map<std::string, std::size_t> currencies;
  std::size_t day_first = 0;
  std::size_t month_first = 0;
  std::size_t ambiguous_dates = 0;

  [[nodiscard]] std::size_t of(CellShape shape) const { return shapes[static_cast<std::size_t>(shape)]; }
};

std::string_view number_text(std::string_view cell, std::string_view* currency) {
  std::string_view text = cell;
  const bool is_negative = text.size() > 1 && text.front() == '-';
  if (is_negative) text.remove_prefix(1);
  const std::string_view mark = take_currency(text);
  if (currency != nullptr) *currency = mark;
  if (mark.empty()) return cell.back() == '%' ? trimmed(cell.substr(0, cell.size() - 1)) : cell;
  return text;
}

// What `cells` cells say that are all written like this one.
void add_cells(Evidence& evidence, std::string_view cell, std::size_t cells) {
  const CellShape shape = shape_of(cell);
  evidence.shapes[static_cast<std::size_t>(shape)] += cells;
  evidence.filled += cells;
  if (shape == CellShape::Number || shape == CellShape::Money || shape == CellShape::Percent) {
    std::string_view currency;
    evidence.numbers.add(number_text(cell, &currency), cells);
    if (!currency.empty()) evidence.currencies[std::string{currency}] += cells;
  } else if (shape == CellShape::Date) {
    const DateEvidence date = date_evidence(cell);
    if (date.fits_day_first && date.fits_month_first) {
      evidence.ambiguous_dates += cells;
    } else {
      (date.fits_day_first ? evidence.day_first : evidence.month_first) += cells;
    }
  }
}

CellType type_of(const Evidence& evidence, double& confidence) {
  const auto share = [&](std::size_t count) {
    return static_cast<double>(count) / static_cast<double>(evidence.filled);
  };
  const std::size_t numbers = evidence.of(CellShape::Number);
  const std::size_t money = evidence.of(CellShape::Money);
  const std::size_t percents = evidence.of(CellShape::Percent);
  struct Claim {
    CellType type;
    std::size_t count;
  };
  const std::array<Claim, 8> claims{{{CellType::Number, numbers},
                                     {CellType::Money, money == 0 ? 0 : money + numbers},
                                     {CellType::Percent, percents == 0 ? 0 : percents + numbers},
                                     {CellType::Boolean, evidence.of(CellShape::Boolean)},
                                     {CellType::Date, evidence.of(CellShape::Date)},
                                     {CellType::Email, evidence.of(CellShape::Email)},
                                     {CellType::Phone, evidence.of(CellShape::Phone)},
                                     {CellType::Url, evidence.of(CellShape::Url)}}};
  const Claim* best = &claims.front();
  for (const Claim& claim : claims) {
    if (claim.count > best->count) best = &claim;
  }
  if (share(best->count) >= 0.8) {
    confidence = share(best->count);
    return best->type;
  }
  const std::size_t ids = evidence.of(CellShape::Id) + numbers;
  if (evidence.of(CellShape::Id) > 0 && share(ids) >= 0.9) {
    confidence = share(ids);
    return CellType::Id;
  }
  confidence = 1.0 - share(best->count);
  return CellType::Text;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += !is_space && !in_word ? 1U : 0U;
    in_word = !is_space;
  }
  return words;
}

struct TextHash : std::hash<std::string_view> {
  using is_transparent = void;
};

void settle_dates(ColumnProfile& profile, const Evidence& evidence) {
  profile.date_order =
      evidence.month_first > evidence.day_first ? DateOrder::MonthDayYear : DateOrder::DayMonthYear;
  const bool decided = evidence.month_first != evidence.day_first;
  profile.date_order_is_ambiguous = !decided && evidence.ambiguous_dates > 0;
  if (!decided && evidence.ambiguous_dates == 0) profile.date_order = DateOrder::Iso;
  const bool iso = std::all_of(profile.samples.begin(), profile.samples.end(),
                               [](const std::string& s) { return parse_iso(s).has_value(); });
  if (iso && !profile.samples.empty()) {
    profile.date_order = DateOrder::Iso;
    profile.date_order_is_ambiguous = false;
  }
}

// "19970131": eight digits that are a day of these two centuries, each of several.
bool are_compact_days(const std::map<std::string, std::size_t, std::less<>>& values,
                      const ColumnProfile& profile) {
  constexpr std::size_t kFewest = 5;
  if (values.size() < kFewest || profile.low < 19'000'101 || profile.high > 20'991'231) return false;
  return std::ranges::all_of(
      values, [](const auto& value) { return value.first.size() == 8 && recognises_date(value.first); });
}

}  // namespace

const char* name_of(CellType type) noexcept {
  static constexpr std::array<const char*, kCellTypes> kNames{
      "empty", "text", "number", "money", "percent", "boolean", "date", "email", "phone", "url", "id"};
  return kNames[static_cast<std::size_t>(type)];
}

const char* name_of(DateOrder order) noexcept {
  static constexpr std::array<const char*, 6> kNames{"year-month-day",          "day-month-year",
                                                     "month-day-year",          "seconds since 1970",
                                                     "milliseconds since 1970", "spreadsheet days"};
  return kNames[static_cast<std::size_t>(order)];
}

const char* name_of(RatingScale scale) noexcept {
  static constexpr std::array<const char*, 8> kNames{"none",  "1-5",   "0-10",   "1-10",
                                                     "0-100", "stars", "thumbs", "words"};
  return kNames[static_cast<std::size_t>(scale)];
}

bool is_missing(std::string_view cell) noexcept {
  const std::string_view text = trimmed(cell);
  if (text.size() > 6 || (!text.empty() && text.front() >= '0' && text.front() <= '9')) return false;
  std::array<char, 6> lower{};
  std::transform(text.begin(), text.end(), lower.begin(), [](char c) { return ascii_lower(c); });
  const std::string_view word{lower.data(), text.size()};
  for (const std::string_view missing :
       {"", "-", "--", "n/a", "na", "null", "none", "nan", "nil", "#n/a", "\\n", "?"}) {
    if (word == missing) return true;
  }
  return false;
}

ColumnProfile profile_column(const table::StringColumn& cells, std::size_t max_rows) {
  ColumnProfile profile;
  Evidence evidence;
  std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> counts;  // for lookups only
  // Of a column that stays in its file, the beginning is in memory.
  const std::size_t rows = cells.is_kept_in_file() ? std::min(cells.size(), 4 * max_rows) : cells.size();
  const std::size_t looked_at = std::min(rows, max_rows);
  double length = 0;
  double words = 0;
  for (std::size_t i = 0; i < looked_at; ++i) {
    const std::size_t row =
        rows <= max_rows ? i
                         : static_cast<std::size_t>(static_cast<double>(i) * static_cast<double>(rows) /
                                                    static_cast<double>(max_rows));
    ++profile.rows;
    const std::string_view cell = trimmed(cells[row]);
    if (is_missing(cell)) continue;
    length += static_cast<double>(cell.size());
    words += static_cast<double>(count_words(cell));
    if (const auto found = counts.find(cell); found != counts.end()) {
      ++found->second;
    } else if (counts.size() < ColumnProfile::kMaxDistinct) {
      counts.emplace(cell, 1);
      if (profile.samples.size() < 5) profile.samples.emplace_back(cell);
    } else {
      add_cells(evidence, cell, 1);
    }
  }
  // Equal cells are looked at once.
  const std::map<std::string, std::size_t, std::less<>> values{counts.begin(), counts.end()};
  for (const auto& [cell, cells_alike] : values) add_cells(evidence, cell, cells_alike);
  profile.filled = evidence.filled;
  profile.distinct = values.size();
  if (evidence.filled == 0) return profile;
  profile.mean_length = length / static_cast<double>(evidence.filled);
  profile.mean_words = words / static_cast<double>(evidence.filled);
  profile.type = type_of(evidence, profile.confidence);
  profile.number_style = evidence.numbers.style();
  for (const auto& [currency, count] : evidence.currencies) {
    if (profile.currency.empty() || count > evidence.currencies[profile.currency])
      profile.currency = currency;
  }
  settle_dates(profile, evidence);

  bool is_first = true;
  for (const auto& [value, count] : values) {
    const std::optional<double> number = parse_number(number_text(value, nullptr), profile.number_style);
    if (!number) continue;
    profile.low = is_first ? *number : std::min(profile.low, *number);
    profile.high = is_first ? *number : std::max(profile.high, *number);
    profile.all_whole = profile.all_whole && *number == std::trunc(*number);
    is_first = false;
  }
  if (profile.type == CellType::Number && profile.all_whole && are_compact_days(values, profile)) {
    profile.type = CellType::Date;
    profile.date_order = DateOrder::Iso;
  }
  profile.rating_scale = rating_scale_of(values, profile);
  return profile;
}

}  // namespace attune::ingest
