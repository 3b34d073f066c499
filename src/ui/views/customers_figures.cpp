#include "ui/views/customers_figures.hpp"

#include <array>
#include <string>
#include <vector>

#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

struct FigureTexts {
  std::string label, value, unit, interval, help;
};

chart::ValueFormat amount_format(const std::string& currency) {
  return currency.empty() ? chart::ValueFormat{} : chart::ValueFormat{chart::Unit::Currency, 2, currency};
}

std::vector<FigureTexts> figures_of(const snapshot::CustomerCounts& counts, const Strings& strings) {
  std::vector<FigureTexts> figures;
  const std::string range = day_range_text(counts.first_day, counts.last_day, strings);
  figures.push_back({.label = strings.say(Text::Customers),
                     .value = number_text(counts.customers, strings),
                     .unit = {},
                     .interval = range,
                     .help = strings.say(Text::CustomersHelp)});
  if (counts.repeat_share.n > 0) {
    figures.push_back({.label = strings.say(Text::CameBack),
                       .value = share_text(counts.repeat_share.value, strings),
                       .unit = {},
                       .interval = interval_text(counts.repeat_share, {chart::Unit::Percent, 0, {}},
                                                 customer_count(counts.repeat_share.n, strings), strings),
                       .help = strings.say(Text::CameBackHelp)});
  }
  if (counts.order_amount.n > 0) {
    figures.push_back({.label = strings.say(Text::MeanOrder),
                       .value = money_text(counts.order_amount.value, counts.currency, strings),
                       .unit = {},
                       .interval = interval_text(counts.order_amount, amount_format(counts.currency),
                                                 order_count(counts.order_amount.n, strings), strings),
                       .help = strings.say(Text::MeanOrderHelp)});
  }
  if (counts.order_gap_days.n > 0) {
    figures.push_back({.label = strings.say(Text::BetweenOrders),
                       .value = short_number(counts.order_gap_days.value, strings),
                       .unit = strings.say(Text::DaysUnit),
                       .interval = interval_text(counts.order_gap_days, {chart::Unit::Number, 0, {}},
                                                 customer_count(counts.order_gap_days.n, strings), strings),
                       .help = strings.say(Text::BetweenOrdersHelp)});
  }
  return figures;
}

}  // namespace

void draw_customer_figures(const Frame& frame) {
  const std::vector<FigureTexts> figures = figures_of(frame.snapshot->customers->counts, frame.strings);
  Columns columns("customer-figures",
                  {.min_width = is_phone_width() ? 150.0F : 200.0F, .max_count = figures.size()});
  for (const FigureTexts& figure : figures) {
    columns.next();
    kpi_tile({.label = figure.label,
              .value = figure.value,
              .unit = figure.unit,
              .interval = figure.interval,
              .help = figure.help});
  }
}

}  // namespace attune::ui
