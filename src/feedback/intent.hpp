// What the writer of each review wants: the likeliest intent and its probability, two bytes a review.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::feedback {

struct Intent {
  std::uint8_t label = 0;  // index into IntentColumn::labels()
  float p = 0;
};

class IntentColumn {
 public:
  // Forgets everything. No labels: the model knows no intents, and no row is ever known.
  void reset(std::vector<std::string> labels);
  void resize(std::size_t rows) { cells_.resize(rows); }

  [[nodiscard]] const std::vector<std::string>& labels() const noexcept { return labels_; }
  // p: a probability a label; otherwise (none given) the row stays as it is. Of equals the first label.
  void set(std::size_t row, std::span<const float> p);
  void set(std::size_t row, Intent intent);
  // The label's index; nullopt where the model knows none of that name.
  [[nodiscard]] std::optional<std::uint8_t> find_label(std::string_view label) const noexcept;

  [[nodiscard]] bool is_known(std::size_t row) const noexcept {
    return row < cells_.size() && cells_[row].label != kUnknown;
  }
  // Of a known row.
  [[nodiscard]] Intent operator[](std::size_t row) const noexcept {
    return {cells_[row].label, static_cast<float>(cells_[row].steps) / 255};
  }
  [[nodiscard]] const std::string& label(std::size_t row) const noexcept {
    return labels_[cells_[row].label];
  }

 private:
  static constexpr std::uint8_t kUnknown = 255;
  struct Cell {
    std::uint8_t label = kUnknown;
    std::uint8_t steps = 0;  // of 1/255
  };
  std::vector<std::string> labels_;
  std::vector<Cell> cells_;
};

}  // namespace attune::feedback
