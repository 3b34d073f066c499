// A shop's own intents, taught by a few examples ("asks whether we cater", ten sentences): a text belongs to
// an intent when its direction of meaning lies near the examples' (nearest class mean, as in prototypical
// networks, Snell, Swersky, Zemel 2017), nearer than the shop's reviews in general.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "feedback/embedding.hpp"

namespace attune::feedback {

// How well the examples hold together: each is left out in turn and judged by the others.
struct LeaveOneOut {
  std::uint64_t n = 0;
  std::uint64_t recognised = 0;
};

class CustomIntent {
 public:
  static constexpr std::size_t kFewestExamples = 3;

  // examples: of length 1, all of the same size, at least kFewestExamples. background: reviews that are
  // mostly about other things; may be empty. The border lies a little below the examples, each judged by
  // the others, but never so low that more than a quarter of the background is above.
  CustomIntent(std::string name, std::span<const std::vector<float>> examples,
               std::span<const std::vector<float>> background);

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] const LeaveOneOut& leave_one_out() const noexcept { return leave_one_out_; }
  [[nodiscard]] std::size_t dimensions() const noexcept { return direction_.size(); }

  // 0 to 1; from 0.5 on the text belongs to the intent.
  [[nodiscard]] float membership(std::span<const float> embedding) const noexcept;

 private:
  std::string name_;
  std::vector<float> mean_;       // of the background
  std::vector<float> direction_;  // of the examples' mean seen from there, of length 1
  float border_ = 0;
  float width_ = 0.1F;  // of the rise of the membership around the border
  LeaveOneOut leave_one_out_;
};

// Which custom intent each review has, if any: the one with the highest membership, of equals the first.
class CustomIntentColumn {
 public:
  // Asks all known rows of the embeddings; quick enough for 100,000 reviews at once.
  void assign(std::span<const CustomIntent> intents, const EmbeddingColumn& embeddings);

  [[nodiscard]] std::optional<std::size_t> operator[](std::size_t row) const noexcept {
    if (row >= cells_.size() || cells_[row].intent == kNone) return std::nullopt;
    return cells_[row].intent;
  }
  // Of a row that has one.
  [[nodiscard]] float membership(std::size_t row) const noexcept {
    return static_cast<float>(cells_[row].steps) / 255;
  }
  [[nodiscard]] std::uint64_t count(std::size_t intent) const noexcept;

 private:
  static constexpr std::uint8_t kNone = 255;
  struct Cell {
    std::uint8_t intent = kNone;
    std::uint8_t steps = 0;
  };
  std::vector<Cell> cells_;
};

}  // namespace attune::feedback
