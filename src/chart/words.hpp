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
  kCount
};

// The phrase with {0}, {1} ... replaced. Braces without an argument stay as they are.
[[nodiscard]] std::string phrase(Phrase phrase, Language language,
                                 std::initializer_list<std::string_view> arguments = {});

}  // namespace attune::chart
