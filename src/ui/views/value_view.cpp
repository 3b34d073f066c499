#include "ui/views/value_view.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "chart/plots/histogram.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/missing_data.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/page_top.hpp"
#include "ui/views/people.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

using snapshot::Customers;
using snapshot::Value;

constexpr float kDistributionHeight = 260;

struct FigureTexts {
  std::string label, value, interval, help;
};

std::vector<FigureTexts> figures_of(const Customers& customers, const Strings& strings) {
  const Value& value = customers.value;
  const std::string& currency = customers.counts.currency;
  const std::string horizon = days_text(value.horizon_days, strings);
  const std::string people = customer_count(customers.counts.with_orders, strings);
  const std::string range =
      strings.say(Text::FromTo, {money_text(value.expected_value_low, currency, strings),
                                 money_text(value.expected_value_high, currency, strings)});
  std::vector<FigureTexts> figures;
  figures.push_back({strings.say(Text::ExpectedValue), money_text(value.expected_value, currency, strings),
                     strings.say(Text::RangeWithin, {range, horizon, people}),
                     strings.say(Text::ExpectedValueHelp)});
  const auto& risk = value.risk;
  figures.push_back({strings.say(Text::AtHighRisk), number_text(risk.customers[2], strings),
                     strings.say(Text::AtStake, {money_text(risk.value_at_risk[2], currency, strings)}),
                     strings.say(Text::AtHighRiskHelp)});
  figures.push_back({strings.say(Text::MedianCustomer), money_text(value.median_value, currency, strings),
                     people, strings.say(Text::MedianCustomerHelp)});
  figures.push_back({strings.say(Text::BestTenth), share_text(value.top_tenth_share, strings), people,
                     strings.say(Text::BestTenthHelp)});
  return figures;
}

chart::Bins bins_of(const std::vector<snapshot::HistogramBin>& distribution) {
  chart::Bins bins{.start = distribution.front().low,
                   .width = distribution.front().high - distribution.front().low,
                   .counts = {}};
  for (const snapshot::HistogramBin& bin : distribution)
    bins.counts.push_back(static_cast<std::int64_t>(bin.n));
  return bins;
}

}  // namespace

void ValueView::draw(Frame& frame) {
  const Customers* customers = customers_with_orders(frame);
  const Strings& strings = frame.strings;
  const std::string caption =
      customers != nullptr && customers->value.until
          ? strings.say(Text::LearnedUntil, {day_text(*customers->value.until, strings)})
          : files_text(frame.run.files, strings);
  draw_page_top(frame, Text::Value, caption);
  if (customers == nullptr) return draw_missing_data(frame, DataNeed::Orders, Text::ValueShows);
  {
    Columns columns("value-figures", {.min_width = is_phone_width() ? 150.0F : 210.0F, .max_count = 4});
    for (const FigureTexts& figure : figures_of(*customers, strings)) {
      columns.next();
      kpi_tile(
          {.label = figure.label, .value = figure.value, .interval = figure.interval, .help = figure.help});
    }
  }
  space(kSpace4);
  map_.draw(frame);
  space(kSpace4);
  draw_distribution(frame);
  space(kSpace4);
  retention_.draw(frame);
  space(kSpace4);
  models_.draw(frame);
}

void ValueView::draw_distribution(Frame& frame) {
  const Value& value = frame.snapshot->customers->value;
  if (value.distribution.empty()) return;
  const Strings& strings = frame.strings;
  const std::string title = strings.say(Text::HowValuesSpread);
  const std::string caption =
      strings.say(Text::HowValuesSpreadHint, {share_text(value.top_tenth_share, strings)});
  const Card card(title + "###distribution-card", {.caption = caption});
  const ChartResponse response = distribution_.draw(
      title + "###distribution", kDistributionHeight, data_revision(*frame.snapshot),
      [&](const chart::Surface& surface) {
        const std::string& currency = frame.snapshot->customers->counts.currency;
        chart::HistogramSpec spec{.caption = {.title = title}, .bins = bins_of(value.distribution)};
        if (!currency.empty()) spec.format = {chart::Unit::Currency, 0, currency};
        spec.x_title = strings.say(Text::ExpectedValue);
        spec.y_title = strings.say(Text::Customers);
        spec.median = value.median_value;
        return chart::histogram(spec, surface);
      },
      strings.locale());
  if (response.is_pressed && response.hovered != nullptr &&
      response.hovered->index < value.distribution.size()) {
    const snapshot::HistogramBin& bin = value.distribution[response.hovered->index];
    protocol::CustomersFilter filter;
    filter.least_value = bin.low;
    filter.most_value = bin.high;
    show_people(frame, filter);
  }
}

}  // namespace attune::ui
