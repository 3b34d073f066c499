// Makes the columns of Reviews from tables and their roles, some rows at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/diagnostics.hpp"
#include "feedback/reviews.hpp"
#include "ingest/column_roles.hpp"
#include "ingest/feedback_fields.hpp"
#include "table/table.hpp"

namespace attune::engine {

// A table to take reviews from. All it points to must outlive the builder, the table the reviews as well.
struct ReviewSource {
  std::uint32_t file = 0;
  std::uint32_t table_number = 0;
  const table::Table* table = nullptr;
  const ingest::RoleMap* roles = nullptr;
  Diagnostics* diagnostics = nullptr;  // told of cells that cannot be read
};

// Orders and customer lists hold no reviews, unless the user says which column is the text or the rating.
[[nodiscard]] bool holds_reviews(const ingest::RoleMap& roles);

class ReviewBuilder {
 public:
  explicit ReviewBuilder(std::vector<ReviewSource> sources);

  // Reads up to `rows` more table rows; false when all are read.
  bool advance(std::size_t rows);
  [[nodiscard]] std::uint64_t rows_done() const noexcept { return rows_done_; }
  [[nodiscard]] std::uint64_t rows_total() const noexcept;
  // After advance() has returned false.
  [[nodiscard]] feedback::Reviews take() { return std::move(reviews_); }

 private:
  void begin_part(const ReviewSource& source);
  void add(const ReviewSource& source, const ingest::FeedbackFields& fields, std::uint32_t table_row);

  std::vector<ReviewSource> sources_;
  std::optional<ingest::FeedbackFields> fields_;  // of the source that is read
  std::size_t source_ = 0;
  std::size_t row_ = 0;
  std::uint64_t rows_done_ = 0;
  feedback::Reviews reviews_;
};

}  // namespace attune::engine
