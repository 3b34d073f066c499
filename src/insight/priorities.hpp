// The short list for people who have ten minutes: three things to fix, three to praise, whom to call back,
// what is new. Chosen from the other findings by rules that stand here; nothing is made up.
//
//   fix        drivers whose complaints cost the mean rating most, if that is more than chance; where ratings
//              are missing or too few: topics whose share of complaints is surely above that of all reviews
//   praise     drivers that surely raise the rating; else topics whose praise is surely above that of all
//   reviews call back  named people whose last review, of the newest 90 days, is bad or says they will not
//   come back new        topics that grew, appeared or went in the last 30 days
#pragma once

#include <vector>

#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"
#include "insight/topic_index.hpp"
#include "snapshot/insight.hpp"

namespace attune::insight {

// `insight` holds topics and drivers.
[[nodiscard]] std::vector<snapshot::Priority> choose_priorities(const feedback::Reviews& reviews,
                                                                const feedback::Readings& readings,
                                                                const snapshot::Insight& insight);

}  // namespace attune::insight
