#include "chart/plots/survival.hpp"

#include <algorithm>

#include "chart/plots/line.hpp"
#include "chart/words.hpp"

namespace attune::chart {
namespace {

std::string summary_of(const SurvivalSpec& spec, Locale locale) {
  std::string summary;
  for (const SurvivalCurve& curve : spec.curves) {
    if (curve.steps.empty()) continue;
    const std::string& name = curve.name.empty() ? spec.caption.title : curve.name;
    const auto half = std::find_if(curve.steps.begin(), curve.steps.end(),
                                   [](const SurvivalStep& step) { return step.share <= 0.5; });
    const auto time = [&](double value) { return format_value(value, {}, locale); };
    const SurvivalStep& last = curve.steps.back();
    summary += summary.empty() ? "" : " ";
    summary += half != curve.steps.end()
                   ? phrase(Phrase::HalfGone, locale.language, {name, time(half->time)})
                   : phrase(Phrase::Remaining, locale.language,
                            {name, format_value(last.share, kPercentFormat, locale), time(last.time)});
  }
  return summary;
}

}  // namespace

Chart survival_chart(const SurvivalSpec& spec, const Surface& surface) {
  LineSpec lines;
  lines.caption = spec.caption;
  lines.is_time = false;
  lines.x_title = spec.time_title;
  lines.y_format = kPercentFormat;
  lines.y_domain = Interval{0, 1};
  for (const SurvivalCurve& curve : spec.curves) {
    LineSeries& series = lines.series.emplace_back(LineSeries{curve.name, {}});
    series.is_stepped = true;
    if (!curve.steps.empty() && curve.steps.front().time > 0) {
      series.points.push_back({0, 1, 1, 1, curve.steps.front().at_risk});
    }
    for (const SurvivalStep& step : curve.steps)
      series.points.push_back({step.time, step.share, step.low, step.high, step.at_risk});
  }
  Chart chart = line_chart(lines, surface);
  if (std::string summary = summary_of(spec, surface.locale); !summary.empty())
    chart.description.summary = std::move(summary);
  return chart;
}

}  // namespace attune::chart
