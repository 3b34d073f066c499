// What reports say by themselves, in the four languages.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "chart/format.hpp"

namespace attune::report {

enum class Words : std::uint8_t {
  Title,
  Subtitle,     // {0} reviews, {1} first day, {2} last day
  ReviewCount,  // {0}
  Reviews,
  MeanRating,
  Positive,
  Neutral,
  Negative,
  IntervalOf,  // {0} interval, {1} n
  HowTheyFeel,
  ByStars,
  OverTime,
  Praise,
  Complaints,
  Files,
  File,
  Rows,
  Rejected,
  Remark,  // {0} rejected rows
  TooFew,  // a share withheld
  WithoutModel,
  Uncertainty,
  Footer,
  ToFix,
  ToKeep,
  IsNew,
  WhatTheyTalkAbout,
  Topic,
  Share,
  NetFeeling,
  WhatMovesRating,
  DriversRemark,
  InStars,
  WhatChanged,
  SmallGroups,  // {0} how many are withheld
  kCount
};

// The words with {0}, {1} ... replaced.
[[nodiscard]] std::string say(Words words, chart::Language language,
                              std::initializer_list<std::string_view> arguments = {});

// "en", "de", "fr", "es".
[[nodiscard]] std::string_view tag_of(chart::Language language) noexcept;

}  // namespace attune::report
