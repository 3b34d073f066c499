// How each review feels, as the model sees it, and the plain answers made from it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "feedback/row_places.hpp"
#include "inference/text_scores.hpp"

namespace attune::feedback {

using inference::Sentiment;

[[nodiscard]] const char* name_of(Sentiment sentiment) noexcept;  // "negative", "neutral", "positive"

// What the model says about one text: probabilities that sum to 1.
struct Feeling {
  std::array<float, 3> p{};  // negative, neutral, positive
  float score = 0;           // -1..1
  float stars = 0;           // expected, 1..5
};

[[nodiscard]] Feeling feeling_from_scores(const inference::TextScores& scores) noexcept;

// Below this probability of the likeliest class the honest answer is "not sure".
inline constexpr float kSureFrom = 0.5F;
// A review is mixed when praise and complaint are both at least this likely.
inline constexpr float kMixedFrom = 0.25F;

[[nodiscard]] Sentiment sentiment_of(const Feeling& feeling) noexcept;  // of equals the more negative
[[nodiscard]] bool is_mixed(const Feeling& feeling) noexcept;
[[nodiscard]] bool is_unsure(const Feeling& feeling) noexcept;  // and not mixed

// The feelings of all reviews, filled in any order.
class FeelingColumn {
 public:
  void resize(std::size_t rows) { places_.resize(rows); }
  [[nodiscard]] std::size_t size() const noexcept { return places_.rows(); }
  void set(std::size_t row, const Feeling& feeling) {
    const std::size_t place = places_.take(row);
    cells_.resize(places_.taken());
    cells_[place] = feeling;
  }
  [[nodiscard]] bool is_known(std::size_t row) const noexcept {
    return places_.is_known(row) && cells_[places_[row]].stars > 0;
  }
  // Of one that is not known: nothing but zeros.
  [[nodiscard]] const Feeling& operator[](std::size_t row) const noexcept {
    return places_.is_known(row) ? cells_[places_[row]] : kUnknown;
  }

 private:
  static constexpr Feeling kUnknown{};
  RowPlaces places_;
  std::vector<Feeling> cells_;
};

}  // namespace attune::feedback
