// What happened that chance does not explain: a scan over weeks for every topic, source and product.
//
// Every window of one, two or four weeks is compared with the year before it, both sides: the number of
// reviews, shares of complaints and of topics, mean ratings (alert_scan.hpp holds the tests). The limit is
// set so that all windows of a year together give less than half a false alarm. Windows of one kind that lie
// within four weeks of each other are one alert: the least likely.
#pragma once

#include <vector>

#include "base/stepped.hpp"
#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"
#include "insight/topic_index.hpp"
#include "snapshot/insight.hpp"

namespace attune::insight {

// All must outlive it. Newest first.
[[nodiscard]] Stepped<std::vector<snapshot::Alert>> find_alerts(const feedback::Reviews& reviews,
                                                                const feedback::Readings& readings,
                                                                const TopicIndex& index);

}  // namespace attune::insight
