// The chance that a customer orders again within the next days, learned from the shop's own past.
//
// Two cuts in time, a horizon apart: learned at the first, tried at the second, then learned again at the
// second for the forecast. Beside it the naive rule, who ordered last orders next; if the model does not put
// customers in a better order, the rule does, with chances read from what came true before.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/stepped.hpp"
#include "customer/order.hpp"
#include "customer/score.hpp"

namespace attune::customer {

// One review, answer or ticket of a customer, -1 to 1.
struct FeelingEvent {
  std::uint32_t customer = 0;
  std::int32_t day = 0;
  double sentiment = 0;
};

struct NextOrderResult {
  bool is_made = false;
  std::string remark;
  std::int32_t horizon_days = 0;
  std::int32_t learned_until = 0, tested_until = 0;
  ScoreTest test;
  bool uses_naive_rule = false;
  std::vector<ScoreReason> reasons;  // strongest first
  std::vector<double> chance;        // by customer index; NaN where there is nothing to learn from
};

struct NextOrderOptions {
  std::int32_t first_day = 0, last_day = 0;  // of the orders
  std::uint32_t customers = 0;               // indices are below it
  std::int32_t most_days = 90;  // of the horizon; less when the orders span less than four of them
  std::uint16_t currency = 0;
};

[[nodiscard]] Stepped<NextOrderResult> score_next_order(std::span<const Order> orders,
                                                        std::span<const FeelingEvent> feelings,
                                                        NextOrderOptions options);

}  // namespace attune::customer
