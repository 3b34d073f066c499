// What a run's readings come to, for the snapshot: languages, emotions, intents, how well the stars agree,
// and what people taught.
#pragma once

#include <vector>

#include "engine/teachings.hpp"
#include "feedback/custom_intents.hpp"
#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"
#include "feedback/star_map.hpp"
#include "snapshot/snapshot.hpp"

namespace attune::engine {

// What is worked out anew from readings and teachings when all texts are read.
struct Taught {
  std::vector<feedback::CustomIntent> intents;  // in the order of Teachings::intents
  feedback::CustomIntentColumn intent_column;
  feedback::Recalibration stars;
};

// Some 50 ms for 100,000 reviews; stars are learned from an even sample of at most 20,000 of them.
[[nodiscard]] Taught learn_from(const Teachings& teachings, const feedback::Reviews& reviews,
                                const feedback::Readings& readings);

struct UnderstandingSummary {
  snapshot::Understanding understanding;
  std::vector<snapshot::FacetValue> languages;  // of the reviews, most frequent first
};

[[nodiscard]] UnderstandingSummary summarise_understanding(const Teachings& teachings, const Taught& taught,
                                                           const feedback::Readings& readings);

}  // namespace attune::engine
