// Typed access to a table of feedback: what the analysis reads, whatever the columns are called.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.hpp"
#include "base/diagnostics.hpp"
#include "ingest/column_roles.hpp"
#include "table/table.hpp"

namespace attune::ingest {

// Reads dates as one column writes them. nullopt for what is no date in that style.
[[nodiscard]] std::optional<DateTime> parse_date(std::string_view cell, DateOrder order);

// A rating on the scale of 1 to 5 stars: linear from the scale it was given on. nullopt for what is none.
[[nodiscard]] std::optional<double> parse_rating(std::string_view cell, RatingScale scale);

// A number with or without a currency or a percent sign. nullopt for what is none.
[[nodiscard]] std::optional<double> parse_amount(std::string_view cell, NumberStyle style);

// The table must outlive it. Cells that cannot be read are told to `diagnostics` once, when they are read;
// empty cells are no fault.
class FeedbackFields {
 public:
  FeedbackFields(const table::Table& table, const RoleMap& roles);

  [[nodiscard]] std::size_t row_count() const noexcept { return table_->row_count(); }
  [[nodiscard]] bool has(ColumnRole role) const noexcept { return column_of(role) != kNoColumn; }

  // Title and text (and the answers of several text questions) joined by a full stop or a line; "" if there
  // is none.
  [[nodiscard]] std::string text(std::size_t row) const;
  // From the rating, or where a survey or a ticket has none, from the answer on satisfaction or
  // recommendation.
  [[nodiscard]] std::optional<double> rating(std::size_t row, Diagnostics& diagnostics) const;
  [[nodiscard]] std::optional<DateTime> date(std::size_t row, Diagnostics& diagnostics) const;
  // First and last name joined where there is no full name.
  [[nodiscard]] std::string author(std::size_t row) const;
  // The cell of any other role; "" if no column has it.
  [[nodiscard]] std::string_view cell(std::size_t row, ColumnRole role) const noexcept;
  [[nodiscard]] std::optional<double> number(std::size_t row, ColumnRole role,
                                             Diagnostics& diagnostics) const;

 private:
  static constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);
  [[nodiscard]] std::size_t column_of(ColumnRole role) const noexcept {
    return columns_[static_cast<std::size_t>(role)];
  }
  // Trimmed; "" where it says that there is nothing.
  [[nodiscard]] std::string_view filled_cell(std::size_t row, std::size_t column) const noexcept;
  void tell(Diagnostics& diagnostics, DiagnosticKind kind, std::size_t row, std::size_t column,
            const char* reason) const;

  const table::Table* table_;
  std::vector<ColumnProfile> profiles_;
  std::vector<std::size_t> text_columns_;
  std::size_t rating_column_ = kNoColumn;
  std::array<std::size_t, kColumnRoles> columns_{};  // kNoColumn where no column has the role
};

}  // namespace attune::ingest
