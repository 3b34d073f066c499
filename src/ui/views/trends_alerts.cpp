#include "ui/views/trends_alerts.hpp"

#include <algorithm>
#include <string>

#include "snapshot/insight_names.hpp"
#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/evidence.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::Alert;
using snapshot::AlertKind;

constexpr std::size_t kMostAlerts = 6;

Tone tone_of(AlertKind kind) {
  if (is_bad_news(kind)) return Tone::Negative;
  if (kind == AlertKind::FewerComplaints || kind == AlertKind::RatingRose) return Tone::Positive;
  return Tone::Warning;
}

void draw_alert(Frame& frame, const Alert& alert, std::size_t index) {
  const Strings& strings = frame.strings;
  pill(alert_place(alert, strings), tone_of(alert.kind), Icon::Bell);
  space(kSpace2);
  paragraph(alert_text(alert, strings), kBody);
  space(kSpace1);
  draw_evidence_link(frame, alert.evidence, "alert-" + std::to_string(index));
}

}  // namespace

void draw_alerts(Frame& frame) {
  const Strings& strings = frame.strings;
  const auto& alerts = frame.snapshot->insight.alerts;
  const std::string caption = strings.say(alerts.empty() ? Text::NoAlertsHint : Text::AlertsHint);
  const Card card(strings.label(Text::Alerts, "alerts-card"), {.caption = caption});
  if (alerts.empty()) return;
  Columns columns("alerts", {.min_width = 340, .max_count = 3, .gap = kSpace5, .is_equal_height = false});
  for (std::size_t i = 0; i < std::min(alerts.size(), kMostAlerts); ++i) {
    columns.next();
    draw_alert(frame, alerts[i], i);
    space(kSpace4);
  }
  if (alerts.size() > kMostAlerts) {
    columns.next();
    paragraph(strings.say(Text::MoreAlerts, {number_text(alerts.size() - kMostAlerts, strings)}), kSoft);
  }
}

}  // namespace attune::ui
