#include "engine/review_builder.hpp"

#include <algorithm>

#include "ingest/column_types.hpp"
#include "ingest/feedback_fields.hpp"

namespace attune::engine {

using ingest::ColumnRole;
using ingest::TableKind;

bool holds_reviews(const ingest::RoleMap& roles) {
  const auto chosen = [&](ColumnRole role) {
    const auto at = roles.find(role);
    return at && roles.columns[*at].is_users;
  };
  if (chosen(ColumnRole::Text) || chosen(ColumnRole::Rating)) return true;
  switch (roles.kind) {
    case TableKind::Orders:
    case TableKind::OrderLines:
    case TableKind::Customers:
    case TableKind::Products:
    case TableKind::Events:
    case TableKind::Answers:
    case TableKind::Campaigns:
    case TableKind::ServiceCosts:
      return false;
    default:
      return roles.find(ColumnRole::Text).has_value() || roles.find_rating().has_value();
  }
}

// A place for each row: growing by doubling would take up to three times as much.
ReviewBuilder::ReviewBuilder(std::vector<ReviewSource> sources) : sources_{std::move(sources)} {
  const auto rows = static_cast<std::size_t>(rows_total());
  reviews_.ratings.reserve(rows);
  reviews_.days.reserve(rows);
  for (auto* ids : {&reviews_.source_ids, &reviews_.product_ids, &reviews_.place_ids}) ids->reserve(rows);
}

std::uint64_t ReviewBuilder::rows_total() const noexcept {
  std::uint64_t rows = 0;
  for (const ReviewSource& source : sources_) rows += source.table->row_count();
  return rows;
}

void ReviewBuilder::begin_part(const ReviewSource& source) {
  const auto& columns = source.table->columns;
  const auto column = [&](ColumnRole role) -> const table::StringColumn* {
    const auto at = source.roles->find(role);
    return at ? &columns[*at].cells : nullptr;
  };
  feedback::Part part{.file = source.file,
                      .table = source.table_number,
                      .first = static_cast<feedback::Row>(reviews_.size()),
                      .texts = {},
                      .title = column(ColumnRole::Title),
                      .author = column(ColumnRole::CustomerName),
                      .table_rows = {}};
  for (const std::size_t at : source.roles->find_all(ColumnRole::Text))
    part.texts.push_back(&columns[at].cells);
  part.table_rows.reserve(source.table->row_count());
  reviews_.parts.push_back(std::move(part));
  fields_.emplace(*source.table, *source.roles);
}

bool ReviewBuilder::advance(std::size_t rows) {
  while (rows > 0 && source_ < sources_.size()) {
    const ReviewSource& source = sources_[source_];
    if (row_ == 0) begin_part(source);
    const std::size_t end = std::min(row_ + rows, source.table->row_count());
    rows -= end - row_;
    rows_done_ += end - row_;
    for (; row_ < end; ++row_) add(source, *fields_, static_cast<std::uint32_t>(row_));
    if (row_ == source.table->row_count()) ++source_, row_ = 0;
  }
  return source_ < sources_.size();
}

void ReviewBuilder::add(const ReviewSource& source, const ingest::FeedbackFields& fields,
                        std::uint32_t table_row) {
  feedback::Part& part = reviews_.parts.back();
  const auto rating = fields.rating(table_row, *source.diagnostics);
  const auto says_something = [&](const table::StringColumn* column) {
    return column != nullptr && !ingest::is_missing((*column)[table_row]);
  };
  if (!rating && !says_something(part.title) &&
      std::none_of(part.texts.begin(), part.texts.end(), says_something)) {
    source.diagnostics->add(
        {.kind = DiagnosticKind::RejectedRow,
         .row = table_row + 1ULL,
         .column = {},
         .reason = "This row has neither a text nor a rating and is not counted as a review",
         .raw = {},
         .source = source.table->name});
    return;
  }
  const auto date = fields.date(table_row, *source.diagnostics);
  part.table_rows.push_back(table_row);
  reviews_.ratings.push_back(rating ? static_cast<float>(*rating) : 0.0F);
  reviews_.days.push_back(date ? date->days : feedback::Reviews::kNoDay);
  reviews_.source_ids.push_back(reviews_.sources.id_of(fields.cell(table_row, ColumnRole::Source)));
  reviews_.product_ids.push_back(reviews_.products.id_of(fields.cell(table_row, ColumnRole::Product)));
  reviews_.place_ids.push_back(reviews_.places.id_of(fields.cell(table_row, ColumnRole::Place)));
}

}  // namespace attune::engine
