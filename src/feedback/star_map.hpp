// From the model's stars to this shop's stars: some shops' customers give five for "fine", others four for
// "wonderful". Learned from the reviews that carry both, tried on reviews it has not seen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::feedback {

// Rising and piecewise linear; constant outside. Empty: every number maps to itself.
struct StarMap {
  std::vector<double> from;  // rising model stars
  std::vector<double> to;    // rising shop stars, 1 to 5
  [[nodiscard]] double operator()(double stars) const;
  friend bool operator==(const StarMap&, const StarMap&) = default;
};

struct StarPair {
  double model = 0;   // expected stars, 1 to 5
  double rating = 0;  // given by the customer, 1 to 5
};

// How near two ways to give stars come: shares of whole stars that are the same, or at most one apart, and
// the mean distance of whole stars.
struct StarAgreement {
  std::uint64_t n = 0;
  std::uint64_t exact = 0;
  std::uint64_t within_one = 0;
  double mean_distance = 0;
};

enum class StarMapKind : std::uint8_t { AsIs, Isotonic, Matched };

struct Recalibration {
  StarMapKind kind = StarMapKind::AsIs;  // the one that did best on held-out reviews
  StarMap map;                           // learned from all pairs
  StarAgreement before;                  // the model's own stars, on all pairs
  StarAgreement after;                   // mapped, each pair by a map learned without it (cross-validated)
};

// Fewer pairs teach nothing that would hold: the result is AsIs.
inline constexpr std::size_t kFewestStarPairs = 50;

// Tries the stars as they are, a monotone regression (Ayer et al. 1955), and the monotone map that gives each
// star as often as the shop's customers do (quantile matching), with ten-fold cross-validation, seeded. A map
// is taken only if it is nearer by more than twice the standard error of the difference; of equals the
// plainer one. Linear in the number of pairs, but for sorting them.
[[nodiscard]] Recalibration recalibrate_stars(std::span<const StarPair> pairs);

[[nodiscard]] int whole_star(double stars) noexcept;  // 1 to 5, halves rounded up

}  // namespace attune::feedback
