// Which emotions speak from each review, with how much certainty: a byte for each label and review
// that was read.
//
// The labels are the model's (GoEmotions, Demszky et al. 2020, with "neutral" as one of them). Values are
// scaled so that from 0.5 on a label counts as present (inference/text_scores.hpp); they are kept in steps of
// 1/254, and being on either side of 0.5 is kept exactly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "feedback/row_places.hpp"

namespace attune::feedback {

class EmotionColumn {
 public:
  // Forgets everything. No labels: the model knows no emotions, and no row is ever known.
  void reset(std::vector<std::string> labels);
  void resize(std::size_t rows);

  [[nodiscard]] const std::vector<std::string>& labels() const noexcept { return labels_; }
  // values: one a label, 0 to 1; otherwise (none given) the row stays as it is.
  void set(std::size_t row, std::span<const float> values);

  [[nodiscard]] bool is_known(std::size_t row) const noexcept { return places_.is_known(row); }
  // Of a known row.
  [[nodiscard]] float value(std::size_t row, std::size_t label) const noexcept {
    return static_cast<float>(cells_[places_[row] * labels_.size() + label]) / kSteps;
  }
  // Of any row; of one that is not known nothing is.
  [[nodiscard]] bool is_present(std::size_t row, std::size_t label) const noexcept {
    return places_.is_known(row) && cells_[places_[row] * labels_.size() + label] >= kHalf;
  }

 private:
  static constexpr float kSteps = 254;
  static constexpr std::uint8_t kHalf = 127;

  std::vector<std::string> labels_;
  RowPlaces places_;
  std::vector<std::uint8_t> cells_;  // [place][label]
};

}  // namespace attune::feedback
