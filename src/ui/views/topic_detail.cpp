#include "ui/views/topic_detail.hpp"

#include <algorithm>
#include <functional>
#include <string>

#include "chart/plots/line.hpp"
#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/quote.hpp"
#include "ui/views/topics_table.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::Topic;

constexpr std::size_t kMostTerms = 12;
constexpr std::size_t kMostQuotes = 4;
constexpr float kTrendHeight = 170;
constexpr double kSecondsPerDay = 86400;

chart::LineSpec trend_spec(const Topic& topic, const std::string& title, const Strings& strings) {
  chart::LineSeries series{.name = topic_name(topic, strings), .points = {}};
  for (const snapshot::TopicPoint& point : topic.trend) {
    chart::LinePoint at{.x = point.first_day * kSecondsPerDay, .y = chart::kMissingValue};
    if (point.share.n > 0) {
      at.y = point.share.value;
      at.low = point.share.low;
      at.high = point.share.high;
      at.count = static_cast<std::int64_t>(point.n);
    }
    series.points.push_back(at);
  }
  return {.caption = {.title = title, .note = strings.say(Text::BandNote)},
          .series = {std::move(series)},
          .y_format = {chart::Unit::Percent, -1, {}},
          .starts_at_zero = true};
}

void draw_facts(Frame& frame, const Topic& topic) {
  const Strings& strings = frame.strings;
  draw_fact(strings.say(Text::ShareOfReviews), share_with_range(topic.share, strings));
  if (topic.net.n > 0) {
    draw_fact(strings.say(Text::NetSentimentLong),
              strings.say(Text::FigureWithRange,
                          {net_text(topic.net.value, strings), net_range(topic.net, strings)}));
  }
  if (topic.rating.n > 0) draw_fact(strings.say(Text::MeanRating), rating_with_range(topic.rating, strings));
}

// Each word with its number of reviews; a press shows those that say it.
void draw_terms(Frame& frame, const Topic& topic) {
  if (topic.terms.empty()) return;
  space(kSpace4);
  heading(frame.strings.say(Text::TopicWords), 3);
  for (std::size_t i = 0; i < std::min(topic.terms.size(), kMostTerms); ++i) {
    const snapshot::TopicTerm& term = topic.terms[i];
    const std::string name = term.text + " · " + number_text(term.n, frame.strings) + "###term-" + term.text;
    if (i == 0 ? filter_chip(name, false) : flow_chip(name, false)) {
      protocol::RowsFilter filter;
      filter.topics = {topic.id};
      filter.search = '"' + term.text + '"';
      show_reviews(frame, std::move(filter));
    }
  }
}

}  // namespace

void draw_fact(const std::string& name, const std::string& value) {
  label(name, kCaption);
  space(kSpace1);
  paragraph(value, kStrong);
  space(kSpace3);
}

void TopicDetail::draw(Frame& frame, const Topic& topic) {
  const Strings& strings = frame.strings;
  heading(topic_name(topic, strings), 2);
  space(kSpace2);
  if (const std::string movement = movement_text(topic.movement, strings); !movement.empty()) {
    pill(movement, Tone::Accent, Icon::Trend);
    space(kSpace2);
  }
  draw_facts(frame, topic);
  if (button(strings.say(Text::ShowReviewsOf, {review_count(topic.n, strings)}) + "###show-topic",
             {.kind = ButtonKind::Primary, .icon = Icon::Reviews, .is_enabled = topic.n > 0})) {
    protocol::RowsFilter filter;
    filter.topics = {topic.id};
    show_reviews(frame, std::move(filter));
  }
  draw_terms(frame, topic);
  draw_trend(frame, topic);
  if (topic.quotes.empty()) return;
  space(kSpace4);
  heading(strings.say(Text::InTheirWords), 3);
  space(kSpace2);
  draw_quotes_of(frame, topic.quotes, kMostQuotes, "topic-quote-");
}

void TopicDetail::draw_trend(Frame& frame, const Topic& topic) {
  if (topic.trend.size() < 2) return;
  const Strings& strings = frame.strings;
  space(kSpace4);
  const std::string title = strings.say(Text::ShareOverTime);
  heading(title, 3);
  const std::uint64_t revision =
      data_revision(*frame.snapshot) * 31 + std::hash<std::string_view>{}(topic.id);
  const ChartResponse response = trend_.draw(
      title + "###topic-trend", kTrendHeight, revision,
      [&](const chart::Surface& surface) {
        return chart::line_chart(trend_spec(topic, title, strings), surface);
      },
      strings.locale());
  if (!response.is_pressed || response.hovered == nullptr || response.hovered->index >= topic.trend.size())
    return;
  protocol::RowsFilter filter;
  filter.topics = {topic.id};
  filter.from = topic.trend[response.hovered->index].first_day;
  filter.to = period_end(*filter.from, frame.snapshot->overview.granularity);
  show_reviews(frame, std::move(filter));
}

}  // namespace attune::ui
