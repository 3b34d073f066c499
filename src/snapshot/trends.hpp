// Any measure over time: periods with intervals, the days of the week, the points where the level changed.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "snapshot/figures.hpp"

namespace attune::snapshot {

enum class Measure : std::uint8_t { Reviews, Rating, Score, NegativeShare, PositiveShare, TopicShare };

struct SeriesPoint {
  std::int32_t first_day = 0;
  Estimate figure;  // n == 0: nothing in this period
};

// From `first_day` on the level is another one; the strongest first.
struct ChangePoint {
  std::int32_t first_day = 0;
  Estimate before, after;
  double p = 1;
};

struct Series {
  Measure measure = Measure::Reviews;
  std::string topic;  // of TopicShare
  Granularity granularity = Granularity::Month;
  std::vector<SeriesPoint> points;
  std::vector<ChangePoint> changes;
};

// Monday first. p: how likely days that differ as much are if the day made no difference, corrected for the
// number of measures.
struct WeekdayPattern {
  Measure measure = Measure::Reviews;
  std::array<Estimate, 7> days{};
  double p = 1;
};

struct Trends {
  std::vector<Series> series;
  std::vector<WeekdayPattern> weekdays;
};

}  // namespace attune::snapshot
