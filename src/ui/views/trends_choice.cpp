#include "ui/views/trends_choice.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "snapshot/insight_names.hpp"
#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"

namespace attune::ui {
namespace {

using snapshot::Granularity;
using snapshot::Measure;
using snapshot::Series;

// In links: what is measured ("rating", or the topic's id), and by which periods.
constexpr std::string_view kMeasureKey = "measure";
constexpr std::string_view kByKey = "by";
constexpr float kMeasureWidth = 260;
constexpr float kPeriodsWidth = 320;

std::string key_of(const Series& series) {
  return series.measure == Measure::TopicShare ? "topic:" + series.topic : snapshot::name_of(series.measure);
}

Text text_of(Granularity granularity) {
  constexpr std::array kTexts{Text::ByDay, Text::ByWeek, Text::ByMonth, Text::ByQuarter, Text::ByYear};
  return kTexts[static_cast<std::size_t>(granularity)];
}

// One series of each measure, in the order of the snapshot.
std::vector<const Series*> measures_of(const std::vector<Series>& all) {
  std::vector<const Series*> found;
  for (const Series& series : all) {
    const auto is_same = [&](const Series* other) {
      return other->measure == series.measure && other->topic == series.topic;
    };
    if (std::ranges::none_of(found, is_same)) found.push_back(&series);
  }
  return found;
}

std::vector<const Series*> periods_of(const std::vector<Series>& all, const Series& chosen) {
  std::vector<const Series*> found;
  for (const Series& series : all) {
    if (series.measure == chosen.measure && series.topic == chosen.topic) found.push_back(&series);
  }
  std::ranges::stable_sort(found, {}, &Series::granularity);
  return found;
}

}  // namespace

const Series* chosen_series(Frame& frame) {
  const std::vector<Series>& all = frame.snapshot->insight.trends.series;
  if (all.empty()) return nullptr;
  const std::string_view measure = frame.view.own().text(kMeasureKey);
  const std::string_view by = frame.view.own().text(kByKey);
  const Granularity usual = frame.snapshot->overview.granularity;
  const Series* best = nullptr;
  int best_score = -1;
  for (const Series& series : all) {
    const bool is_measure = measure.empty() ? series.measure == Measure::Rating : key_of(series) == measure;
    const bool is_period =
        by.empty() ? series.granularity == usual : snapshot::name_of(series.granularity) == by;
    const int score = (is_measure ? 2 : 0) + (is_period ? 1 : 0);
    if (score > best_score) best = &series, best_score = score;
  }
  return best;
}

std::string series_name(const Frame& frame, const Series& series) {
  constexpr std::array kTexts{Text::NumberOfReviews, Text::MeanRating, Text::MeanFeeling, Text::NegativeShare,
                              Text::PositiveShare};
  if (series.measure != Measure::TopicShare)
    return frame.strings.say(kTexts[static_cast<std::size_t>(series.measure)]);
  const auto& topics = frame.snapshot->insight.topics.topics;
  const auto topic = std::ranges::find(topics, series.topic, &snapshot::Topic::id);
  return frame.strings.say(Text::TopicShareOf,
                           {topic != topics.end() ? topic_name(*topic, frame.strings) : series.topic});
}

void draw_series_choice(Frame& frame, const Series& chosen) {
  const std::vector<Series>& all = frame.snapshot->insight.trends.series;
  const Strings& strings = frame.strings;
  const std::vector<const Series*> measures = measures_of(all);
  Choices names;
  std::size_t selected = 0;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    names.add(series_name(frame, *measures[i]) + "###" + key_of(*measures[i]));
    if (measures[i]->measure == chosen.measure && measures[i]->topic == chosen.topic) selected = i;
  }
  if (select(strings.label(Text::WhatIsMeasured, "trends-measure"), names.list(), selected,
             {.width = is_phone_width() ? 0 : kMeasureWidth, .shows_label = false})) {
    frame.view.own().set(kMeasureKey, key_of(*measures[selected]));
  }
  const std::vector<const Series*> periods = periods_of(all, chosen);
  if (periods.size() < 2) return;
  flow(kPeriodsWidth);
  Choices lengths;
  std::size_t at = 0;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    lengths.add(strings.say(text_of(periods[i]->granularity)));
    if (periods[i] == &chosen) at = i;
  }
  if (segmented(strings.label(Text::PeriodLength, "trends-periods"), lengths.list(), at))
    frame.view.own().set(kByKey, snapshot::name_of(periods[at]->granularity));
}

chart::ValueFormat format_of(Measure measure) {
  switch (measure) {
    case Measure::Reviews:
      return {chart::Unit::Count, 0, {}};
    case Measure::Rating:
    case Measure::Score:
      return {chart::Unit::Number, 2, {}};
    case Measure::NegativeShare:
    case Measure::PositiveShare:
    case Measure::TopicShare:
      break;
  }
  return {chart::Unit::Percent, -1, {}};
}

std::string measured_text(Measure measure, const snapshot::Estimate& figure, const Strings& strings) {
  switch (measure) {
    case Measure::Reviews:
      return chart::format_number(figure.value,
                                  figure.value < 10 && figure.value != std::round(figure.value) ? 1 : 0,
                                  strings.locale());
    case Measure::Rating:
    case Measure::Score:
      return chart::format_number(figure.value, 2, strings.locale());
    case Measure::NegativeShare:
    case Measure::PositiveShare:
    case Measure::TopicShare:
      break;
  }
  return share_text(figure.value, strings);
}

}  // namespace attune::ui
