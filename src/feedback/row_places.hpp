// Where the values of each review stand in a column that grows as reviews are read: one that is not read yet
// takes four bytes, however long its values are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::feedback {

class RowPlaces {
 public:
  void clear() { *this = {}; }
  void resize(std::size_t rows) { places_.resize(rows, kNone); }
  [[nodiscard]] std::size_t rows() const noexcept { return places_.size(); }

  [[nodiscard]] bool is_known(std::size_t row) const noexcept {
    return row < places_.size() && places_[row] != kNone;
  }
  // Of a known row.
  [[nodiscard]] std::size_t operator[](std::size_t row) const noexcept { return places_[row]; }
  // The row's place; a new one at the end if it had none: then the column must grow to `taken()`.
  std::size_t take(std::size_t row) {
    if (places_[row] == kNone) places_[row] = taken_++;
    return places_[row];
  }
  [[nodiscard]] std::size_t taken() const noexcept { return taken_; }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::vector<std::uint32_t> places_;
  std::uint32_t taken_ = 0;
};

}  // namespace attune::feedback
