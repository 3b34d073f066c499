#include "ui/views/customer_timeline.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "chart/plots/timeline.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/people.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using protocol::CustomerAnswer;
using protocol::TimelineEvent;

constexpr double kSecondsPerDay = 86400;
constexpr float kLaneHeight = 40;
constexpr float kAxisHeight = 40;
constexpr std::size_t kFirstEvents = 12;
constexpr std::size_t kMoreEvents = 40;
constexpr std::size_t kFewestForLanes = 3;  // fewer are read faster in the list

struct Kind {
  std::string_view code;
  Text name;
};
constexpr std::array kKinds{Kind{"order", Text::EventOrder}, Kind{"refund", Text::EventRefund},
                            Kind{"review", Text::EventReview}, Kind{"survey", Text::EventSurvey},
                            Kind{"ticket", Text::EventTicket}};

std::string kind_text(std::string_view code, const Strings& strings) {
  const auto* found = std::ranges::find(kKinds, code, &Kind::code);
  return found == kKinds.end() ? std::string{code} : strings.say(found->name);
}

std::optional<chart::Ink> ink_of(const TimelineEvent& event) {
  if (!event.sentiment) return std::nullopt;
  switch (tone_of_sentiment(*event.sentiment)) {
    case Tone::Negative:
      return chart::Ink{chart::Role::Negative};
    case Tone::Positive:
      return chart::Ink{chart::Role::Positive};
    default:
      return chart::Ink{chart::Role::Neutral};
  }
}

chart::TimelineSpec lanes_spec(const CustomerAnswer& answer, const std::string& currency,
                               const Strings& strings) {
  chart::TimelineSpec spec{
      .caption = {.title = strings.say(Text::WhatHappened)}, .lanes = {}, .events = {}, .window = {}};
  for (const Kind& kind : kKinds) {
    const auto is_of_kind = [&](const TimelineEvent& event) { return event.day && event.kind == kind.code; };
    if (std::ranges::none_of(answer.timeline, is_of_kind)) continue;
    const std::size_t lane = spec.lanes.size();
    spec.lanes.push_back(strings.say(kind.name));
    for (const TimelineEvent& event : answer.timeline) {
      if (!is_of_kind(event)) continue;
      const std::string label = event.amount ? money_text(*event.amount, currency, strings) : std::string{};
      spec.events.push_back({.at = *event.day * kSecondsPerDay,
                             .until = {},
                             .lane = lane,
                             .label = label,
                             .ink = ink_of(event)});
    }
  }
  return spec;
}

void draw_event(Frame& frame, const TimelineEvent& event, std::size_t number) {
  const Strings& strings = frame.strings;
  std::string line = event.day ? day_text(*event.day, strings) : strings.say(Text::NoDate);
  line += " · " + kind_text(event.kind, strings);
  if (!event.detail.empty()) line += " " + event.detail;
  if (event.amount)
    line += " · " + money_text(*event.amount, frame.snapshot->customers->counts.currency, strings);
  space(kSpace3);
  label(line, kCaption);
  if (event.rating) stars(*event.rating, 14);
  if (event.sentiment && !event.rating)
    pill(sentiment_text(*event.sentiment, strings), tone_of_sentiment(*event.sentiment));
  if (!event.text.empty()) paragraph(event.text, kBody, {.max_lines = 3, .is_quoted = true});
  if (event.row && link(strings.say(Text::ReadReview) + "###read-" + std::to_string(number))) {
    frame.view.page = PageName::Reviews;
    frame.view.open_row = event.row;
  }
}

}  // namespace

void CustomerTimeline::draw(Frame& frame, const CustomerAnswer& answer) {
  if (answer.timeline.empty()) return;
  const Strings& strings = frame.strings;
  if (customer_ != answer.customer.customer || shown_ == 0) {
    customer_ = answer.customer.customer;
    shown_ = kFirstEvents;
  }
  space(kSpace5);
  heading(strings.say(Text::WhatHappened), 3);
  if (answer.peak && answer.end) {
    paragraph(strings.say(Text::PeakAndEnd,
                          {sentiment_text(*answer.peak, strings), sentiment_text(*answer.end, strings)}),
              kSoft);
  }
  const auto dated = std::ranges::count_if(answer.timeline,
                                           [](const TimelineEvent& event) { return event.day.has_value(); });
  if (dated >= static_cast<std::ptrdiff_t>(kFewestForLanes)) draw_lanes(frame, answer);
  const std::size_t count = std::min(answer.timeline.size(), shown_);
  for (std::size_t i = 0; i < count; ++i) draw_event(frame, answer.timeline[i], i);
  if (count == answer.timeline.size()) return;
  space(kSpace3);
  const std::uint64_t left = answer.timeline_total - count;
  if (button(strings.count(Text::OneEarlier, Text::ManyEarlier, left) + "###earlier",
             {.kind = ButtonKind::Quiet})) {
    shown_ += kMoreEvents;
  }
}

void CustomerTimeline::draw_lanes(const Frame& frame, const CustomerAnswer& answer) {
  const Strings& strings = frame.strings;
  const chart::TimelineSpec spec = lanes_spec(answer, frame.snapshot->customers->counts.currency, strings);
  const float height = kLaneHeight * static_cast<float>(spec.lanes.size()) + kAxisHeight;
  const std::uint64_t revision = data_revision(*frame.snapshot) * 31 + answer.customer.customer;
  space(kSpace2);
  (void)lanes_.draw(
      strings.label(Text::WhatHappened, "timeline"), height, revision,
      [&](const chart::Surface& surface) { return chart::timeline_chart(spec, surface); }, strings.locale());
}

}  // namespace attune::ui
