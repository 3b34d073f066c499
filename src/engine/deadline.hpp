// When a step has to come to an end. Decides when work pauses, never what it results in.
#pragma once

#include <chrono>

namespace attune::engine {

class Deadline {
 public:
  explicit Deadline(std::chrono::milliseconds budget) : end_{Clock::now() + budget} {}
  [[nodiscard]] bool has_passed() const { return Clock::now() >= end_; }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point end_;
};

}  // namespace attune::engine
