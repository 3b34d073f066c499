// What each review is about, as a direction: texts that mean the like point the same way. A byte for each
// dimension and review that was read, and one factor; 100,000 reviews of 128 dimensions take 14 MB.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "feedback/row_places.hpp"

namespace attune::feedback {

class EmbeddingColumn {
 public:
  // Forgets everything. 0 dimensions: the model gives no embeddings, and no row is ever known.
  void reset(std::size_t dimensions);
  void resize(std::size_t rows);

  [[nodiscard]] std::size_t dimensions() const noexcept { return dimensions_; }
  [[nodiscard]] std::size_t size() const noexcept { return places_.rows(); }
  // values: of length 1, one a dimension; otherwise (none given, or all zero) the row stays unknown.
  void set(std::size_t row, std::span<const float> values);

  [[nodiscard]] bool is_known(std::size_t row) const noexcept { return places_.is_known(row); }
  // What follows is asked of known rows only.
  // The row's direction, of length 1 but for rounding (cosines change by less than 0.01). values:
  // `dimensions`.
  void read(std::size_t row, std::span<float> values) const noexcept;
  // The same in steps: multiplied by factor(row) they are the values.
  [[nodiscard]] std::span<const std::int8_t> steps(std::size_t row) const noexcept {
    return std::span{steps_}.subspan(places_[row] * dimensions_, dimensions_);
  }
  [[nodiscard]] float factor(std::size_t row) const noexcept { return factors_[places_[row]]; }
  // From -1 to 1.
  [[nodiscard]] float cosine(std::size_t a, std::size_t b) const noexcept;

 private:
  std::size_t dimensions_ = 0;
  RowPlaces places_;
  std::vector<std::int8_t> steps_;  // [place][dimension]
  std::vector<float> factors_;      // [place]
};

}  // namespace attune::feedback
