// A value for each pair of two things: heat map, retention cohorts, the grid of recency and frequency.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

struct HeatMapSpec {
  Caption caption;
  std::vector<std::string> columns;
  std::vector<std::string> rows;
  std::vector<double> values;            // row by row, rows * columns; NaN: no cell
  std::vector<std::int64_t> counts{};    // cases per cell; empty: not told
  std::vector<std::string> row_notes{};  // e.g. the size of a cohort, at the row's name
  std::vector<std::string> labels{};     // in the cells instead of the values
  std::string x_title{};
  std::string y_title{};
  ValueFormat format{};
  std::optional<Interval> domain{};  // of the colours; default: the values'
  bool is_diverging = false;         // colours around zero
};

// Hit: series = row, index = column.
[[nodiscard]] Chart heat_map(const HeatMapSpec& spec, const Surface& surface);

struct Cohort {
  std::string name;              // "Jan 2024"
  std::int64_t size = 0;         // customers who began then
  std::vector<double> retained;  // share still there in period 0, 1, 2 ...; NaN: not known yet
};

struct CohortSpec {
  Caption caption;
  std::vector<Cohort> cohorts;
  std::string period_title{};  // "Months since the first order"
};

// The triangle of retention: a row a cohort, a column a period.
[[nodiscard]] Chart cohort_chart(const CohortSpec& spec, const Surface& surface);

struct RfmSpec {
  Caption caption;
  // customers[5 * (5 - frequency) + recency - 1]: scores 1 to 5, the best at the top right.
  std::vector<std::int64_t> customers;
  std::vector<std::string> segments{};  // name of each cell's segment, same order
  std::string recency_title{};
  std::string frequency_title{};
};

[[nodiscard]] Chart rfm_grid(const RfmSpec& spec, const Surface& surface);

}  // namespace attune::chart
