// What moves an outcome (the rating, the net promoter score, whether people come back): the effect of each
// topic or aspect in its unit (stars, points), how much of it that explains, and what would change if half of
// the complaints had not been made.
//
// A relation in these reviews, all subjects considered together; not yet a cause.
//   effect      a ridge regression of the outcome on "mentions the subject", with intervals that hold when
//   the
//               spread of ratings differs between reviews (HC3: MacKinnon, White 1985)
//   importance  the subject's Shapley value of R^2 (Lindeman, Merenda, Gold 1980; "LMG") by seeded
//   permutations
//               and their reverses, with an interval from leaving out a twentieth of the reviews at a time
//   if_halved   from a second regression on "complains about" and "praises": minus half of the share of
//   reviews
//               that complain, times the effect of complaining. Without the model's feelings: from the
//               mentions.
//   q           p corrected for the number of subjects (Benjamini, Hochberg 1995)
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/stepped.hpp"
#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"
#include "insight/driver_subjects.hpp"
#include "insight/metrics.hpp"
#include "snapshot/insight.hpp"
#include "stats/matrix.hpp"

namespace attune::insight {

// What may be moved, one value a review; NaN: not known.
//   the stars given
[[nodiscard]] std::vector<float> ratings_of(const feedback::Reviews& reviews);
//   100 for promoters (9, 10), -100 for detractors (0 to 6), 0 between: their mean is the net promoter score
[[nodiscard]] std::vector<float> recommendations_of(const feedback::Reviews& reviews,
                                                    const MetricSources::Question& question);
//   whether they came back: ReviewWriters::came_back

// All but `outcome`, one value a review, must outlive it.
[[nodiscard]] Stepped<snapshot::Drivers> find_drivers(const feedback::Reviews& reviews,
                                                      const feedback::Readings& readings,
                                                      const DriverSubjects& subjects,
                                                      std::vector<float> outcome);

struct LinearEffect {
  double value = 0, low = 0, high = 0, p = 1;
};

// Least squares of `outcome` on 0/1 columns with an intercept; a ridge of one review keeps it defined.
// features[i] lists the columns that are 1 in row i, each once.
struct SparseRows {
  std::vector<std::uint32_t> begins{0};
  std::vector<std::uint16_t> columns;
  std::size_t width = 0;
  [[nodiscard]] std::size_t size() const noexcept { return begins.size() - 1; }
  [[nodiscard]] std::span<const std::uint16_t> row(std::size_t i) const {
    return std::span{columns}.subspan(begins[i], begins[i + 1] - begins[i]);
  }
};
[[nodiscard]] Stepped<std::vector<LinearEffect>> linear_effects(const SparseRows& features,
                                                                std::span<const double> outcome);

// Shares of R^2, one a column, that sum to R^2; `explained` is R^2.
struct Importance {
  double explained = 0;
  std::vector<double> shares;
};
// covariance: of the columns, then of the outcome, (width + 1) x (width + 1).
[[nodiscard]] Importance shapley_importance(const stats::Matrix& covariance, int permutations);

}  // namespace attune::insight
