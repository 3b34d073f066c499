#include "ui/views/value_models.hpp"

#include <algorithm>
#include <string>

#include "chart/plots/calibration.hpp"
#include "snapshot/customer_names.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::FitState;
using snapshot::FittedModel;
using snapshot::HoldoutCheck;
using snapshot::Score;

constexpr float kCalibrationHeight = 300;
constexpr std::size_t kMostReasons = 6;

std::string decimal(double value, int decimals, const Strings& strings) {
  return chart::format_number(value, decimals, strings.locale());
}

void draw_model(const FittedModel& model, bool shows_parameters, const Strings& strings) {
  if (model.state == FitState::None) return;
  const Text sentence = model.state == FitState::Fitted ? Text::ModelFitted : Text::ModelTypical;
  paragraph(strings.say(sentence, {model.name, customer_count(model.customers, strings)}), kBody);
  if (!model.remark.empty()) paragraph(model.remark, kSoft);
  if (!shows_parameters) return;
  for (const snapshot::Parameter& parameter : model.parameters) {
    const std::string range = parameter.high > parameter.low
                                  ? chart::format_interval({parameter.low, parameter.high},
                                                           {chart::Unit::Number, 3, {}}, strings.locale())
                                  : strings.say(Text::TooFewToSay);
    paragraph("· " + parameter.name + " = " +
                  strings.say(Text::ValueWithRange, {decimal(parameter.value, 3, strings), range}),
              kSoft);
  }
  if (model.state == FitState::Fitted) {
    paragraph(strings.say(Text::LogLikelihood, {decimal(model.log_likelihood, 1, strings)}), kSoft);
  }
}

void draw_holdout(const HoldoutCheck& check, const Strings& strings) {
  space(kSpace3);
  label(strings.say(Text::TriedOnThePast), kStrong);
  if (!check.split_day || !check.last_day || check.customers == 0) {
    paragraph(strings.say(Text::TooShortToTry), kSoft);
    return;
  }
  paragraph(strings.say(Text::HoldoutSentence,
                        {day_text(*check.split_day, strings), day_text(*check.last_day, strings),
                         decimal(check.orders_expected, 0, strings), decimal(check.orders_seen, 0, strings),
                         customer_count(check.customers, strings)}),
            kBody);
  paragraph(strings.say(check.mean_error <= check.naive_error ? Text::BetterThanNaive : Text::WorseThanNaive,
                        {decimal(check.mean_error, 3, strings), decimal(check.naive_error, 3, strings),
                         decimal(check.correlation, 2, strings)}),
            kBody);
}

std::string reason_name(const snapshot::ScoreReason& reason, const Strings& strings) {
  const auto feature = snapshot::feature_from_name(reason.what);
  std::string name = feature ? feature_text({.feature = *feature, .column = {}}, strings) : reason.what;
  if (!reason.value.empty()) name += " = " + reason.value;
  return name;
}

}  // namespace

void ValueModels::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const snapshot::Customers& customers = *frame.snapshot->customers;
  Columns columns("models", {.min_width = 420, .max_count = 2});
  columns.next();
  {
    const Card card(strings.label(Text::HowFarToTrust, "models-card"));
    draw_model(customers.value.orders, shows_parameters_, strings);
    space(kSpace2);
    draw_model(customers.value.spending, shows_parameters_, strings);
    draw_holdout(customers.value.holdout, strings);
    space(kSpace3);
    toggle(strings.label(Text::ShowParameters, "show-parameters"), shows_parameters_);
  }
  if (customers.next_order.is_made || !customers.next_order.remark.empty()) {
    columns.next();
    draw_score(frame, customers.next_order, "next-order", next_order_);
  }
  if (customers.lead.is_made) {
    columns.next();
    draw_score(frame, customers.lead, "lead", lead_);
  }
}

void ValueModels::draw_score(Frame& frame, const Score& score, const char* id, ChartPlace& place) {
  const Strings& strings = frame.strings;
  const std::string title = score.label.empty()
                                ? strings.say(Text::OrderWithin, {days_text(score.horizon_days, strings)})
                                : strings.say(Text::ChanceOf, {score.label, score.outcome});
  const Card card(title + "###score-" + id);
  if (!score.remark.empty()) paragraph(score.remark, kSoft);
  if (!score.is_made) return;
  const auto share_of_pairs = [&](const snapshot::Estimate& auc) {
    return strings.say(
        Text::ValueWithRange,
        {decimal(auc.value, 2, strings),
         chart::format_interval({auc.low, auc.high}, {chart::Unit::Number, 2, {}}, strings.locale())});
  };
  paragraph(strings.say(
                score.uses_naive_rule ? Text::RuleIsUsed : Text::ModelIsUsed,
                {share_of_pairs(score.auc), share_of_pairs(score.naive_auc), number_text(score.n, strings)}),
            kBody);
  paragraph(strings.say(Text::LiftSentence, {decimal(score.lift_at_tenth, 1, strings)}), kBody);
  if (!score.calibration.empty()) {
    space(kSpace2);
    (void)place.draw(
        strings.say(Text::SaidAndSeen) + "###calibration-" + id, kCalibrationHeight,
        data_revision(*frame.snapshot),
        [&](const chart::Surface& surface) {
          chart::CalibrationSpec spec{.caption = {.title = strings.say(Text::SaidAndSeen)}, .bins = {}};
          spec.predicted_title = strings.say(Text::ChanceSaid);
          spec.observed_title = strings.say(Text::CameTrue);
          for (const snapshot::CalibrationBin& bin : score.calibration) {
            spec.bins.push_back({bin.said, bin.seen, bin.low, bin.high, static_cast<std::int64_t>(bin.n)});
          }
          return chart::calibration_chart(spec, surface);
        },
        strings.locale());
  }
  if (score.reasons.empty()) return;
  space(kSpace3);
  label(strings.say(Text::WhatMovesIt), kStrong);
  for (std::size_t i = 0; i < std::min(score.reasons.size(), kMostReasons); ++i) {
    const snapshot::ScoreReason& reason = score.reasons[i];
    const std::string range =
        chart::format_interval({reason.low, reason.high}, {chart::Unit::Number, 2, {}}, strings.locale());
    paragraph("· " + strings.say(reason.weight >= 0 ? Text::SpeaksFor : Text::SpeaksAgainst,
                                 {reason_name(reason, strings), decimal(reason.weight, 2, strings), range}),
              kSoft);
  }
}

}  // namespace attune::ui
