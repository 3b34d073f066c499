// What is known of the people who wrote the reviews; made by engine/review_writers.hpp.
#pragma once

#include <cstdint>
#include <vector>

#include "base/dates.hpp"

namespace attune::insight {

// Who ordered again within so many days came back.
constexpr Days kReturnDays = 90;

// Each by review, or empty where nobody is known.
struct ReviewWriters {
  std::vector<std::uint8_t> segments;  // 1 + snapshot::RfmSegment; 0: not known
  // 100: the writer, a customer before, ordered again in the kReturnDays after the review's day; 0: did not;
  // NaN: not known, or the orders end before those days do.
  std::vector<float> came_back;
};

}  // namespace attune::insight
