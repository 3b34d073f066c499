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

std::optional<double> parse_amount(std::string_view cell, NumberStyle style) {
  cell = trimmed(cell);
  const bool is_negative = cell.size() > 1 && cell.front() == '-';
  if (is_negative) cell.remove_prefix(1);
  static_cast<void>(take_currency(cell));
  if (!cell.empty() && cell.back() == '%') cell = trimmed(cell.substr(0, cell.size() - 1));
  const std::optional<double> number = parse_number(cell, style);
  return number && is_negative ? -*number : number;
}

FeedbackFields::FeedbackFields(const table::Table& table, const RoleMap& roles)
    : table_{&table}, profiles_{roles.profiles}, text_columns_{roles.find_all(ColumnRole::Text)} {
  for (std::size_t role = 0; role < kColumnRoles; ++role) {
    columns_[role] = roles.find(static_cast<ColumnRole>(role)).value_or(kNoColumn);
  }
  rating_column_ = roles.find_rating().value_or(kNoColumn);
}

std::string_view FeedbackFields::cell(std::size_t row, ColumnRole role) const noexcept {
  const std::size_t column = column_of(role);
  return column == kNoColumn ? std::string_view{} : filled_cell(row, column);
}

std::string_view FeedbackFields::filled_cell(std::size_t row, std::size_t column) const noexcept {
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
  if (rating_column_ == kNoColumn) return std::nullopt;
  const std::string_view value = filled_cell(row, rating_column_);
  if (value.empty()) return std::nullopt;
  const std::size_t column = rating_column_;
  const bool is_recommendation = column == column_of(ColumnRole::Nps);
  const std::optional<double> stars =
      parse_rating(value, is_recommendation ? RatingScale::ZeroToTen : profiles_[column].rating_scale);
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
  const std::string_view value = cell(row, role);
  if (value.empty()) return std::nullopt;
  const std::size_t column = column_of(role);
  const std::optional<double> number = parse_amount(value, profiles_[column].number_style);
  if (!number)
    tell(diagnostics, DiagnosticKind::UnreadableNumber, row, column,
         "This is no number that could be read; it is left out of sums");
  return number;
}

void FeedbackFields::tell(Diagnostics& diagnostics, DiagnosticKind kind, std::size_t row, std::size_t column,
                          const char* reason) const {
  const table::Column& source = table_->columns[column];
  diagnostics.add({kind, row + 1, source.name, reason, std::string{source.cells[row]}, table_->name});
}

}  // namespace attune::ingest
