// A lifetime model tried on the shop's own past: learned on the first part of the time, held against the
// rest.
#pragma once

#include <cstdint>
#include <span>

#include "base/stepped.hpp"
#include "customer/lifetime_fit.hpp"
#include "customer/order.hpp"

namespace attune::customer {

struct HoldoutResult {
  bool is_made = false;  // false: too short a time, too few customers, or the model did not fit
  std::int32_t split_day = 0, last_day = 0;
  std::uint64_t customers = 0;
  double expected = 0, seen = 0;  // orders in the second part
  double mean_error = 0;          // mean |expected - seen| a customer
  double naive_error = 0;         // the same, had everybody gone on as before
  double correlation = 0;
  // Cumulative repeat orders week by week: the mean of |expected / seen - 1|, of what was to be expected of
  // each customer when new. A day that is observed lasts until the next one begins.
  double tracking_error = 0;
};

// Splits at half of the time.
[[nodiscard]] Stepped<HoldoutResult> try_on_holdout(std::span<const Order> orders, std::int32_t first_day,
                                                    std::int32_t last_day, LifetimeModel model,
                                                    std::uint16_t currency = 0);

}  // namespace attune::customer
