#include "ui/views/aspect_detail.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "chart/plots/bar.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/quote.hpp"
#include "ui/views/topic_detail.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::Aspect;
using snapshot::NetOfGroup;

constexpr std::size_t kMostOpinions = 10;
constexpr std::size_t kMostGroups = 6;
constexpr std::size_t kMostQuotes = 4;
constexpr float kBarHeight = 34;
constexpr double kPoints = 100;

// The words it is judged with; a press shows the reviews that use them of it.
void draw_opinions(Frame& frame, const Aspect& aspect) {
  if (aspect.opinions.empty()) return;
  space(kSpace4);
  heading(frame.strings.say(Text::OpinionWords), 3);
  for (std::size_t i = 0; i < std::min(aspect.opinions.size(), kMostOpinions); ++i) {
    const snapshot::OpinionWord& word = aspect.opinions[i];
    const std::string name =
        word.text + " · " + number_text(word.n, frame.strings) + "###opinion-" + word.text;
    if (i == 0 ? filter_chip(name, false) : flow_chip(name, false)) {
      protocol::RowsFilter filter;
      filter.aspects = {aspect.term};
      filter.search = '"' + word.text + '"';
      show_reviews(frame, std::move(filter));
    }
  }
}

chart::BarSpec groups_spec(const std::vector<NetOfGroup>& groups, const std::string& title) {
  chart::BarSpec spec{.caption = {.title = title}, .categories = {}, .series = {}};
  chart::BarSeries series{.name = title, .values = {}};
  for (std::size_t i = 0; i < std::min(groups.size(), kMostGroups); ++i) {
    const auto& [group, net] = groups[i];
    spec.categories.push_back(group);
    series.values.push_back(net.value * kPoints);
    series.intervals.push_back(has_interval(net) ? chart::Interval{net.low * kPoints, net.high * kPoints}
                                                 : chart::Interval{std::nan(""), std::nan("")});
    series.counts.push_back(static_cast<std::int64_t>(net.n));
    series.inks.push_back({net.value < 0 ? chart::Role::Negative : chart::Role::Positive});
  }
  spec.series.push_back(std::move(series));
  spec.direction = chart::Direction::Horizontal;
  spec.format = {chart::Unit::Number, 0, {}};
  return spec;
}

}  // namespace

void AspectDetail::draw(Frame& frame, const Aspect& aspect) {
  const Strings& strings = frame.strings;
  heading(aspect.term, 2);
  space(kSpace2);
  if (aspect.net.n > 0) {
    draw_fact(strings.say(Text::NetSentimentLong),
              strings.say(Text::FigureWithRange,
                          {net_text(aspect.net.value, strings), net_range(aspect.net, strings)}));
  }
  paragraph(strings.say(Text::JudgedSentence,
                        {number_text(aspect.positive, strings), number_text(aspect.negative, strings),
                         number_text(aspect.neutral, strings)}),
            kSoft);
  space(kSpace3);
  if (button(strings.say(Text::ShowReviewsOf, {review_count(aspect.n, strings)}) + "###show-aspect",
             {.kind = ButtonKind::Primary, .icon = Icon::Reviews, .is_enabled = aspect.n > 0})) {
    protocol::RowsFilter filter;
    filter.aspects = {aspect.term};
    show_reviews(frame, std::move(filter));
  }
  draw_opinions(frame, aspect);
  draw_groups(frame, aspect);
  if (aspect.quotes.empty()) return;
  space(kSpace4);
  heading(strings.say(Text::InTheirWords), 3);
  space(kSpace2);
  draw_quotes_of(frame, aspect.quotes, kMostQuotes, "aspect-quote-");
}

void AspectDetail::draw_groups(Frame& frame, const Aspect& aspect) {
  const Strings& strings = frame.strings;
  std::vector<NetOfGroup> segments = aspect.by_segment;
  for (NetOfGroup& segment : segments) segment.group = segment_text(segment.group, strings);
  const std::array groupings{
      std::pair{Text::NetByProduct, &aspect.by_product}, std::pair{Text::NetBySource, &aspect.by_source},
      std::pair{Text::NetByPlace, &aspect.by_place}, std::pair{Text::NetBySegment, &std::as_const(segments)}};
  for (std::size_t i = 0; i < groupings.size(); ++i) {
    const std::vector<NetOfGroup>& groups = *groupings[i].second;
    if (groups.size() < 2) continue;
    space(kSpace4);
    const std::string title = strings.say(groupings[i].first);
    heading(title, 3);
    const float height = kBarHeight * static_cast<float>(std::min(groups.size(), kMostGroups) + 1);
    (void)groups_[i].draw(
        title + "###aspect-groups-" + std::to_string(i), height,
        data_revision(*frame.snapshot) * 31 + std::hash<std::string_view>{}(aspect.term),
        [&](const chart::Surface& surface) { return chart::bar_chart(groups_spec(groups, title), surface); },
        strings.locale());
  }
}

}  // namespace attune::ui
