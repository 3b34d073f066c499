#include "ingest/typed_columns.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/numbers.hpp"
#include "ingest/cell_shapes.hpp"
#include "ingest/feedback_fields.hpp"

namespace attune::ingest {
namespace {

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

// Most numbers are a few digits and nothing else. False if this one is not.
bool read_digits(std::string_view cell, double& number) noexcept {
  if (cell.empty() || cell.size() > 9) return false;
  std::uint32_t value = 0;
  for (const char c : cell) {
    const auto digit = static_cast<std::uint32_t>(static_cast<unsigned char>(c)) - '0';
    if (digit > 9) return false;
    value = value * 10 + digit;
  }
  number = value;
  return true;
}

}  // namespace

std::vector<double> read_numbers(const table::StringColumn& cells, const ColumnProfile& profile) {
  std::vector<double> numbers(cells.size());
  for (std::size_t row = 0; row < cells.size(); ++row) {
    const std::string_view cell = cells[row];
    if (read_digits(cell, numbers[row])) continue;
    std::optional<double> number = parse_number(cell, profile.number_style);
    if (!number) number = parse_amount(cell, profile.number_style);
    numbers[row] = number.value_or(kNoNumber);
  }
  return numbers;
}

std::vector<Days> read_days(const table::StringColumn& cells, const ColumnProfile& profile) {
  std::vector<Days> days(cells.size());
  for (std::size_t row = 0; row < cells.size(); ++row) {
    const std::optional<DateTime> date = parse_date(cells[row], profile.date_order);
    days[row] = date ? date->days : kNoDay;
  }
  return days;
}

}  // namespace attune::ingest
