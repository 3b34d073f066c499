#include "ui/views/drivers_charts.hpp"

#include <array>
#include <cmath>
#include <optional>

#include "ui/state/sentences.hpp"

namespace attune::ui {
namespace {

using snapshot::Driver;
using snapshot::Drivers;
using snapshot::Estimate;
using snapshot::Insight;

constexpr double kUsualDoubt = 0.05;

constexpr std::array kMoved{
    Moved{Text::MovesRating, &Insight::drivers, Outcome::Rating, Text::DriversCaption, Text::ImportanceAxis,
          Text::EffectOnRating, Text::EffectOnRatingHint, Text::EffectInStars, 2},
    Moved{Text::MovesRatingByDetail, &Insight::aspect_drivers, Outcome::Rating, Text::DetailDriversCaption,
          Text::ImportanceAxis, Text::EffectOnRating, Text::EffectOnRatingHint, Text::EffectInStars, 2},
    Moved{Text::MovesRecommendation, &Insight::recommendation_drivers, Outcome::Recommendation,
          Text::PromotersCaption, Text::ShareOfPromoting, Text::EffectOnPromoting,
          Text::EffectOnPromotingHint, Text::EffectInPoints, 0},
    Moved{Text::MovesReturn, &Insight::return_drivers, Outcome::Return, Text::ReturnCaption,
          Text::ShareOfReturn, Text::EffectOnReturn, Text::EffectOnReturnHint, Text::EffectInPoints, 0}};

chart::Interval interval_of(const Estimate& estimate) {
  if (!has_interval(estimate)) return {std::nan(""), std::nan("")};
  return {estimate.low, estimate.high};
}

std::optional<chart::Interval> known_interval(const Estimate& estimate) {
  return has_interval(estimate) ? std::optional{chart::Interval{estimate.low, estimate.high}} : std::nullopt;
}

}  // namespace

std::span<const Moved> moved_outcomes() noexcept { return kMoved; }

chart::QuadrantSpec drivers_map(const Drivers& drivers, const Moved& words, const std::string& title,
                                const Strings& strings) {
  chart::QuadrantSpec spec{.caption = {.title = title}, .items = {}};
  for (const Driver& driver : drivers.drivers) {
    spec.items.push_back({.name = driver.name,
                          .performance = driver.performance.value,
                          .importance = driver.importance.value,
                          .performance_interval = known_interval(driver.performance),
                          .importance_interval = known_interval(driver.importance),
                          .count = static_cast<std::int64_t>(driver.n)});
  }
  spec.performance_title = strings.say(Text::PerformanceAxis);
  spec.importance_title = strings.say(words.share);
  spec.performance_format = {chart::Unit::Percent, 0, {}};
  spec.importance_format = {chart::Unit::Percent, 0, {}};
  spec.performance_cut = 0;
  spec.corners = {strings.say(Text::CornerFix), strings.say(Text::CornerKeep), strings.say(Text::CornerWatch),
                  strings.say(Text::CornerNice)};
  return spec;
}

chart::BarSpec driver_effects(const Drivers& drivers, const Moved& words, std::size_t count,
                              const std::string& title, const Strings& strings) {
  chart::BarSpec spec{
      .caption = {.title = title, .note = strings.say(Text::BandNote)}, .categories = {}, .series = {}};
  chart::BarSeries series{.name = strings.say(words.unit), .values = {}};
  for (std::size_t i = 0; i < count; ++i) {
    const Driver& driver = drivers.drivers[i];
    spec.categories.push_back(driver.name);
    series.values.push_back(driver.effect.value);
    series.intervals.push_back(interval_of(driver.effect));
    series.counts.push_back(static_cast<std::int64_t>(driver.n));
    const bool could_be_chance = driver.q > kUsualDoubt;
    series.inks.push_back({could_be_chance           ? chart::Role::Muted
                           : driver.effect.value < 0 ? chart::Role::Negative
                                                     : chart::Role::Positive});
  }
  spec.series.push_back(std::move(series));
  spec.direction = chart::Direction::Horizontal;
  spec.format = {chart::Unit::Number, words.decimals, {}};
  spec.value_title = strings.say(words.unit);
  return spec;
}

}  // namespace attune::ui
