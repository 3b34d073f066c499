// The aspects and names that the model marks in the reviews, put together: how often, how they are judged, in
// which words, for which product and source, since when.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/stepped.hpp"
#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"
#include "insight/driver_subjects.hpp"
#include "insight/review_writers.hpp"
#include "snapshot/topics.hpp"

namespace attune::insight {

struct MentionSummary {
  std::vector<snapshot::Aspect> aspects;  // most frequent first
  DriverSubjects said;                    // the same aspects by review, each on the side of its own words
  std::vector<snapshot::Entity> entities;
};

// All by reference must outlive it. `other_products`: names from order files, beside those of the reviews.
[[nodiscard]] Stepped<MentionSummary> summarise_mentions(const feedback::Reviews& reviews,
                                                         const feedback::Readings& readings,
                                                         const ReviewWriters& writers,
                                                         std::vector<std::string> other_products);

// What mentions of the same thing have in common: lower case, folded word by word (insight/folded_words.hpp).
[[nodiscard]] std::string mention_key(std::string_view mention);

}  // namespace attune::insight
