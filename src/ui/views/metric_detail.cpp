#include "ui/views/metric_detail.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.hpp"
#include "chart/plots/bar.hpp"
#include "snapshot/insight_names.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/insight_sentences.hpp"
#include "ui/state/metric_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::Metric;
using snapshot::MetricGroup;

constexpr std::size_t kMostGroups = 24;
constexpr float kBarHeight = 30;
constexpr float kAxisHeight = 40;

std::string by_text(std::string_view by, const Strings& strings) {
  struct Word {
    std::string_view by;
    Text text;
  };
  constexpr std::array kWords{Word{"period", Text::Time},          Word{"source", Text::Source},
                              Word{"product", Text::Product},      Word{"place", Text::RolePlace},
                              Word{"segment", Text::Segment},      Word{"name", Text::NameSaid},
                              Word{"campaign", Text::RoleCampaign}};
  const auto* found = std::ranges::find(kWords, by, &Word::by);
  return found != kWords.end() ? strings.say(found->text) : std::string{by};
}

// A period by its first day, a segment by its name in the user's language, anything else as it is.
std::string group_text(const Metric& metric, const MetricGroup& group, const Strings& strings) {
  if (group.by == "period") {
    const auto date = parse_iso(group.group);
    if (date) return period_text(date->days, metric.granularity, strings);
  }
  if (group.by == "segment") {
    const std::string name = segment_text(group.group, strings);
    if (!name.empty()) return name;
  }
  if (group.by == "name" && group.group.empty()) return strings.say(Text::YourShop);
  return group.group;
}

std::vector<std::string> groupings_of(const Metric& metric) {
  std::vector<std::string> all;
  for (const MetricGroup& group : metric.groups) {
    if (std::ranges::find(all, group.by) == all.end()) all.push_back(group.by);
  }
  return all;
}

}  // namespace

void MetricDetail::draw(Frame& frame, const Metric& metric) {
  const Strings& strings = frame.strings;
  heading(strings.say(name_of_metric(metric.id)), 2);
  space(kSpace2);
  if (metric.state == snapshot::MetricState::Known) {
    label(metric_value(metric, metric.figure.value, strings),
          {.size = TextSize::Display, .face = Face::Semibold});
    space(kSpace2);
    paragraph(metric_range(metric, strings), kSoft);
    if (has_interval(metric.figure)) {
      space(kSpace1);
      paragraph(strings.say(Text::IntervalMeaning), kCaption);
    }
  }
  const bool is_named_here = metric.id == snapshot::MetricId::ShareOfVoice;  // no file tells it
  if (metric.state == snapshot::MetricState::Missing && !is_named_here)
    paragraph(metric_needs(metric, strings), kSoft);
  space(kSpace4);
  heading(strings.say(Text::HowComputed), 3);
  paragraph(strings.say(formula_of(metric.id)), kBody);
  if (!metric.columns.empty()) {
    space(kSpace4);
    heading(strings.say(Text::ColumnsUsed), 3);
    for (const std::string& column : metric.columns) paragraph("· " + column, kSoft);
  }
  if (is_named_here) competitors_.draw(frame);
  draw_groups(frame, metric);
}

void MetricDetail::draw_groups(Frame& frame, const Metric& metric) {
  const std::vector<std::string> groupings = groupings_of(metric);
  if (groupings.empty()) return;
  const Strings& strings = frame.strings;
  auto chosen = static_cast<std::size_t>(std::ranges::find(groupings, by_) - groupings.begin());
  if (chosen == groupings.size()) chosen = 0;
  space(kSpace4);
  heading(strings.say(Text::Compared), 3);
  space(kSpace2);
  if (groupings.size() > 1) {
    Choices names;
    for (const std::string& by : groupings) names.add(by_text(by, strings) + "###" + by);
    if (segmented(strings.label(Text::ComparedBy, "metric-by"), names.list(), chosen))
      by_ = groupings[chosen];
    space(kSpace3);
  }
  chart::BarSeries bars{.name = strings.say(name_of_metric(metric.id)), .values = {}};
  chart::BarSpec spec{.caption = {.title = strings.say(Text::Compared), .note = strings.say(Text::BandNote)},
                      .categories = {},
                      .series = {}};
  for (const MetricGroup& group : metric.groups) {
    if (group.by != groupings[chosen] || group.figure.n == 0 || spec.categories.size() == kMostGroups)
      continue;
    spec.categories.push_back(group_text(metric, group, strings));
    bars.values.push_back(group.figure.value);
    bars.intervals.push_back(has_interval(group.figure) ? chart::Interval{group.figure.low, group.figure.high}
                                                        : chart::Interval{std::nan(""), std::nan("")});
    bars.counts.push_back(static_cast<std::int64_t>(group.figure.n));
  }
  if (spec.categories.empty()) return;
  const float height = kAxisHeight + kBarHeight * static_cast<float>(spec.categories.size());
  spec.series.push_back(std::move(bars));
  spec.direction = chart::Direction::Horizontal;
  spec.format = format_of(metric);
  const std::uint64_t revision = data_revision(*frame.snapshot) * 31 +
                                 std::hash<std::string>{}(snapshot::name_of(metric.id) + groupings[chosen]);
  (void)groups_.draw(
      spec.caption.title + "###metric-groups", height, revision,
      [&](const chart::Surface& surface) { return chart::bar_chart(spec, surface); }, strings.locale());
}

}  // namespace attune::ui
