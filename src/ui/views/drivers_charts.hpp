// What topics and details can move, with the words for each; and what moves it as charts.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "chart/plots/bar.hpp"
#include "chart/plots/quadrant.hpp"
#include "snapshot/insight.hpp"
#include "ui/state/insight_sentences.hpp"
#include "ui/state/strings.hpp"

namespace attune::ui {

struct Moved {
  Text name;
  snapshot::Drivers snapshot::Insight::*drivers;
  Outcome outcome;
  Text caption, share, effect, effect_hint, unit;
  int decimals;  // of an effect
};
[[nodiscard]] std::span<const Moved> moved_outcomes() noexcept;

// Importance against performance.
[[nodiscard]] chart::QuadrantSpec drivers_map(const snapshot::Drivers& drivers, const Moved& words,
                                              const std::string& title, const Strings& strings);
// The first `count` effects with their intervals; those that could be chance are muted.
[[nodiscard]] chart::BarSpec driver_effects(const snapshot::Drivers& drivers, const Moved& words,
                                            std::size_t count, const std::string& title,
                                            const Strings& strings);

}  // namespace attune::ui
