#include "ui/views/topics_view.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "chart/plots/diverging.hpp"
#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/views/missing_data.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/page_top.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/overlays.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

using protocol::SentimentFilter;
using snapshot::Topic;
using snapshot::Topics;

constexpr std::size_t kMostBars = 8;
constexpr float kBarHeight = 30;
constexpr float kLegendHeight = 44;
constexpr std::array kFeelings{SentimentFilter::Negative, SentimentFilter::Neutral,
                               SentimentFilter::Positive};
constexpr std::array kInks{chart::Role::Negative, chart::Role::Neutral, chart::Role::Positive};

// What the page shows, in the link: nothing for topics.
constexpr std::string_view kShowKey = "show";
constexpr std::array<std::string_view, 3> kShows{"", "details", "names"};

std::size_t shown_part(Frame& frame) {
  const auto* found = std::ranges::find(kShows, frame.view.own().text(kShowKey));
  return found == kShows.end() ? 0 : static_cast<std::size_t>(found - kShows.begin());
}

std::string caption_text(const Frame& frame) {
  const Strings& strings = frame.strings;
  if (frame.snapshot == nullptr || frame.snapshot->insight.topics.topics.empty())
    return files_text(frame.run.files, strings);
  const Topics& topics = frame.snapshot->insight.topics;
  return strings.say(Text::TopicsCaption,
                     {number_text(topics.assigned, strings), review_count(topics.texts, strings)});
}

// The largest of the first level; what belongs to none is no topic to judge.
std::vector<const Topic*> largest(const Topics& topics) {
  std::vector<const Topic*> all;
  for (const Topic& topic : topics.topics) {
    const bool is_judged = topic.sentiment.negative + topic.sentiment.neutral + topic.sentiment.positive > 0;
    if (topic.parent.empty() && !topic.is_other && is_judged && all.size() < kMostBars) all.push_back(&topic);
  }
  return all;
}

chart::DivergingSpec feelings_spec(const std::vector<const Topic*>& topics, const std::string& title,
                                   const Strings& strings) {
  chart::DivergingSpec spec{.caption = {.title = title}, .levels = {}, .rows = {}};
  for (std::size_t i = 0; i < kFeelings.size(); ++i)
    spec.levels.push_back({.name = feeling_text(kFeelings[i], strings), .ink = {kInks[i]}});
  for (const Topic* topic : topics) {
    const auto& counts = topic->sentiment;
    spec.rows.push_back(
        {.name = topic->name,
         .counts = {static_cast<std::int64_t>(counts.negative), static_cast<std::int64_t>(counts.neutral),
                    static_cast<std::int64_t>(counts.positive)}});
  }
  return spec;
}

void draw_nothing(Frame& frame, Text title, Text hint) {
  const Strings& strings = frame.strings;
  const std::string title_text =
      strings.say(title, {review_count(frame.snapshot->insight.topics.texts, strings)});
  const std::string hint_text = strings.say(hint);
  (void)empty_state({.icon = Icon::Topics, .title = title_text, .hint = hint_text});
}

}  // namespace

void TopicsView::draw(Frame& frame) {
  if (draw_drawer(frame)) return;
  const Strings& strings = frame.strings;
  draw_page_top(frame, Text::Topics, caption_text(frame));
  const bool has_any = frame.snapshot != nullptr && (!frame.snapshot->insight.topics.topics.empty() ||
                                                     !frame.snapshot->insight.aspects.empty());
  if (!has_any) {
    if (frame.snapshot != nullptr && frame.run.is_working())
      return paragraph(strings.say(Text::TopicsOnTheirWay), kSoft);
    if (frame.snapshot == nullptr || frame.snapshot->insight.topics.texts == 0)
      return draw_missing_data(frame, DataNeed::Feedback, Text::TopicsShow);
    return draw_nothing(frame, Text::TooFewForTopics, Text::TooFewForTopicsHint);
  }
  Choices parts(strings, {Text::Topics, Text::Details, Text::Names});
  std::size_t part = shown_part(frame);
  if (segmented(strings.label(Text::WhatToShow, "topics-part"), parts.list(), part)) {
    frame.view.own().set(kShowKey, kShows[part]);
    frame.view.own().clear(kOpenKey);
  }
  space(kSpace4);
  if (part == 0) return draw_topics(frame);
  if (part == 1) {
    if (frame.snapshot->insight.aspects.empty())
      return draw_nothing(frame, Text::NoDetails, Text::TooFewForTopicsHint);
    return aspects_.draw(frame);
  }
  if (frame.snapshot->insight.entities.empty()) return draw_nothing(frame, Text::NoNames, Text::NoNamesHint);
  names_.draw(frame);
}

void TopicsView::draw_topics(Frame& frame) {
  edits_.draw_bar(frame);
  space(kSpace4);
  draw_feelings(frame);
  table_.draw(frame);
}

void TopicsView::draw_feelings(Frame& frame) {
  const std::vector<const Topic*> topics = largest(frame.snapshot->insight.topics);
  if (topics.size() < 2) return;
  const Strings& strings = frame.strings;
  const std::string title = strings.say(Text::PraiseAndComplaints);
  const std::string caption = strings.say(Text::PraiseAndComplaintsHint);
  {
    const Card card(title + "###topic-feelings-card", {.caption = caption});
    const float height = kLegendHeight + kBarHeight * static_cast<float>(topics.size());
    const ChartResponse response = feelings_.draw(
        title + "###topic-feelings", height, data_revision(*frame.snapshot),
        [&](const chart::Surface& surface) {
          return chart::diverging_bar(feelings_spec(topics, title, strings), surface);
        },
        strings.locale());
    if (response.is_pressed && response.hovered != nullptr && response.hovered->series < kFeelings.size() &&
        response.hovered->index < topics.size()) {
      protocol::RowsFilter filter;
      filter.topics = {topics[response.hovered->index]->id};
      filter.sentiments = {kFeelings[response.hovered->series]};
      show_reviews(frame, std::move(filter));
    }
  }
  space(kSpace4);
}

bool TopicsView::draw_drawer(Frame& frame) {
  const std::string open{frame.view.own().text(kOpenKey)};
  if (open.empty() || frame.snapshot == nullptr) return false;
  const auto& insight = frame.snapshot->insight;
  const bool is_aspect = shown_part(frame) == 1;
  const auto topic = std::ranges::find(insight.topics.topics, open, &Topic::id);
  const auto aspect = std::ranges::find(insight.aspects, open, &snapshot::Aspect::term);
  if (is_aspect ? aspect == insight.aspects.end() : topic == insight.topics.topics.end()) return false;
  bool is_shown = true;
  bool covers_page = false;
  {
    const Drawer drawer(frame.strings.label(is_aspect ? Text::Detail : Text::Topic, "topic-detail"),
                        is_shown);
    if (is_aspect) {
      aspect_.draw(frame, *aspect);
    } else {
      detail_.draw(frame, *topic);
      edits_.draw_controls(frame, *topic);
    }
    covers_page = drawer.covers_page();
  }
  if (!is_shown) frame.view.parameters[PageName::Topics].clear(kOpenKey);
  return covers_page;
}

}  // namespace attune::ui
