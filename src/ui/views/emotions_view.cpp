#include "ui/views/emotions_view.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chart/plots/bar.hpp"
#include "ui/state/insight_sentences.hpp"
#include "ui/state/reading_sentences.hpp"
#include "ui/state/sentences.hpp"
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

using snapshot::LabelCount;

constexpr std::size_t kMostEmotions = 16;
constexpr std::size_t kMostLanguages = 10;
constexpr float kBarHeight = 28;
constexpr float kAxisHeight = 44;
constexpr std::string_view kNoEmotion = "neutral";

struct Bars {
  std::vector<std::string> labels;  // as the engine names them
  chart::BarSpec spec;
};

float height_of(const Bars& bars) {
  return kAxisHeight + kBarHeight * static_cast<float>(bars.labels.size());
}

template <class Name>
Bars bars_of(const std::vector<LabelCount>& counts, std::size_t most, const std::string& title,
             const Strings& strings, Name&& name) {
  Bars bars{.labels = {}, .spec = {.caption = {.title = title}, .categories = {}, .series = {}}};
  chart::BarSeries series{.name = title, .values = {}};
  for (const LabelCount& count : counts) {
    if (bars.labels.size() == most) break;
    bars.labels.push_back(count.label);
    bars.spec.categories.push_back(name(count.label, strings));
    series.values.push_back(count.share.value);
    series.intervals.push_back(has_interval(count.share) ? chart::Interval{count.share.low, count.share.high}
                                                         : chart::Interval{std::nan(""), std::nan("")});
    series.counts.push_back(static_cast<std::int64_t>(count.n));
  }
  bars.spec.series.push_back(std::move(series));
  bars.spec.direction = chart::Direction::Horizontal;
  bars.spec.format = {chart::Unit::Percent, 0, {}};
  return bars;
}

// Draws them on a card, with a chip for each: what is pressed by the pointer alone shuts out the keyboard.
// The label that was pressed, or "".
std::string draw_bars(Frame& frame, ChartPlace& place, const Bars& bars, std::string_view id,
                      std::string_view hint) {
  const std::string& title = bars.spec.caption.title;
  const Card card(title + "###" + std::string{id} + "-card", {.caption = hint});
  const ChartResponse response = place.draw(
      title + "###" + std::string{id}, height_of(bars), data_revision(*frame.snapshot),
      [&](const chart::Surface& surface) { return chart::bar_chart(bars.spec, surface); },
      frame.strings.locale());
  std::string pressed;
  if (response.is_pressed && response.hovered != nullptr && response.hovered->index < bars.labels.size())
    pressed = bars.labels[response.hovered->index];
  space(kSpace3);
  label(frame.strings.say(Text::ReadTheTexts), kCaption);
  for (std::size_t i = 0; i < bars.labels.size(); ++i) {
    const std::string name =
        bars.spec.categories[i] + " " +
        number_text(static_cast<std::uint64_t>(bars.spec.series[0].counts[i]), frame.strings) + "###" +
        std::string{id} + "-" + bars.labels[i];
    if (i == 0 ? filter_chip(name, false) : flow_chip(name, false)) pressed = bars.labels[i];
  }
  return pressed;
}

void draw_nothing(Frame& frame) {
  const Strings& strings = frame.strings;
  const std::string title = strings.say(Text::NoEmotionsFound);
  const std::string hint = strings.say(Text::NoEmotionsFoundHint);
  const std::string action = strings.label(Text::ShowColumns, "show-columns");
  if (empty_state({.icon = Icon::Smile, .title = title, .hint = hint, .action = action}))
    frame.view.page = PageName::Files;
}

}  // namespace

void EmotionsView::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  draw_page_top(frame, Text::Emotions, files_text(frame.run.files, strings));
  if (frame.snapshot == nullptr) return paragraph(strings.say(Text::FirstFiguresSoon), kSoft);
  if (frame.snapshot->overview.reviews == 0)
    return draw_missing_data(frame, DataNeed::Feedback, Text::EmotionsShow);
  const snapshot::Understanding& understanding = frame.snapshot->understanding;
  if (understanding.emotions.empty() && understanding.intents.empty()) {
    if (frame.run.is_working()) return paragraph(strings.say(Text::EmotionsOnTheirWay), kSoft);
    return draw_nothing(frame);
  }
  paragraph(strings.say(Text::EmotionsShow), kSoft);
  space(kSpace3);
  Columns columns("emotions", {.min_width = 380, .max_count = 2, .is_equal_height = false});
  columns.next();
  if (!understanding.emotions.empty()) draw_emotions(frame);
  columns.next();
  if (!understanding.intents.empty()) draw_intents(frame);
  if (frame.snapshot->overview.languages.empty()) return;
  space(kSpace4);
  draw_languages(frame);
}

void EmotionsView::draw_emotions(Frame& frame) {
  const Strings& strings = frame.strings;
  std::vector<LabelCount> felt = frame.snapshot->understanding.emotions;
  std::erase_if(felt, [](const LabelCount& count) { return count.label == kNoEmotion; });
  const Bars bars = bars_of(felt, kMostEmotions, strings.say(Text::WhichEmotions), strings, emotion_text);
  const std::string pressed =
      draw_bars(frame, emotions_, bars, "emotions-chart", strings.say(Text::WhichEmotionsHint));
  if (pressed.empty()) return;
  protocol::RowsFilter filter;
  filter.emotions = {pressed};
  show_reviews(frame, std::move(filter));
}

void EmotionsView::draw_intents(Frame& frame) {
  const Strings& strings = frame.strings;
  const auto& intents = frame.snapshot->understanding.intents;
  const Bars bars = bars_of(intents, intents.size(), strings.say(Text::WhatTheyWant), strings, intent_text);
  const std::string pressed =
      draw_bars(frame, intents_, bars, "intents-chart", strings.say(Text::WhatTheyWantHint));
  if (pressed.empty()) return;
  protocol::RowsFilter filter;
  filter.intents = {pressed};
  show_reviews(frame, std::move(filter));
}

void EmotionsView::draw_languages(Frame& frame) {
  const Strings& strings = frame.strings;
  const auto& facet = frame.snapshot->overview.languages;
  std::uint64_t all = 0;
  for (const snapshot::FacetValue& language : facet) all += language.n;
  std::vector<LabelCount> counts;
  for (const snapshot::FacetValue& language : facet) {
    const double share =
        static_cast<double>(language.n) / static_cast<double>(std::max<std::uint64_t>(all, 1));
    counts.push_back({language.value, language.n, {share, share, share, all}});
  }
  const std::uint64_t unsupported = frame.snapshot->understanding.unsupported;
  const std::string hint = unsupported > 0
                               ? strings.count(Text::OneUnsupported, Text::ManyUnsupported, unsupported)
                               : std::string{};
  const Bars bars =
      bars_of(counts, kMostLanguages, strings.say(Text::InWhichLanguages), strings, language_name);
  const std::string pressed = draw_bars(frame, languages_, bars, "languages-chart", hint);
  if (pressed.empty()) return;
  protocol::RowsFilter filter;
  filter.languages = {pressed};
  show_reviews(frame, std::move(filter));
}

}  // namespace attune::ui
