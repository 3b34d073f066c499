// The chance of a labelled outcome (churned, converted) from the other columns of the table, cross-validated.
//
// Columns of numbers are used as they are and, where skewed, by their logarithm; columns of words by having
// each of their values, beside the most frequent one. Ridge logistic regression keeps the reasons readable.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/stepped.hpp"
#include "customer/score.hpp"

namespace attune::customer {

// One column as it is in the table.
struct LeadColumn {
  std::string name;
  std::vector<std::string_view> cells;  // of a table that outlives the computation
};

struct LeadTable {
  std::vector<LeadColumn> columns;   // those to learn from
  std::vector<std::uint8_t> labels;  // 1: yes
};

struct LeadResult {
  bool is_made = false;
  std::string remark;
  std::uint32_t folds = 0;
  ScoreTest test;  // each row scored by a model that has not seen it; naive: the best single column
  std::vector<ScoreReason> reasons;  // strongest first
  std::vector<double> chance;        // one a row, by a model of all rows
};

[[nodiscard]] Stepped<LeadResult> score_leads(LeadTable table);

// The column that tells an outcome, among names like "churn", "converted", "won"; its two values, the second
// being yes. Empty name: none. Others may be named by the user.
struct LabelColumn {
  std::string name;
  std::string yes;
};
[[nodiscard]] LabelColumn find_label(std::span<const LeadColumn> columns, std::string_view wanted);

}  // namespace attune::customer
