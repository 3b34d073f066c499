// EASE: each item's score for a customer is a weighted sum of the items he has, with the weights that best
// rebuild all customers' items from each other (Steck 2019, "Embarrassingly Shallow Autoencoders for Sparse
// Data"). One inverse of an items x items matrix gives them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/stepped.hpp"
#include "customer/interactions.hpp"

namespace attune::customer {

struct EaseOptions {
  double ridge = 100;               // lambda
  std::uint32_t most_items = 4000;  // beyond it only the most popular take part: 8 * most_items^2 bytes
};

struct EaseModel {
  std::vector<std::uint32_t> items;  // who take part, rising; a model without items recommends nothing
  std::vector<std::int32_t> place;   // of each item in `items`; -1: left out
  std::vector<double> weights;       // from x to, row-major, zero diagonal
  double kept_share = 1;             // of all interactions that the kept items hold
  std::string remark;                // what was given up, a sentence for people, or empty

  [[nodiscard]] double weight(std::uint32_t from, std::uint32_t to) const;
  // Adds each kept item's score to `scores` (one for every item of the table).
  void add_scores(std::span<const std::uint32_t> owned, std::span<double> scores) const;
};

// `table` must outlive the computation. items^3 multiplications: 4,000 items take about a minute in a
// browser.
[[nodiscard]] Stepped<EaseModel> fit_ease(const InteractionTable& table, EaseOptions options = {});

}  // namespace attune::customer
