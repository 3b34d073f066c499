#include "ui/views/metrics_view.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "snapshot/insight_names.hpp"
#include "ui/state/metric_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/page_top.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/overlays.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::Metric;
using snapshot::MetricState;

std::string caption_text(const Frame& frame) {
  const Strings& strings = frame.strings;
  if (frame.snapshot == nullptr || frame.snapshot->insight.metrics.empty())
    return files_text(frame.run.files, strings);
  const auto& metrics = frame.snapshot->insight.metrics;
  const auto missing =
      static_cast<std::uint64_t>(std::ranges::count(metrics, MetricState::Missing, &Metric::state));
  return strings.say(Text::MetricsCaption,
                     {number_text(metrics.size() - missing, strings), number_text(missing, strings)});
}

void draw_metric(Frame& frame, const Metric& metric) {
  const Strings& strings = frame.strings;
  const std::string id = snapshot::name_of(metric.id);
  const std::string name = strings.say(name_of_metric(metric.id));
  const bool is_known = metric.state == MetricState::Known;
  const Card card("###metric-" + id, {.padding = kSpace4 + kSpace1});
  paragraph(name, {.size = TextSize::Small, .ink = Ink::Soft, .face = Face::Semibold});
  space(kSpace2);
  tile_value(is_known ? metric_value(metric, metric.figure.value, strings) : std::string{"\xE2\x80\x93"},
             is_known ? Ink::Normal : Ink::Faint);
  space(kSpace2);
  paragraph(is_known ? metric_range(metric, strings)
                     : strings.say(Text::MetricTooFew,
                                   {strings.count(Text::OneCase, Text::ManyCases, metric.figure.n)}),
            {.size = TextSize::Small, .ink = Ink::Faint});
  space(kSpace2);
  const std::string more = strings.say(Text::HowComputed) + "###how-" + id;
  if (link(more, {.size = TextSize::Small, .ink = Ink::Accent})) frame.view.own().set(kOpenKey, id);
}

void draw_family(Frame& frame, MetricFamily family) {
  const auto& metrics = frame.snapshot->insight.metrics;
  const auto is_shown = [&](const Metric& metric) {
    return family_of(metric.id) == family && metric.state != MetricState::Missing;
  };
  if (std::ranges::none_of(metrics, is_shown)) return;
  heading(frame.strings.say(heading_of(family)), 2);
  space(kSpace3);
  {
    const std::string id = "metrics-" + std::to_string(static_cast<int>(family));
    Columns columns(id.c_str(), {.min_width = is_phone_width() ? 150.0F : 210.0F, .max_count = 4});
    for (const Metric& metric : metrics) {
      if (!is_shown(metric)) continue;
      columns.next();
      draw_metric(frame, metric);
    }
  }
  space(kSpace5);
}

// What the files do not hold, and what would have to be exported for it.
void draw_missing(Frame& frame) {
  const auto& metrics = frame.snapshot->insight.metrics;
  if (std::ranges::find(metrics, MetricState::Missing, &Metric::state) == metrics.end()) return;
  const Strings& strings = frame.strings;
  const std::string caption = strings.say(Text::MissingMetricsHint);
  const Card card(strings.label(Text::MissingMetrics, "missing-metrics"), {.caption = caption});
  {
    Columns columns("missing", {.min_width = 300, .max_count = 3, .is_equal_height = false});
    for (const Metric& metric : metrics) {
      if (metric.state != MetricState::Missing) continue;
      columns.next();
      label(strings.say(name_of_metric(metric.id)), kStrong);
      if (metric.id == snapshot::MetricId::ShareOfVoice) {  // the user's to say, not a file's
        if (link(strings.label(Text::NameCompetitors, "name-competitors")))
          frame.view.own().set(kOpenKey, std::string{snapshot::name_of(metric.id)});
      } else {
        paragraph(metric_needs(metric, strings), kSoft);
      }
      space(kSpace3);
    }
  }
  space(kSpace2);
  if (button(strings.label(Text::AddFiles, "add-files"), {.icon = Icon::Upload}))
    frame.commands.emplace_back(protocol::PickFiles{.adds = true});
}

}  // namespace

void MetricsView::draw(Frame& frame) {
  if (draw_drawer(frame)) return;
  const Strings& strings = frame.strings;
  draw_page_top(frame, Text::Metrics, caption_text(frame));
  if (frame.snapshot == nullptr) return paragraph(strings.say(Text::FirstFiguresSoon), kSoft);
  if (frame.snapshot->insight.metrics.empty()) {
    if (frame.run.is_working()) return paragraph(strings.say(Text::FirstFiguresSoon), kSoft);
    const std::string title = strings.say(Text::NoMetrics);
    const std::string hint = strings.say(Text::NoMetricsHint);
    const std::string action = strings.label(Text::ShowColumns, "show-columns");
    if (empty_state({.icon = Icon::Gauge, .title = title, .hint = hint, .action = action}))
      frame.view.page = PageName::Files;
    return;
  }
  for (std::size_t family = 0; family < kMetricFamilies; ++family)
    draw_family(frame, static_cast<MetricFamily>(family));
  draw_missing(frame);
}

bool MetricsView::draw_drawer(Frame& frame) {
  const std::string_view open = frame.view.own().text(kOpenKey);
  if (open.empty() || frame.snapshot == nullptr) return false;
  const auto& metrics = frame.snapshot->insight.metrics;
  const auto found = std::ranges::find_if(
      metrics, [&](const Metric& metric) { return snapshot::name_of(metric.id) == open; });
  if (found == metrics.end()) return false;
  bool is_shown = true;
  bool covers_page = false;
  {
    const Drawer drawer(frame.strings.label(Text::Metrics, "metric-detail"), is_shown);
    detail_.draw(frame, *found);
    covers_page = drawer.covers_page();
  }
  if (!is_shown) frame.view.parameters[PageName::Metrics].clear(kOpenKey);
  return covers_page;
}

}  // namespace attune::ui
