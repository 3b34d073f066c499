// Amounts by category: single, grouped or stacked bars, lying or standing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart {

struct BarSeries {
  std::string name;
  std::vector<double> values;          // one per category; NaN: no bar
  std::vector<Interval> intervals{};   // empty, or one per category; NaN ends: none
  std::vector<std::int64_t> counts{};  // cases behind each value; empty: not told
  std::vector<std::string> labels{};   // what stands at the bar; empty: the formatted value
  std::optional<Ink> ink{};
  std::vector<Ink> inks{};  // per category, before `ink`
};

enum class Arrangement : std::uint8_t { Grouped, Stacked, StackedShare };
enum class Direction : std::uint8_t { Automatic, Horizontal, Vertical };

struct BarSpec {
  Caption caption;
  std::vector<std::string> categories;  // first at the top or at the left
  std::vector<BarSeries> series;
  Arrangement arrangement = Arrangement::Grouped;
  Direction direction = Direction::Automatic;  // standing only where every name fits under its bar
  ValueFormat format{};
  std::string value_title{};
  std::optional<Interval> domain{};        // e.g. 0 to 1 for shares; widened if the data need it
  std::optional<std::size_t> highlight{};  // this category in the accent colour, the others muted
};

// Categories that do not fit are counted below the chart and stay in the table. Hit: series, index =
// category.
[[nodiscard]] Chart bar_chart(const BarSpec& spec, const Surface& surface);

// Stars 5 to 1, with counts and shares. `counts[0]` is one star.
struct StarSpec {
  Caption caption;
  std::vector<std::int64_t> counts;
};
[[nodiscard]] Chart star_histogram(const StarSpec& spec, const Surface& surface);

}  // namespace attune::chart
