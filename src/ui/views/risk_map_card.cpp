#include "ui/views/risk_map_card.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "chart/interaction.hpp"
#include "chart/plots/risk_map.hpp"
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

using protocol::CustomersFilter;
using snapshot::RiskPoint;
using snapshot::RiskSummary;

constexpr float kHeight = 420;

struct Quarter {
  Text name;
  bool is_risky, is_worth_it;
};
// In the order of RiskMapSpec::corners.
constexpr std::array kQuarters{
    Quarter{Text::SafeAndWorthIt, false, true}, Quarter{Text::LeavingAndWorthIt, true, true},
    Quarter{Text::SafeAndSmall, false, false}, Quarter{Text::LeavingAndSmall, true, false}};

CustomersFilter filter_of(const Quarter& quarter, const RiskSummary& risk) {
  CustomersFilter filter;
  (quarter.is_risky ? filter.least_risk : filter.most_risk) = risk.risk_line;
  (quarter.is_worth_it ? filter.least_worth : filter.most_worth) = risk.value_line;
  return filter;
}

std::uint64_t count_in(const Quarter& quarter, const RiskSummary& risk) {
  return static_cast<std::uint64_t>(std::ranges::count_if(risk.points, [&](const RiskPoint& point) {
    return (point.risk >= risk.risk_line) == quarter.is_risky &&
           (point.value >= risk.value_line) == quarter.is_worth_it;
  }));
}

// Points are thinned where there are many customers; then a loop means its bounds, in which everybody counts.
bool has_everybody(const Frame& frame) {
  const snapshot::Customers& customers = *frame.snapshot->customers;
  return customers.value.risk.points.size() >= customers.counts.with_orders;
}

bool passes(const CustomersFilter& filter, const RiskPoint& point) {
  if (!filter.customers.empty()) return std::ranges::binary_search(filter.customers, point.customer);
  return (!filter.least_risk || point.risk >= *filter.least_risk) &&
         (!filter.most_risk || point.risk <= *filter.most_risk) &&
         (!filter.least_worth || point.value >= *filter.least_worth) &&
         (!filter.most_worth || point.value <= *filter.most_worth);
}

bool is_chosen_here(const CustomersFilter& filter) {
  return !filter.customers.empty() || filter.least_risk || filter.most_risk || filter.least_worth ||
         filter.most_worth;
}

chart::RiskMapSpec map_spec(const Frame& frame) {
  const Strings& strings = frame.strings;
  const snapshot::Customers& customers = *frame.snapshot->customers;
  const RiskSummary& risk = customers.value.risk;
  chart::RiskMapSpec spec{.caption = {.title = strings.say(Text::WhoIsWorthIt)}, .points = {}};
  spec.risk_line = risk.risk_line;
  spec.value_line = risk.value_line;
  spec.risk_title = strings.say(Text::RiskOfLeaving);
  spec.value_title = strings.say(Text::ValueIfKept);
  if (!customers.counts.currency.empty())
    spec.value_format = {chart::Unit::Currency, -1, customers.counts.currency};
  for (std::size_t i = 0; i < kQuarters.size(); ++i) spec.corners[i] = strings.say(kQuarters[i].name);
  const CustomersFilter& filter = frame.view.people.filter;
  const bool marks_choice = is_chosen_here(filter);
  for (const RiskPoint& point : risk.points) {
    spec.points.push_back({point.risk, point.value});
    if (marks_choice) spec.is_chosen.push_back(passes(filter, point) ? 1 : 0);
  }
  spec.summary = strings.say(Text::RiskMapSummary,
                             {customer_count(risk.customers[2], strings),
                              money_text(risk.value_at_risk[2], customers.counts.currency, strings)});
  return spec;
}

}  // namespace

void RiskMapCard::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const RiskSummary& risk = frame.snapshot->customers->value.risk;
  const std::string title = strings.say(Text::WhoIsWorthIt);
  const std::string caption =
      strings.say(is_phone_width() ? Text::WhoIsWorthItTouch : Text::WhoIsWorthItHint) + " " +
      strings.say(Text::RiskMeaning, {days_text(frame.snapshot->customers->value.horizon_days, strings)});
  const Card card(title + "###risk-card", {.caption = caption});
  if (risk.points.empty()) {
    paragraph(strings.say(Text::TooFewToSay), kSoft);
    return;
  }
  draw_quarters(frame);
  space(kSpace3);
  draw_choice(frame);
  space(kSpace3);
  if (shown_ != frame.view.people.filter) {
    shown_ = frame.view.people.filter;
    ++choice_;
  }
  const ChartResponse response = place_.draw(
      title + "###risk-map", kHeight, data_revision(*frame.snapshot) * 1009 + choice_,
      [&](const chart::Surface& surface) { return chart::risk_map(map_spec(frame), surface); },
      strings.locale());
  if (lasso_.draw(response)) {
    choose_in_loop(frame);
  } else if (response.is_released && response.hovered != nullptr &&
             response.hovered->index < risk.points.size()) {
    open_customer(frame, risk.points[response.hovered->index].customer);
  }
}

void RiskMapCard::choose_in_loop(Frame& frame) {
  const RiskSummary& risk = frame.snapshot->customers->value.risk;
  const auto& laid_out = place_.chart();
  if (!laid_out || !laid_out->x || !laid_out->y) return;
  const chart::RiskMapSpec spec = map_spec(frame);
  const double lowest = chart::least_value(spec);
  std::vector<chart::Point> values;
  for (const RiskPoint& point : risk.points)
    values.push_back({point.risk, std::max<double>(point.value, lowest)});
  CustomersFilter filter;
  for (const std::size_t i : chart::values_in(values, *laid_out->x, *laid_out->y, lasso_.corners())) {
    const RiskPoint& point = risk.points[i];
    filter.customers.push_back(point.customer);
    filter.least_risk = std::min<double>(filter.least_risk.value_or(1), point.risk);
    filter.most_risk = std::max<double>(filter.most_risk.value_or(0), point.risk);
    filter.least_worth = std::min<double>(filter.least_worth.value_or(point.value), point.value);
    filter.most_worth = std::max<double>(filter.most_worth.value_or(point.value), point.value);
  }
  if (filter.customers.empty()) return;
  std::ranges::sort(filter.customers);
  if (has_everybody(frame)) {
    filter.least_risk = filter.most_risk = filter.least_worth = filter.most_worth = {};
  } else {
    filter.customers.clear();
  }
  frame.view.people.filter = std::move(filter);
}

// The four quarters as buttons: what a loop does, for the keyboard and for fingers.
void RiskMapCard::draw_quarters(Frame& frame) const {
  const Strings& strings = frame.strings;
  const RiskSummary& risk = frame.snapshot->customers->value.risk;
  bool is_first = true;
  for (const std::size_t i : {1U, 0U, 3U, 2U}) {  // whom to look at first
    const Quarter& quarter = kQuarters[i];
    std::string text = strings.say(quarter.name);
    if (has_everybody(frame)) text += ": " + number_text(count_in(quarter, risk), strings);
    const std::string name = text + "###quarter-" + std::to_string(i);
    const bool is_on = frame.view.people.filter == filter_of(quarter, risk);
    if (is_first ? filter_chip(name, is_on) : flow_chip(name, is_on)) {
      frame.view.people.filter = is_on ? CustomersFilter{} : filter_of(quarter, risk);
    }
    is_first = false;
  }
}

// What can be done with those who are chosen; it keeps its place where nobody is, so that the map stays where
// it is.
void RiskMapCard::draw_choice(Frame& frame) const {
  const Strings& strings = frame.strings;
  CustomersFilter& filter = frame.view.people.filter;
  const bool has_choice = is_chosen_here(filter);
  const RiskSummary& risk = frame.snapshot->customers->value.risk;
  const auto count = static_cast<std::uint64_t>(
      std::ranges::count_if(risk.points, [&](const RiskPoint& point) { return passes(filter, point); }));
  const std::string sentence = !has_choice ? strings.say(Text::NobodyChosen)
                               : has_everybody(frame)
                                   ? strings.count(Text::OneChosen, Text::ManyChosen, count)
                                   : strings.say(Text::ChosenByBounds, {number_text(count, strings)});
  if (button(strings.label(Text::ShowChosen, "show-chosen"),
             {.kind = has_choice ? ButtonKind::Primary : ButtonKind::Secondary,
              .icon = Icon::People,
              .is_enabled = has_choice})) {
    frame.view.page = PageName::Customers;
  }
  flow(css_button_width(strings.say(Text::ExportForMailing), {.icon = Icon::Download}));
  draw_people_export(frame, filter, "export-chosen", has_choice);
  if (has_choice &&
      flow_button(strings.label(Text::ClearChoice, "clear-choice"), {.kind = ButtonKind::Quiet}))
    filter = {};
  paragraph(sentence, kSoft);
}

}  // namespace attune::ui
