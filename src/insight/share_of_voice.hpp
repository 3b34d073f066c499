// How much of what is said of the shop and its competitors is said of the shop.
//
//   share = mentions of the shop / (mentions of the shop + mentions of each named competitor)
//
// A text mentions a name once, however often it says it, without regard to case and accents; a text that says
// two names counts for both. Where the shop's own names are not given, every text is about the shop: they are
// its reviews. Wilson's interval; n is the number of mentions.
#pragma once

#include <string>
#include <vector>

#include "base/stepped.hpp"
#include "feedback/reviews.hpp"
#include "insight/review_writers.hpp"
#include "snapshot/metrics.hpp"

namespace attune::insight {

struct BrandNames {
  std::vector<std::string> own;     // all of them the shop
  std::vector<std::string> rivals;  // each a competitor
  friend bool operator==(const BrandNames&, const BrandNames&) = default;
};

// Missing while no competitor is named or no text says anything. Groups by "name" tell each one's share; ""
// is the shop without a name. All must outlive it.
[[nodiscard]] Stepped<snapshot::Metric> share_of_voice(const feedback::Reviews& reviews,
                                                       const ReviewWriters& writers, const BrandNames& names,
                                                       const std::vector<std::string>& columns);

}  // namespace attune::insight
