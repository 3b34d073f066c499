#include "ui/views/customers_filters.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "snapshot/customer_names.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/views/people.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"

namespace attune::ui {
namespace {

using protocol::CustomersFilter;
using snapshot::RfmSegment;

constexpr float kSearchWidth = 320;
constexpr float kListWidth = 220;
constexpr std::array<std::string_view, 3> kRisks{"low", "medium", "high"};

void draw_search(Frame& frame) {
  const Strings& strings = frame.strings;
  const std::string placeholder = strings.say(Text::SearchCustomersPlaceholder);
  std::string search = frame.view.people.filter.search;
  const FieldOptions options{
      .width = is_phone_width() ? 0 : kSearchWidth, .placeholder = placeholder, .shows_label = false};
  if (search_box(strings.label(Text::SearchCustomers, "search-customers"), search, options)) {
    search.resize(utf8::prefix_within(search, kMaxSearchBytes));
    frame.view.people.filter.search = std::move(search);
  }
}

// Names of `values` as the choices of a list; those that change are put into `chosen` or taken out.
template <class Names, class Shown>
void draw_list(const Strings& strings, Text title, std::string_view id, const Names& values, Shown&& shown,
               std::vector<std::string>& chosen) {
  Choices choices;
  std::array<bool, snapshot::kRfmSegments> is_chosen{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    choices.add(shown(values[i]) + "###" + std::string{values[i]});
    is_chosen[i] = std::ranges::find(chosen, values[i]) != chosen.end();
  }
  const auto before = is_chosen;
  multi_select(strings.label(title, id), choices.list(), std::span{is_chosen}.first(values.size()),
               {.width = kListWidth});
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (is_chosen[i] != before[i]) toggle_in(chosen, std::string{values[i]});
  }
}

std::array<std::string_view, snapshot::kRfmSegments> segment_names() {
  std::array<std::string_view, snapshot::kRfmSegments> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = snapshot::name_of(static_cast<RfmSegment>(i));
  return names;
}

std::string span_text(std::optional<double> least, std::optional<double> most, auto&& shown,
                      const Strings& strings) {
  if (least && most) return strings.say(Text::FromTo, {shown(*least), shown(*most)});
  return least ? strings.say(Text::AtLeast, {shown(*least)}) : strings.say(Text::AtMost, {shown(*most)});
}

}  // namespace

void CustomersFilters::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  CustomersFilter& filter = frame.view.people.filter;
  draw_search(frame);
  const std::size_t active =
      filter.segments.size() + filter.risks.size() + (filter.only_with_consent ? 1U : 0U);
  std::string name = strings.say(Text::Filters);
  if (active > 0) name += " (" + number_text(active, strings) + ")";
  if (flow_button(name + "###filters", {.icon = Icon::Filter})) are_lists_shown_ = !are_lists_shown_;
  const std::string export_label = strings.label(Text::ExportForMailing, "export-people");
  flow(css_button_width(export_label, {.icon = Icon::Download}));
  draw_people_export(frame, filter, "export-people");
  if (!is_open(filter)) {
    if (flow_button(strings.label(Text::ClearFilters, "clear-filters"), {.kind = ButtonKind::Quiet}))
      filter = {};
  }
  if (are_lists_shown_) {
    space(kSpace3);
    draw_lists(frame);
    space(kSpace2);
  }
  draw_chosen(frame);
}

void CustomersFilters::draw_lists(Frame& frame) const {
  const Strings& strings = frame.strings;
  CustomersFilter& filter = frame.view.people.filter;
  const snapshot::Customers& customers = *frame.snapshot->customers;
  Columns columns("filter-people", {.min_width = kListWidth, .max_count = 3, .is_equal_height = false});
  if (customers.counts.with_orders > 0) {
    columns.next();
    draw_list(
        strings, Text::Segments, "filter-segment", segment_names(),
        [&](std::string_view segment) { return segment_text(segment, strings); }, filter.segments);
    columns.next();
    draw_list(
        strings, Text::RiskOfLeaving, "filter-risk", kRisks,
        [&](std::string_view risk) { return risk_text(risk, strings); }, filter.risks);
  }
  if (customers.counts.with_consent > 0) {
    columns.next();
    checkbox(strings.label(Text::OnlyWithConsent, "filter-consent"), filter.only_with_consent);
  }
}

// Everything that narrows the list and is not in sight, each with its cross.
void CustomersFilters::draw_chosen(Frame& frame) const {
  const Strings& strings = frame.strings;
  const std::string& currency = frame.snapshot->customers->counts.currency;
  CustomersFilter& filter = frame.view.people.filter;
  bool is_first = true;
  const auto chip = [&is_first](const std::string& text) {
    const bool is_pressed = is_first ? filter_chip(text, true, true) : flow_chip(text, true, true);
    is_first = false;
    return is_pressed;
  };
  if (!filter.customers.empty()) {
    const std::string text = strings.count(Text::OneChosen, Text::ManyChosen, filter.customers.size());
    if (chip(text + "###chosen-people")) filter.customers.clear();
  }
  const std::vector<std::string> segments = filter.segments;
  for (const std::string& segment : segments) {
    if (chip(segment_text(segment, strings) + "###chosen-segment-" + segment))
      toggle_in(filter.segments, segment);
  }
  const std::vector<std::string> risks = filter.risks;
  for (const std::string& risk : risks) {
    if (chip(strings.say(Text::RiskIs, {risk_text(risk, strings)}) + "###chosen-risk-" + risk)) {
      toggle_in(filter.risks, risk);
    }
  }
  const std::vector<std::uint32_t> clusters = filter.clusters;
  for (const std::uint32_t cluster : clusters) {
    const std::string number = std::to_string(cluster + 1);
    if (chip(strings.say(Text::GroupNumber, {number}) + "###chosen-group-" + number)) {
      toggle_in(filter.clusters, cluster);
    }
  }
  if (filter.least_risk || filter.most_risk) {
    const auto shown = [&](double risk) { return share_text(risk, strings); };
    const std::string span = span_text(filter.least_risk, filter.most_risk, shown, strings);
    if (chip(strings.say(Text::RiskIs, {span}) + "###chosen-chance"))
      filter.least_risk = filter.most_risk = {};
  }
  if (filter.least_value || filter.most_value) {
    const auto shown = [&](double value) { return money_text(value, currency, strings); };
    const std::string span = span_text(filter.least_value, filter.most_value, shown, strings);
    if (chip(strings.say(Text::ExpectedIs, {span}) + "###chosen-value"))
      filter.least_value = filter.most_value = {};
  }
  if (filter.least_worth || filter.most_worth) {
    const auto shown = [&](double value) { return money_text(value, currency, strings); };
    const std::string span = span_text(filter.least_worth, filter.most_worth, shown, strings);
    if (chip(strings.say(Text::WorthIs, {span}) + "###chosen-worth"))
      filter.least_worth = filter.most_worth = {};
  }
  if (!filter.bought.empty() && chip(strings.say(Text::HasBought, {filter.bought}) + "###chosen-bought")) {
    filter.bought.clear();
  }
  if (!filter.user_segment.empty() && chip(filter.user_segment + "###chosen-rule"))
    filter.user_segment.clear();
  if (filter.only_with_consent && chip(strings.say(Text::OnlyWithConsent) + "###chosen-consent")) {
    filter.only_with_consent = false;
  }
}

}  // namespace attune::ui
