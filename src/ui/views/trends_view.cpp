#include "ui/views/trends_view.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "chart/plots/bar.hpp"
#include "chart/plots/line.hpp"
#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/missing_data.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/page_top.hpp"
#include "ui/views/trends_alerts.hpp"
#include "ui/views/trends_choice.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::ChangePoint;
using snapshot::Estimate;
using snapshot::Measure;
using snapshot::Series;
using snapshot::WeekdayPattern;

constexpr float kSeriesHeight = 320;
constexpr float kWeekdaysHeight = 210;
constexpr double kSecondsPerDay = 86400;
constexpr double kUsualDoubt = 0.05;
constexpr std::size_t kMostChanges = 4;

std::string caption_text(const Frame& frame) {
  const Strings& strings = frame.strings;
  if (frame.snapshot == nullptr || frame.snapshot->overview.dated == 0)
    return files_text(frame.run.files, strings);
  const auto& overview = frame.snapshot->overview;
  return strings.say(Text::CountAndShare, {review_count(overview.dated, strings),
                                           day_range_text(overview.first_day, overview.last_day, strings)});
}

chart::DateForm date_form(snapshot::Granularity granularity) {
  constexpr std::array kForms{chart::DateForm::DayOfYear, chart::DateForm::DayOfYear,
                              chart::DateForm::MonthOfYear, chart::DateForm::Quarter, chart::DateForm::Year};
  return kForms[static_cast<std::size_t>(granularity)];
}

chart::LineSpec series_spec(const Series& series, const std::string& name, const Strings& strings) {
  chart::LineSeries line{.name = name, .points = {}};
  for (const snapshot::SeriesPoint& point : series.points) {
    chart::LinePoint at{.x = point.first_day * kSecondsPerDay, .y = chart::kMissingValue};
    if (point.figure.n > 0 || series.measure == Measure::Reviews) {
      at.y = point.figure.value;
      if (has_interval(point.figure)) at.low = point.figure.low, at.high = point.figure.high;
      at.count = static_cast<std::int64_t>(point.figure.n);
    }
    line.points.push_back(at);
  }
  chart::LineSpec spec{.caption = {.title = name, .note = strings.say(Text::BandNote)},
                       .series = {std::move(line)},
                       .y_format = format_of(series.measure),
                       .date_form = date_form(series.granularity)};
  spec.starts_at_zero = series.measure != Measure::Rating && series.measure != Measure::Score;
  for (std::size_t i = 0; i < std::min(series.changes.size(), kMostChanges); ++i) {
    const ChangePoint& change = series.changes[i];
    spec.moments.push_back({.at = change.first_day * kSecondsPerDay,
                            .until = {},
                            .label = measured_text(series.measure, change.before, strings) + " → " +
                                     measured_text(series.measure, change.after, strings)});
  }
  return spec;
}

// The reviews of some days, of the series' topic if it has one.
void show_days(Frame& frame, const Series& series, Days from, Days to) {
  protocol::RowsFilter filter;
  filter.from = from;
  filter.to = to;
  if (series.measure == Measure::TopicShare) filter.topics = {series.topic};
  if (series.measure == Measure::NegativeShare) filter.sentiments = {protocol::SentimentFilter::Negative};
  if (series.measure == Measure::PositiveShare) filter.sentiments = {protocol::SentimentFilter::Positive};
  show_reviews(frame, std::move(filter));
}

// Where the level changed, the surest first, as sentences.
void draw_changes(Frame& frame, const Series& series) {
  const Strings& strings = frame.strings;
  space(kSpace3);
  if (series.changes.empty()) return paragraph(strings.say(Text::NoChangePoints), kSoft);
  for (std::size_t i = 0; i < std::min(series.changes.size(), kMostChanges); ++i) {
    const ChangePoint& change = series.changes[i];
    const std::string sentence =
        strings.say(Text::ChangePointSentence, {day_text(change.first_day, strings),
                                                measured_text(series.measure, change.after, strings),
                                                measured_text(series.measure, change.before, strings)});
    paragraph(sentence, kBody);
    const std::string name = strings.say(Text::ReviewsSince, {day_text(change.first_day, strings)}) +
                             "###change-" + std::to_string(change.first_day);
    if (link(name)) {
      const Days last = frame.snapshot->overview.last_day.value_or(change.first_day);
      show_days(frame, series, change.first_day, std::max(last, change.first_day));
    }
    space(kSpace2);
  }
}

}  // namespace

void TrendsView::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  draw_page_top(frame, Text::Trends, caption_text(frame));
  if (frame.snapshot == nullptr) return paragraph(strings.say(Text::FirstFiguresSoon), kSoft);
  const Series* series = chosen_series(frame);
  if (series == nullptr) {
    if (frame.run.is_working()) return paragraph(strings.say(Text::FirstFiguresSoon), kSoft);
    if (frame.snapshot->overview.reviews == 0)
      return draw_missing_data(frame, DataNeed::Feedback, Text::TrendsShow);
    const std::string title = strings.say(Text::NoDates);
    const std::string hint = strings.say(Text::NoDatesHint);
    const std::string action = strings.label(Text::ShowColumns, "show-columns");
    if (empty_state({.icon = Icon::Calendar, .title = title, .hint = hint, .action = action}))
      frame.view.page = PageName::Files;
    return;
  }
  draw_alerts(frame);
  space(kSpace4);
  draw_series(frame, *series);
  const auto& weekdays = frame.snapshot->insight.trends.weekdays;
  const auto pattern = std::ranges::find(weekdays, series->measure, &WeekdayPattern::measure);
  if (pattern == weekdays.end()) return;
  space(kSpace4);
  draw_weekdays(frame, *pattern);
}

void TrendsView::draw_series(Frame& frame, const Series& series) {
  const Strings& strings = frame.strings;
  const std::string name = series_name(frame, series);
  const Card card(name + "###trend-card");
  draw_series_choice(frame, series);
  space(kSpace3);
  const std::uint64_t revision = data_revision(*frame.snapshot) * 31 + std::hash<std::string>{}(name) +
                                 static_cast<std::uint64_t>(series.granularity);
  const ChartResponse response = series_.draw(
      name + "###trend-chart", kSeriesHeight, revision,
      [&](const chart::Surface& surface) {
        return chart::line_chart(series_spec(series, name, strings), surface);
      },
      strings.locale());
  if (response.is_pressed && response.hovered != nullptr && response.hovered->index < series.points.size()) {
    const Days first = series.points[response.hovered->index].first_day;
    return show_days(frame, series, first, period_end(first, series.granularity));
  }
  draw_changes(frame, series);
}

void TrendsView::draw_weekdays(Frame& frame, const WeekdayPattern& pattern) {
  const Strings& strings = frame.strings;
  constexpr std::array kDays{Text::Monday, Text::Tuesday,  Text::Wednesday, Text::Thursday,
                             Text::Friday, Text::Saturday, Text::Sunday};
  const std::string title = strings.say(Text::DaysOfTheWeek);
  const std::string caption =
      strings.say(pattern.p < kUsualDoubt ? Text::WeekdaysDiffer : Text::WeekdaysAlike);
  const Card card(title + "###weekdays-card", {.caption = caption});
  const std::uint64_t revision =
      data_revision(*frame.snapshot) * 31 + static_cast<std::uint64_t>(pattern.measure);
  (void)weekdays_.draw(
      title + "###weekdays", kWeekdaysHeight, revision,
      [&](const chart::Surface& surface) {
        chart::BarSpec spec{
            .caption = {.title = title, .note = strings.say(Text::BandNote)}, .categories = {}, .series = {}};
        chart::BarSeries bars{.name = title, .values = {}};
        for (std::size_t day = 0; day < kDays.size(); ++day) {
          const Estimate& figure = pattern.days[day];
          const bool is_known = figure.n > 0;
          spec.categories.push_back(strings.say(kDays[day]));
          bars.values.push_back(is_known ? figure.value : std::nan(""));
          bars.intervals.push_back(is_known && has_interval(figure)
                                       ? chart::Interval{figure.low, figure.high}
                                       : chart::Interval{std::nan(""), std::nan("")});
          bars.counts.push_back(static_cast<std::int64_t>(figure.n));
        }
        spec.series.push_back(std::move(bars));
        spec.format = format_of(pattern.measure);
        return chart::bar_chart(spec, surface);
      },
      strings.locale());
}

}  // namespace attune::ui
