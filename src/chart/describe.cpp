#include "chart/describe.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/words.hpp"

namespace attune::chart {

std::vector<std::string> tooltip_lines(const Datum& datum, Locale locale) {
  std::vector<std::string> lines;
  if (!datum.series.empty()) lines.push_back(datum.series);
  if (!datum.where.empty()) lines.push_back(datum.where);
  if (!datum.value.empty()) {
    lines.push_back(datum.interval.empty() ? datum.value : datum.value + " (" + datum.interval + ")");
  }
  if (datum.count > 0) lines.push_back("n = " + format_count(datum.count, locale));
  return lines;
}

DataTable table_of(std::span<const Datum> data, std::string where_heading, Locale locale) {
  constexpr std::size_t kColumns = 5;
  const std::array<std::string, kColumns> headings{
      phrase(Phrase::Name, locale.language), std::move(where_heading), phrase(Phrase::Value, locale.language),
      phrase(Phrase::Interval, locale.language), phrase(Phrase::Count, locale.language)};
  const auto cell = [&](const Datum& datum, std::size_t column) -> std::string {
    switch (column) {
      case 0:
        return datum.series;
      case 1:
        return datum.where;
      case 2:
        return datum.value;
      case 3:
        return datum.interval;
      default:
        return datum.count > 0 ? format_count(datum.count, locale) : std::string{};
    }
  };
  const std::size_t rows = std::min(data.size(), kMostTableRows);
  const auto chosen = [&](std::size_t row) { return rows <= 1 ? 0 : row * (data.size() - 1) / (rows - 1); };
  DataTable table;
  table.rows.resize(rows);
  for (std::size_t column = 0; column < kColumns; ++column) {
    bool is_empty = true;
    for (std::size_t row = 0; row < rows && is_empty; ++row)
      is_empty = cell(data[chosen(row)], column).empty();
    if (is_empty) continue;
    table.columns.push_back(headings[column]);
    for (std::size_t row = 0; row < rows; ++row) table.rows[row].push_back(cell(data[chosen(row)], column));
  }
  return table;
}

DateForm natural_date_form(std::span<const double> seconds) {
  constexpr double kDay = 86400;
  double least = 0;
  bool is_whole_days = true;
  for (std::size_t i = 0; i < seconds.size(); ++i) {
    is_whole_days = is_whole_days && std::fmod(seconds[i], kDay) == 0;
    const double apart = i == 0 ? 0 : seconds[i] - seconds[i - 1];
    if (apart > 0 && (least == 0 || apart < least)) least = apart;
  }
  if (!is_whole_days) return DateForm::Minute;
  if (least >= 360 * kDay) return DateForm::Year;
  if (least >= 89 * kDay) return DateForm::Quarter;
  if (least >= 28 * kDay) return DateForm::MonthOfYear;
  return DateForm::DayOfYear;
}

}  // namespace attune::chart
