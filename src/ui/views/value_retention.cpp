#include "ui/views/value_retention.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "chart/plots/heat_map.hpp"
#include "chart/plots/survival.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::Survival;
using snapshot::SurvivalOf;

constexpr float kSurvivalHeight = 320;
constexpr float kCohortRow = 26;
constexpr float kCohortFrame = 76;  // axis and title
constexpr std::size_t kMostCohorts = 24;
constexpr std::size_t kMostFactors = 6;

// The curve is as high as the triangle beside it.
float cohorts_height(const std::vector<snapshot::Cohort>& retention) {
  return kCohortFrame + kCohortRow * static_cast<float>(std::min(retention.size(), kMostCohorts));
}

bool counts_contracts(const Survival& survival) { return survival.of == SurvivalOf::Contract; }

std::string survival_sentence(const Survival& survival, const Strings& strings) {
  const std::string n = number_text(survival.n, strings);
  const std::string ended = number_text(survival.ended, strings);
  std::string text =
      strings.say(counts_contracts(survival) ? Text::ContractsEnded : Text::SecondOrders, {ended, n});
  if (survival.median) {
    text += " " + strings.say(counts_contracts(survival) ? Text::HalfEndedAfter : Text::HalfCameBackAfter,
                              {short_number(*survival.median, strings)});
  } else {
    text += " " + strings.say(Text::FewerThanHalf);
  }
  return text;
}

chart::SurvivalSpec survival_spec(const Survival& survival, const std::string& title,
                                  const Strings& strings) {
  chart::SurvivalSpec spec{.caption = {.title = title}, .curves = {}, .time_title = {}};
  spec.time_title =
      strings.say(counts_contracts(survival) ? Text::TimeSinceStart : Text::DaysSinceFirstOrder);
  chart::SurvivalCurve curve{.name = title, .steps = {}};
  for (const snapshot::SurvivalStep& step : survival.steps) {
    curve.steps.push_back(
        {step.days, step.share, step.low, step.high, static_cast<std::int64_t>(step.at_risk)});
  }
  spec.curves.push_back(std::move(curve));
  return spec;
}

chart::CohortSpec cohort_spec(const std::vector<snapshot::Cohort>& retention, const Strings& strings) {
  chart::CohortSpec spec{
      .caption = {.title = strings.say(Text::WhoCameBack)}, .cohorts = {}, .period_title = {}};
  spec.period_title = strings.say(Text::MonthsSinceFirstOrder);
  const std::size_t first = retention.size() > kMostCohorts ? retention.size() - kMostCohorts : 0;
  for (std::size_t i = first; i < retention.size(); ++i) {
    const snapshot::Cohort& cohort = retention[i];
    chart::Cohort row{.name = period_text(cohort.first_day, snapshot::Granularity::Month, strings),
                      .size = static_cast<std::int64_t>(cohort.n),
                      .retained = {}};
    for (const snapshot::RetentionCell& cell : cohort.months) row.retained.push_back(cell.share);
    spec.cohorts.push_back(std::move(row));
  }
  return spec;
}

}  // namespace

void ValueRetention::draw(Frame& frame) {
  const snapshot::Customers& customers = *frame.snapshot->customers;
  Columns columns("retention", {.min_width = 460, .max_count = 2});
  if (customers.survival.of != SurvivalOf::None && !customers.survival.steps.empty()) {
    columns.next();
    draw_survival(frame);
  }
  if (!customers.retention.empty()) {
    columns.next();
    draw_cohorts(frame);
  }
}

void ValueRetention::draw_survival(Frame& frame) {
  const Strings& strings = frame.strings;
  const Survival& survival = frame.snapshot->customers->survival;
  const std::string title =
      strings.say(counts_contracts(survival) ? Text::StillUnderContract : Text::NoSecondOrderYet);
  const Card card(title + "###survival-card", {.caption = strings.say(Text::BandNote)});
  (void)survival_.draw(
      title + "###survival", std::max(kSurvivalHeight, cohorts_height(frame.snapshot->customers->retention)),
      data_revision(*frame.snapshot),
      [&](const chart::Surface& surface) {
        return chart::survival_chart(survival_spec(survival, title, strings), surface);
      },
      strings.locale());
  paragraph(survival_sentence(survival, strings), kSoft);
  if (survival.factors.empty()) return;
  space(kSpace3);
  label(strings.say(Text::EndMoreOften), kStrong);
  for (std::size_t i = 0; i < std::min(survival.factors.size(), kMostFactors); ++i) {
    const snapshot::HazardFactor& factor = survival.factors[i];
    const std::string range =
        chart::format_interval({factor.low, factor.high}, {chart::Unit::Number, 1, {}}, strings.locale());
    paragraph("· " + strings.say(Text::FactorTimes, {factor.column, factor.value,
                                                     chart::format_number(factor.ratio, 1, strings.locale()),
                                                     range, number_text(factor.n, strings)}),
              kSoft);
  }
}

void ValueRetention::draw_cohorts(Frame& frame) {
  const Strings& strings = frame.strings;
  const auto& retention = frame.snapshot->customers->retention;
  const std::string title = strings.say(Text::WhoCameBack);
  const Card card(title + "###cohorts-card", {.caption = strings.say(Text::WhoCameBackHint)});
  const float height = cohorts_height(retention);
  (void)cohorts_.draw(
      title + "###cohorts", height, data_revision(*frame.snapshot),
      [&](const chart::Surface& surface) {
        return chart::cohort_chart(cohort_spec(retention, strings), surface);
      },
      strings.locale());
}

}  // namespace attune::ui
