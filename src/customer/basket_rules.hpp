// Frequently bought together: rules "who buys A and B also buys C", from frequent sets found by FP-growth
// (Han, Pei, Yin 2000), kept only when they are more than chance.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/stepped.hpp"

namespace attune::customer {

struct BasketRule {
  std::vector<std::uint32_t> if_items;  // rising; one or two
  std::uint32_t then_item = 0;
  std::uint64_t together = 0;  // baskets with all of them
  std::uint64_t with_if = 0;   // baskets with if_items
  double support = 0;          // together / baskets
  double confidence = 0;       // together / with_if
  double lift = 0;             // confidence / share of baskets with then_item
  double p_value = 1;          // Fisher's exact test, one-sided
};

struct BasketOptions {
  std::uint64_t least_together = 5;
  double least_confidence = 0.05;
  double false_discovery_rate = 0.05;  // of the rules that are kept (Benjamini, Hochberg 1995)
  std::size_t most_sets = 200'000;     // beyond it least_together is raised
  std::size_t most_rules = 1000;
};

struct BasketRules {
  std::vector<BasketRule> rules;  // by falling lift, then falling together
  std::uint64_t baskets = 0;
  std::uint64_t least_together = 0;  // as it was used
  std::uint64_t rules_tested = 0;
  std::string remark;  // what was left out, a sentence for people, or empty
};

// `baskets`: the items of each, any order; copies in one basket count once. They must outlive the
// computation. Does not depend on the order of baskets or of items in them.
[[nodiscard]] Stepped<BasketRules> find_basket_rules(std::span<const std::vector<std::uint32_t>> baskets,
                                                     BasketOptions options = {});

}  // namespace attune::customer
