// What a snapshot says of the topics: how many, how they feel, since when, in whose words.
#pragma once

#include "base/stepped.hpp"
#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"
#include "insight/topic_index.hpp"
#include "snapshot/topics.hpp"

namespace attune::insight {

// All must outlive it. `awaits_model`: texts without a feeling are counted as pending.
[[nodiscard]] Stepped<snapshot::Topics> summarise_topics(const feedback::Reviews& reviews,
                                                         const feedback::Readings& readings,
                                                         const TopicIndex& index, bool awaits_model);

// The side a review counts on: as the model feels it, or by its rating where there is no feeling (2 stars and
// fewer: negative, 4 and more: positive). False if neither is known.
bool sentiment_of_review(const feedback::Reviews& reviews, const feedback::FeelingColumn& feelings,
                         feedback::Row row, snapshot::Sentiment& sentiment);

}  // namespace attune::insight
