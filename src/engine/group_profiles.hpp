// What groups of customers look like: RFM segments, clusters, and the user's own.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "base/stepped.hpp"
#include "engine/customer_book.hpp"
#include "snapshot/customers.hpp"
#include "stats/intervals.hpp"

namespace attune::engine {

// A mean with its interval, one value at a time (Welford 1962).
class MeanOf {
 public:
  void add(double value) {
    ++n_;
    const double before = value - mean_;
    mean_ += before / static_cast<double>(n_);
    squares_ += before * (value - mean_);
  }
  [[nodiscard]] snapshot::Estimate estimate() const {
    if (n_ == 0) return {};
    const double deviation = n_ > 1 ? std::sqrt(std::max(0.0, squares_) / static_cast<double>(n_ - 1)) : 0;
    const stats::Interval interval = stats::mean_interval(n_, mean_, deviation);
    return {mean_, interval.low, interval.high, n_};
  }

 private:
  std::uint64_t n_ = 0;
  double mean_ = 0, squares_ = 0;
};

struct GroupProfiles {
  std::vector<snapshot::GroupProfile> named, clusters, user_made;
};
[[nodiscard]] Stepped<GroupProfiles> profile_groups(const CustomerBook& book);

// A figure of a customer by the name that rules use: a feature code, "expected-value", "churn-risk",
// "next-order"; NaN where it is not known.
[[nodiscard]] double figure_of(const CustomerBook& book, std::uint32_t customer, std::string_view name);
[[nodiscard]] bool meets(const CustomerBook& book, std::uint32_t customer, const protocol::SegmentRule& rule);

}  // namespace attune::engine
