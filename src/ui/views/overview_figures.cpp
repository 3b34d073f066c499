#include "ui/views/overview_figures.hpp"

#include <cmath>
#include <functional>
#include <string>
#include <utility>

#include "chart/plots/line.hpp"
#include "ui/painter.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

using snapshot::Overview;
using snapshot::TrendPoint;

constexpr std::size_t kFewestPeriods = 3;  // fewer make no line
constexpr double kSecondsPerDay = 86400;

using ValueOf = double (*)(const TrendPoint&);

double mean_rating(const TrendPoint& point) {
  return point.rating.n > 0 ? point.rating.value : chart::kMissingValue;
}

double negative_share(const TrendPoint& point) {
  const std::uint64_t all = understood(point.sentiment);
  return all > 0 ? static_cast<double>(point.sentiment.negative) / static_cast<double>(all)
                 : chart::kMissingValue;
}

double number_of_reviews(const TrendPoint& point) { return static_cast<double>(point.n); }

// Draws the trend of one value small, or nothing where there is too little of it.
std::function<void(ImDrawList&, ImVec2, ImVec2)> small_trend(const Overview& overview, ValueOf value_of,
                                                             float scale) {
  chart::LineSeries series;
  std::size_t known = 0;
  for (const TrendPoint& point : overview.trend) {
    const double value = value_of(point);
    if (!std::isnan(value)) ++known;
    series.points.push_back({.x = point.first_day * kSecondsPerDay, .y = value});
  }
  if (known < kFewestPeriods) return {};
  chart::LineSpec spec{.caption = {}, .series = {std::move(series)}};
  return [spec = std::move(spec), scale](ImDrawList& list, ImVec2 low, ImVec2 high) {
    const CanvasTextMeasure measure;
    const chart::Size size{(high.x - low.x) / scale, (high.y - low.y) / scale};
    paint(list, low, chart::sparkline(spec, {.size = size, .text = measure}));
  };
}

void draw_reviews(const Frame& frame, float scale) {
  const Overview& overview = frame.snapshot->overview;
  const Strings& strings = frame.strings;
  const std::string label = strings.say(Text::Reviews);
  const std::string value = number_text(overview.reviews, strings);
  const std::string range = day_range_text(overview.first_day, overview.last_day, strings);
  const std::string help = strings.say(Text::ReviewsHelp);
  kpi_tile({.label = label,
            .value = value,
            .interval = range,
            .help = help,
            .sparkline = small_trend(overview, number_of_reviews, scale),
            .sparkline_summary = label});
}

void draw_rating(const Frame& frame, float scale) {
  const Overview& overview = frame.snapshot->overview;
  const Strings& strings = frame.strings;
  const std::string label = strings.say(Text::MeanRating);
  const std::string value =
      overview.rating.n > 0 ? rating_text(overview.rating.value, strings) : std::string{};
  const std::string unit = strings.say(Text::OfFive);
  const std::string interval = rating_interval(overview.rating, strings);
  const std::string help = strings.say(Text::MeanRatingHelp);
  kpi_tile({.label = label,
            .value = value,
            .unit = overview.rating.n > 0 ? std::string_view{unit} : std::string_view{},
            .interval = interval,
            .help = help,
            .sparkline = small_trend(overview, mean_rating, scale),
            .sparkline_summary = label});
}

void draw_unhappy(const Frame& frame, float scale) {
  const Overview& overview = frame.snapshot->overview;
  const Strings& strings = frame.strings;
  const std::string label = strings.say(Text::NegativeReviews);
  const bool is_known = overview.negative_share.n > 0;
  const std::string value = is_known ? share_text(overview.negative_share.value, strings) : std::string{};
  const std::string interval = overview.sentiment.pending > 0
                                   ? understood_text(overview.sentiment, strings)
                                   : share_interval(overview.negative_share, strings);
  const std::string help = strings.say(Text::NegativeReviewsHelp);
  kpi_tile({.label = label,
            .value = value,
            .interval = interval,
            .help = help,
            .sparkline = small_trend(overview, negative_share, scale),
            .sparkline_summary = label});
}

void draw_agreement(const Frame& frame) {
  const auto& agreement = frame.snapshot->overview.agreement;
  const Strings& strings = frame.strings;
  const std::string label = strings.say(Text::Agreement);
  const std::string value = share_text(agreement.within_one.value, strings);
  const std::string interval =
      strings.say(Text::AgreementSentence,
                  {share_text(agreement.exact.value, strings), number_text(agreement.exact.n, strings)});
  const std::string help = strings.say(Text::AgreementHelp);
  kpi_tile({.label = label, .value = value, .interval = interval, .help = help});
}

}  // namespace

void draw_key_figures(const Frame& frame) {
  const float scale = css_scale();
  const bool has_agreement = frame.snapshot->overview.agreement.within_one.n > 0;
  const bool has_feelings = can_have_feelings(*frame.snapshot);
  const std::size_t count = 2U + (has_agreement ? 1U : 0U) + (has_feelings ? 1U : 0U);
  Columns columns("figures", {.min_width = is_phone_width() ? 150.0F : 200.0F, .max_count = count});
  columns.next();
  draw_reviews(frame, scale);
  columns.next();
  draw_rating(frame, scale);
  if (has_feelings) {
    columns.next();
    draw_unhappy(frame, scale);
  }
  if (has_agreement) {
    columns.next();
    draw_agreement(frame);
  }
}

}  // namespace attune::ui
