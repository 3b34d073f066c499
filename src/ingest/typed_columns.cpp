#include "ingest/typed_columns.hpp"

#include <optional>

#include "base/numbers.hpp"
#include "ingest/cell_shapes.hpp"
#include "ingest/feedback_fields.hpp"

namespace attune::ingest {

std::vector<double> read_numbers(const table::StringColumn& cells, const ColumnProfile& profile) {
  std::vector<double> numbers(cells.size());
  for (std::size_t row = 0; row < cells.size(); ++row) {
    std::optional<double> number = parse_number(cells[row], profile.number_style);
    if (!number) number = parse_amount(cells[row], profile.number_style);
    numbers[row] = number.value_or(std::numeric_limits<double>::quiet_NaN());
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
