// The language each review is written in, and whether the model has learned it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attune::feedback {

class LanguageColumn {
 public:
  // Forgets everything. supported: codes of the languages the model was trained and measured on.
  void reset(std::vector<std::string> supported);
  void resize(std::size_t rows) { cells_.resize(rows, kUnknown); }

  // code: ISO 639-1, or "und" where it could not be told.
  void set(std::size_t row, std::string_view code);

  [[nodiscard]] bool is_known(std::size_t row) const noexcept {
    return row < cells_.size() && cells_[row] != kUnknown;
  }
  [[nodiscard]] std::vector<std::string> supported() const {
    return {codes_.begin() + 1, codes_.begin() + static_cast<std::ptrdiff_t>(first_unsupported_)};
  }
  // Of a known row: its code, "und" among them; lives as long as the column is not reset.
  [[nodiscard]] const std::string& operator[](std::size_t row) const noexcept { return codes_[cells_[row]]; }
  // The language is known and is none of the model's: what the model says of the row is a guess. A text too
  // short to tell ("und") gets the benefit of the doubt.
  [[nodiscard]] bool is_unsupported(std::size_t row) const noexcept {
    return is_known(row) && cells_[row] >= first_unsupported_;
  }

 private:
  static constexpr std::uint8_t kUnknown = 255;
  std::vector<std::string> codes_{"und"};  // then the supported ones, then others as they come
  std::size_t first_unsupported_ = 1;
  std::vector<std::uint8_t> cells_;  // index into codes_
};

}  // namespace attune::feedback
