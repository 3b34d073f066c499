// Any measure over time: periods with intervals, the days of the week, and where the level changed.
//
// Change points: optimal segmentation with a penalty for each change (PELT: Killick, Fearnhead, Eckley 2012),
// over weeks, or days where the data are short; then a change is kept if the levels on both sides differ by
// more than chance, corrected for the number of places where it could have been.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/stepped.hpp"
#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"
#include "insight/topic_index.hpp"
#include "snapshot/trends.hpp"

namespace attune::insight {

// All must outlive it.
[[nodiscard]] Stepped<snapshot::Trends> find_trends(const feedback::Reviews& reviews,
                                                    const feedback::Readings& readings,
                                                    const TopicIndex& index);

// One period as change points see it: `n` cases with this mean and this variance of a case.
struct Level {
  double n = 0;
  double mean = 0;
  double variance = 0;
};

// Indices of the first period after each change, ascending; levels without cases carry no weight.
[[nodiscard]] std::vector<std::size_t> find_changes(std::span<const Level> levels);

}  // namespace attune::insight
