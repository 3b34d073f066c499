#include "ingest/csv_row_shapes.hpp"

#include <algorithm>
#include <set>

#include "ingest/cell_shapes.hpp"

namespace attune::ingest {

bool is_value(std::string_view cell) {
  switch (shape_of(cell)) {
    case CellShape::Empty:
    case CellShape::Word:
    case CellShape::Text:
    case CellShape::Id:
    case CellShape::Boolean:
      return false;
    default:
      return true;
  }
}

bool reads_like_header(const std::vector<std::string>& cells) {
  std::set<std::string_view> names;
  return std::all_of(cells.begin(), cells.end(), [&](const std::string& cell) {
    return !trimmed(cell).empty() && cell.size() <= 80 && !is_value(cell) && names.insert(cell).second;
  });
}

bool has_damage_over_lines(const CsvRecord& record) {
  return record.is_damaged &&
         std::any_of(record.fields.begin(), record.fields.end(), [&](const CsvField& field) {
           return field.is_quoted && field.is_damaged &&
                  record.raw.substr(field.begin, field.end - field.begin).find('\n') !=
                      std::string_view::npos;
         });
}

bool is_narrow(const std::vector<std::string>& cells, std::size_t width, bool after_blank) {
  const auto filled = static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [](const std::string& c) { return !trimmed(c).empty(); }));
  return cells.size() * 3 <= width || (after_blank && filled * 3 <= width);
}

}  // namespace attune::ingest
