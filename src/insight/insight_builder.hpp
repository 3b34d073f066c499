// Everything that insight/ finds, put together for a snapshot.
#pragma once

#include "base/stepped.hpp"
#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"
#include "insight/metrics.hpp"
#include "insight/review_writers.hpp"
#include "insight/share_of_voice.hpp"
#include "insight/topic_index.hpp"
#include "snapshot/insight.hpp"

namespace attune::insight {

// All that is pointed to must outlive the computation.
struct InsightSources {
  const feedback::Reviews* reviews = nullptr;
  const feedback::Readings* readings = nullptr;
  const TopicIndex* topics = nullptr;
  const MetricSources* metrics = nullptr;
  const ReviewWriters* writers = nullptr;
  const BrandNames* brands = nullptr;
  bool awaits_model = false;  // texts without a feeling are still to be understood
};

[[nodiscard]] Stepped<snapshot::Insight> find_insight(InsightSources sources);

}  // namespace attune::insight
