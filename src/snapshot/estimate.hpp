// A figure as a snapshot tells it.
#pragma once

#include <cstdint>

namespace attune::snapshot {

// A figure with its 95 % interval and the number of cases behind it. n == 0: nothing is known.
struct Estimate {
  double value = 0;
  double low = 0;
  double high = 0;
  std::uint64_t n = 0;
};

}  // namespace attune::snapshot
