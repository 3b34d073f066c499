#include "ingest/feedback_fields.hpp"

#include "ingest/cell_shapes.hpp"

namespace attune::ingest {
namespace {

// Joins two parts of a text as sentences.
void append_part(std::string& text, std::string_view part) {
  part = trimmed(part);
  if (part.empty()) return;
  if (!text.empty()) {
    const char last = text.back();
    text += last == '.' || last == '!' || last == '?' ? " " : ". ";
  }
  text += part;
}

}  // namespace

FeedbackFields::FeedbackFields(const table::Table& table, const RoleMap& roles)
    : table_{&table}, profiles_{roles.profiles}, text_columns_{roles.find_all(ColumnRole::Text)} {
  for (std::size_t role = 0; role < kColumnRoles; ++role) {
    columns_[role] = roles.find(static_cast<ColumnRole>(role)).value_or(kNoColumn);
  }
}

std::string_view FeedbackFields::cell(std::size_t row, ColumnRole role) const noexcept {
  const std::size_t column = column_of(role);
  if (column == kNoColumn) return {};
  const std::string_view text = trimmed(table_->columns[column].cells[row]);
  return is_missing(text) ? std::string_view{} : text;
}

std::string FeedbackFields::text(std::size_t row) const {
  std::string text;
  append_part(text, cell(row, ColumnRole::Title));
  for (const std::size_t column : text_columns_) append_part(text, table_->columns[column].cells[row]);
  return text;
}

std::optional<double> FeedbackFields::rating(std::size_t row, Diagnostics& diagnostics) const {
  const std::string_view value = cell(row, ColumnRole::Rating);
  if (value.empty()) return std::nullopt;
  const std::size_t column = column_of(ColumnRole::Rating);
  const std::optional<double> stars = parse_rating(value, profiles_[column].rating_scale);
  if (!stars)
    tell(diagnostics, DiagnosticKind::UnreadableRating, row, column,
         "This is no rating on the column's scale; the row counts as not rated");
  return stars;
}

std::optional<DateTime> FeedbackFields::date(std::size_t row, Diagnostics& diagnostics) const {
  const std::string_view value = cell(row, ColumnRole::Date);
  if (value.empty()) return std::nullopt;
  const std::size_t column = column_of(ColumnRole::Date);
  const std::optional<DateTime> date = parse_date(value, profiles_[column].date_order);
  if (!date)
    tell(diagnostics, DiagnosticKind::UnreadableDate, row, column,
         "This is no date that could be read; the row counts as undated");
  return date;
}

std::string FeedbackFields::author(std::size_t row) const {
  std::string name{cell(row, ColumnRole::CustomerName)};
  if (!name.empty()) return name;
  name = cell(row, ColumnRole::FirstName);
  const std::string_view last = cell(row, ColumnRole::LastName);
  if (!name.empty() && !last.empty()) name += ' ';
  name += last;
  return name;
}

std::optional<double> FeedbackFields::number(std::size_t row, ColumnRole role,
                                             Diagnostics& diagnostics) const {
  std::string_view value = cell(row, role);
  if (value.empty()) return std::nullopt;
  const std::size_t column = column_of(role);
  const bool is_negative = value.size() > 1 && value.front() == '-';
  if (is_negative) value.remove_prefix(1);
  static_cast<void>(take_currency(value));
  if (!value.empty() && value.back() == '%') value = trimmed(value.substr(0, value.size() - 1));
  const std::optional<double> number = parse_number(value, profiles_[column].number_style);
  if (!number) {
    tell(diagnostics, DiagnosticKind::UnreadableNumber, row, column,
         "This is no number that could be read; it is left out of sums");
    return std::nullopt;
  }
  return is_negative ? -*number : *number;
}

void FeedbackFields::tell(Diagnostics& diagnostics, DiagnosticKind kind, std::size_t row, std::size_t column,
                          const char* reason) const {
  const table::Column& source = table_->columns[column];
  diagnostics.add({kind, row + 1, source.name, reason, std::string{source.cells[row]}, table_->name});
}

}  // namespace attune::ingest
