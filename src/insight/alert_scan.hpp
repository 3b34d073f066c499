// Which windows of a stream's weeks differ from the year before by more than chance explains.
//
// Shares by Fisher's exact test; numbers of reviews by a Poisson tail that is widened by how much the weeks
// usually differ; mean ratings by how rarely the ratings of both times together give a mean this far off
// (mean_tail.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "insight/mean_tail.hpp"
#include "snapshot/insight.hpp"

namespace attune::insight {

inline constexpr std::array<std::size_t, 3> kAlertWindows{1, 2, 4};  // weeks
inline constexpr std::uint64_t kLeastAlertHistory = 40;              // reviews before a window

enum class StreamOf : std::uint8_t { Reviews, Complaints, Topic, Ratings };

// Counts by week: `part` of `whole`. A stream of reviews has no whole, one of ratings a histogram.
struct AlertStream {
  StreamOf of = StreamOf::Reviews;
  snapshot::AlertKind more = snapshot::AlertKind::MoreReviews, less = snapshot::AlertKind::FewerReviews;
  std::string topic, topic_name, source, product;
  std::vector<std::uint32_t> part, whole;
  std::vector<RatingCounts> ratings;
};

struct AlertHit {
  std::size_t begin = 0, end = 0;  // weeks
  double p = 1;                    // two-sided
  bool is_more = false;
  double observed = 0, of = 0, expected = 0;  // counts; of ratings the mean, the number and the mean before
};

// Windows of which p is below `limit`.
[[nodiscard]] std::vector<AlertHit> scan_stream(const AlertStream& stream, double limit);

}  // namespace attune::insight
