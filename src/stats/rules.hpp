// Who belongs to a group, said in a few conditions: the best leaf of a small classification tree (Breiman et
// al. 1984, Gini impurity).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stats/matrix.hpp"

namespace attune::stats {

// feature > above and feature <= up_to; infinite where there is no bound.
struct Condition {
  std::size_t feature = 0;
  double above = 0;
  double up_to = 0;
};

struct Rule {
  std::vector<Condition> conditions;  // at most one a feature, by feature; empty: everybody
  std::uint64_t n = 0;                // rows that meet it
  std::uint64_t members = 0;          // of these, in the group
  double precision = 0;               // members / n
  double recall = 0;                  // members / size of the group

  [[nodiscard]] bool matches(std::span<const double> row) const;
};

struct RuleOptions {
  int depth = 3;                 // questions asked in a row
  std::uint64_t least_rows = 5;  // in a leaf
};

// The rule with the best F1 score for the rows whose label is not 0. Does not depend on the order of rows.
[[nodiscard]] Rule describe_group(MatrixView rows, std::span<const std::uint8_t> labels,
                                  const RuleOptions& options = {});

}  // namespace attune::stats
