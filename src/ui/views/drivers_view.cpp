#include "ui/views/drivers_view.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/views/drivers_charts.hpp"
#include "ui/views/evidence.hpp"
#include "ui/views/missing_data.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/page_top.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::Driver;
using snapshot::Drivers;
using snapshot::DriversState;

constexpr float kMapHeight = 400;
constexpr std::size_t kMostBars = 12;
constexpr float kBarHeight = 32;
constexpr float kAxisHeight = 48;
constexpr std::size_t kMostWhatIfs = 5;
constexpr std::uint64_t kLeastReviews = 30;  // that the engine needs, with stars and words

bool is_told(const Drivers& drivers) {
  return drivers.state == DriversState::Known && !drivers.drivers.empty();
}

void draw_nothing(Frame& frame, const Drivers& drivers) {
  const Strings& strings = frame.strings;
  const bool too_few = drivers.state == DriversState::TooFew || drivers.state == DriversState::Known;
  const Text title_text = drivers.state == DriversState::NoRatings ? Text::DriversNeedRatings
                          : drivers.state == DriversState::NoTexts ? Text::DriversNeedTexts
                          : drivers.n < kLeastReviews              ? Text::TooFewForDrivers
                                                                   : Text::NoDriversFound;
  const std::string title = strings.say(title_text, {number_text(drivers.n, strings)});
  const std::string hint = strings.say(too_few ? Text::TooFewForDriversHint : Text::DriversNeedHint);
  const std::string action = strings.label(too_few ? Text::AddFiles : Text::ShowColumns, "drivers-action");
  if (!empty_state({.icon = Icon::Lever, .title = title, .hint = hint, .action = action})) return;
  if (too_few) {
    frame.commands.emplace_back(protocol::PickFiles{.adds = true});
  } else {
    frame.view.page = PageName::Files;
  }
}

// Each limit of what was found, as a sentence of its own.
void draw_limits(const Strings& strings) {
  const Card card(strings.label(Text::WhatDriversCannotSay, "drivers-limits"), {.is_flat = true});
  for (const Text limit : {Text::DriversNotCause, Text::DriversOnlyWritten, Text::DriversCorrected})
    paragraph("· " + strings.say(limit), kSoft);
}

}  // namespace

const Drivers& DriversView::drivers_of(const Frame& frame) const {
  return frame.snapshot->insight.*moved_outcomes()[moved_].drivers;
}

std::uint64_t DriversView::revision(const Frame& frame) const {
  return moved_outcomes().size() * data_revision(*frame.snapshot) + moved_;
}

// Of what is told; where nothing is, of the rating.
void DriversView::draw_choice(const Frame& frame) {
  const Strings& strings = frame.strings;
  Choices choices;
  std::vector<std::size_t> told;
  for (std::size_t i = 0; i < moved_outcomes().size(); ++i) {
    if (!is_told(frame.snapshot->insight.*moved_outcomes()[i].drivers)) continue;
    choices.add(strings.say(moved_outcomes()[i].name));
    told.push_back(i);
  }
  auto chosen = static_cast<std::size_t>(std::ranges::find(told, moved_) - told.begin());
  if (chosen == told.size()) chosen = 0;
  moved_ = told.empty() ? 0 : told[chosen];
  if (told.size() < 2) return;
  const std::string name = strings.label(Text::WhatIsMoved, "drivers-outcome");
  const bool is_changed = is_phone_width() ? select(name, choices.list(), chosen, {.width = 0})
                                           : segmented(name, choices.list(), chosen);
  if (is_changed) moved_ = told[chosen];
  space(kSpace4);
}

void DriversView::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  draw_page_top(frame, Text::Drivers, files_text(frame.run.files, strings));
  if (frame.snapshot == nullptr) return paragraph(strings.say(Text::FirstFiguresSoon), kSoft);
  draw_choice(frame);
  const Drivers& drivers = drivers_of(frame);
  if (!is_told(drivers)) {
    if (frame.run.is_working()) return paragraph(strings.say(Text::DriversOnTheirWay), kSoft);
    if (frame.snapshot->overview.reviews == 0)
      return draw_missing_data(frame, DataNeed::Feedback, Text::DriversShow);
    return draw_nothing(frame, drivers);
  }
  const Moved& words = moved_outcomes()[moved_];
  paragraph(
      strings.say(words.caption, {review_count(drivers.n, strings), share_text(drivers.explained, strings)}),
      kSoft);
  space(kSpace3);
  if (drivers.drivers.size() > 1) {
    draw_map(frame);
    space(kSpace4);
  }
  {
    Columns columns("drivers", {.min_width = 400, .max_count = 2});
    columns.next();
    draw_effects(frame);
    columns.next();
    draw_what_if(frame);
  }
  space(kSpace4);
  draw_limits(strings);
}

void DriversView::draw_map(Frame& frame) {
  const Strings& strings = frame.strings;
  const Drivers& drivers = drivers_of(frame);
  const Moved& words = moved_outcomes()[moved_];
  const std::string title = strings.say(Text::ImportanceAndPerformance);
  const std::string caption = strings.say(Text::ImportanceAndPerformanceHint);
  const Card card(title + "###drivers-map-card", {.caption = caption});
  const ChartResponse response = map_.draw(
      title + "###drivers-map", kMapHeight, revision(frame),
      [&](const chart::Surface& surface) {
        return chart::quadrant_chart(drivers_map(drivers, words, title, strings), surface);
      },
      strings.locale());
  if (response.is_pressed && response.hovered != nullptr && response.hovered->index < drivers.drivers.size())
    show_evidence(frame, drivers.drivers[response.hovered->index].evidence);
}

void DriversView::draw_effects(Frame& frame) {
  const Strings& strings = frame.strings;
  const Drivers& drivers = drivers_of(frame);
  const Moved& words = moved_outcomes()[moved_];
  const std::size_t count = std::min(drivers.drivers.size(), kMostBars);
  const std::string title = strings.say(words.effect);
  const std::string caption = strings.say(words.effect_hint);
  const Card card(title + "###drivers-effects-card", {.caption = caption});
  const ChartResponse response = effects_.draw(
      title + "###drivers-effects", kAxisHeight + kBarHeight * static_cast<float>(count), revision(frame),
      [&](const chart::Surface& surface) {
        return chart::bar_chart(driver_effects(drivers, words, count, title, strings), surface);
      },
      strings.locale());
  if (response.is_pressed && response.hovered != nullptr && response.hovered->index < count)
    show_evidence(frame, drivers.drivers[response.hovered->index].evidence);
}

// What fewer complaints might bring, the greatest first; each with the complaints themselves.
void DriversView::draw_what_if(Frame& frame) {
  const Strings& strings = frame.strings;
  const Drivers& drivers = drivers_of(frame);
  std::vector<const Driver*> best;
  for (const Driver& driver : drivers.drivers) {
    if (driver.complaints > 0 && driver.if_halved.value > 0) best.push_back(&driver);
  }
  std::ranges::stable_sort(best, std::ranges::greater{},
                           [](const Driver* driver) { return driver->if_halved.value; });
  if (best.size() > kMostWhatIfs) best.resize(kMostWhatIfs);
  const std::string caption = strings.say(Text::WhatIfHint);
  const Card card(strings.label(Text::WhatIf, "drivers-what-if"), {.caption = caption});
  if (best.empty()) return paragraph(strings.say(Text::NoWhatIf), kSoft);
  for (std::size_t i = 0; i < best.size(); ++i) {
    if (i > 0) space(kSpace4);
    paragraph(best[i]->name, kStrong);
    space(kSpace1);
    paragraph(what_if_text(*best[i], moved_outcomes()[moved_].outcome, strings), kSoft);
    space(kSpace1);
    snapshot::Evidence evidence = best[i]->evidence;
    evidence.sentiments = {snapshot::Sentiment::Negative};
    evidence.n = best[i]->complaints;
    draw_evidence_link(frame, evidence, "what-if-" + best[i]->id);
  }
}

}  // namespace attune::ui
