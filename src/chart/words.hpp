// The few words that charts say by themselves, in the four languages: tooltips, summaries, table headings.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "chart/format.hpp"

namespace attune::chart {

enum class Phrase : std::uint8_t {
  NothingToDraw,
  Count,  // heading: n
  Value,
  Interval,
  Date,
  Name,
  Share,
  Range,
  LineSummary,       // {0} series, {1} first value, {2} where, {3} last value, {4} where
  LineExtremes,      // {0} lowest, {1} where, {2} highest, {3} where
  SinglePoint,       // {0} name, {1} value, {2} where
  BarSummary,        // {0} highest name, {1} value, {2} lowest name, {3} value
  MoreInTable,       // {0} how many more
  ShareSummary,      // {0} name, {1} share, {2} of how many
  HistogramSummary,  // {0} range of the fullest bin, {1} share, {2} n
  MedianIs,          // {0}
  MeanIs,            // {0}
  Total,
  DistributionSummary,  // {0} name, {1} median, {2} middle half, {3} n
  ScatterSummary,       // {0} how many, {1} x title, {2} range, {3} y title, {4} range
  LeftOut,              // {0} how many have no place on the axes
  HalfGone,             // {0} name, {1} after how long
  Remaining,            // {0} name, {1} share, {2} after how long
  LargestFlow,          // {0} from, {1} to, {2} how much
  CalibrationSummary,   // {0} mean distance, {1} n
  Perfect,
  QuadrantSummary,  // {0} corner, {1} names
  TimelineSummary,  // {0} events, {1} from, {2} to
  kCount
};

// `pattern` with {0}, {1} ... replaced. Braces without an argument stay as they are.
[[nodiscard]] std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments);

[[nodiscard]] std::string phrase(Phrase phrase, Language language,
                                 std::initializer_list<std::string_view> arguments = {});

}  // namespace attune::chart
