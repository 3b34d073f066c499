// How rarely chance gives a mean rating this far from the usual one.
#pragma once

#include <array>
#include <cstdint>

namespace attune::insight {

// Ratings from 1 to 5, counted by quarters of a star.
struct RatingCounts {
  static constexpr std::size_t kSteps = 17;
  static constexpr double kStep = 0.25;
  std::array<std::uint32_t, kSteps> counts{};
  std::uint64_t n = 0;

  void add(double rating) noexcept;
  void add(const RatingCounts& other) noexcept;
  [[nodiscard]] static double value(std::size_t step) noexcept {
    return 1 + kStep * static_cast<double>(step);
  }
  [[nodiscard]] double mean() const noexcept;      // 0 where there are none
  [[nodiscard]] double variance() const noexcept;  // of the ratings themselves
};

// The probability that as many ratings as in `part`, drawn from `all`, have a mean at least as far on its
// side: the saddle-point formula of Lugannani and Rice (1980) for the ratings as they are, however skewed,
// half a step wider because they are steps. Drawn with replacement, which is never rarer than what was drawn
// (Hoeffding 1963).
[[nodiscard]] double mean_tail(const RatingCounts& all, const RatingCounts& part);

}  // namespace attune::insight
