#include "ui/views/overview_trend.hpp"

#include <array>
#include <string>
#include <utility>

#include "chart/plots/line.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

using snapshot::Estimate;
using snapshot::Granularity;
using snapshot::Overview;
using snapshot::TrendPoint;

constexpr float kTrendHeight = 280;
constexpr double kSecondsPerDay = 86400;

chart::DateForm date_form(Granularity granularity) {
  switch (granularity) {
    case Granularity::Day:
    case Granularity::Week:
      return chart::DateForm::DayOfYear;
    case Granularity::Month:
      return chart::DateForm::MonthOfYear;
    case Granularity::Quarter:
      return chart::DateForm::Quarter;
    case Granularity::Year:
      return chart::DateForm::Year;
  }
  return chart::DateForm::DayOfYear;
}

chart::LineSpec trend_spec(const Overview& overview, TrendMeasure measure, const Strings& strings) {
  const bool is_rating = measure == TrendMeasure::Rating;
  chart::LineSeries series{.name = strings.say(is_rating ? Text::MeanRating : Text::Feeling), .points = {}};
  for (const TrendPoint& point : overview.trend) {
    const Estimate& estimate = is_rating ? point.rating : point.score;
    chart::LinePoint at{.x = point.first_day * kSecondsPerDay, .y = chart::kMissingValue};
    if (estimate.n > 0) {
      at.y = estimate.value;
      at.low = estimate.low;
      at.high = estimate.high;
      at.count = static_cast<std::int64_t>(estimate.n);
    }
    series.points.push_back(at);
  }
  return {.caption = {.title = strings.say(Text::OverTime), .note = strings.say(Text::BandNote)},
          .series = {std::move(series)},
          .y_domain = is_rating ? chart::Interval{1, 5} : chart::Interval{-1, 1},
          .date_form = date_form(overview.granularity)};
}

Text caption_of(Granularity granularity, bool is_rating) {
  switch (granularity) {
    case Granularity::Day:
      return is_rating ? Text::RatingByDay : Text::FeelingByDay;
    case Granularity::Week:
      return is_rating ? Text::RatingByWeek : Text::FeelingByWeek;
    case Granularity::Month:
      return is_rating ? Text::RatingByMonth : Text::FeelingByMonth;
    case Granularity::Quarter:
      return is_rating ? Text::RatingByQuarter : Text::FeelingByQuarter;
    case Granularity::Year:
      return is_rating ? Text::RatingByYear : Text::FeelingByYear;
  }
  return Text::OverTime;
}

void show_period(Frame& frame, std::size_t period) {
  const Overview& overview = frame.snapshot->overview;
  if (period >= overview.trend.size()) return;
  protocol::RowsFilter filter;
  filter.from = overview.trend[period].first_day;
  filter.to = period_end(*filter.from, overview.granularity);
  show_reviews(frame, std::move(filter));
}

}  // namespace

void OverviewTrend::draw(Frame& frame) {
  const Overview& overview = frame.snapshot->overview;
  const Strings& strings = frame.strings;
  const bool has_ratings = overview.rated > 0;
  const bool is_rating = has_ratings && frame.view.trend == TrendMeasure::Rating;
  const std::string title = strings.say(Text::OverTime);
  const std::string caption =
      overview.trend.empty()
          ? std::string{}
          : strings.say(caption_of(overview.granularity, is_rating), {review_count(overview.dated, strings)});
  const Card card(title, {.caption = caption});
  if (overview.trend.empty()) {
    const bool is_early = frame.run.is_working() && overview.reviews == 0;
    const std::string hint = strings.say(is_early ? Text::FeelingsOnTheirWay : Text::NoDatesHint);
    const std::string name = strings.say(Text::NoDates);
    const std::string action = strings.label(Text::ShowColumns, "show-columns");
    if (empty_state({.icon = Icon::Calendar, .title = name, .hint = hint, .action = action})) {
      frame.view.page = PageName::Files;
    }
    return;
  }
  if (has_ratings) {
    Choices measures(strings, {Text::Rating, Text::Feeling});
    auto selected = static_cast<std::size_t>(frame.view.trend);
    if (segmented(strings.label(Text::Measure, "trend-measure"), measures.list(), selected)) {
      frame.view.trend = static_cast<TrendMeasure>(selected);
    }
    space(kSpace3);
  }
  const TrendMeasure measure = is_rating ? TrendMeasure::Rating : TrendMeasure::Feeling;
  const std::uint64_t revision = data_revision(*frame.snapshot) * 2 + (is_rating ? 1 : 0);
  const ChartResponse response = place_.draw(
      title + "###trend", kTrendHeight, revision,
      [&](const chart::Surface& surface) {
        return chart::line_chart(trend_spec(overview, measure, strings), surface);
      },
      strings.locale());
  if (response.is_pressed && response.hovered != nullptr) show_period(frame, response.hovered->index);
}

}  // namespace attune::ui
