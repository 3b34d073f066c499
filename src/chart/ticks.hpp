// Where an axis is marked, and what stands there: the numbers and dates that people would choose.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "chart/format.hpp"
#include "chart/scale.hpp"

namespace attune::chart {

struct Tick {
  double value = 0;
  std::string label;  // empty: a grid line without text
};

// A step of 1, 2 or 5 times a power of ten that cuts the domain into at most `most` parts; never under
// `least` (1 for counts, so that no axis says "half a review").
[[nodiscard]] double tick_step(Interval domain, std::size_t most, double least = 0) noexcept;

// The domain widened to whole steps, except where that would leave more than half a step empty.
[[nodiscard]] Interval nice_domain(Interval domain, std::size_t most, double least = 0) noexcept;

[[nodiscard]] std::vector<Tick> number_ticks(Interval domain, std::size_t most, const ValueFormat& format,
                                             Locale locale);
// Powers of ten; 1-2-5 in between where the domain spans less than two of them.
[[nodiscard]] std::vector<Tick> log_ticks(Interval domain, std::size_t most, const ValueFormat& format,
                                          Locale locale);
// Hours, days, weeks (from Monday), months, quarters, half years, years: the finest that fits. The first tick
// of a year says the year.
[[nodiscard]] std::vector<Tick> time_ticks(Interval domain, std::size_t most, Locale locale);

[[nodiscard]] std::vector<Tick> ticks_for(const Scale& scale, std::size_t most, const ValueFormat& format,
                                          Locale locale);

}  // namespace attune::chart
