#include "ui/state/metric_sentences.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/state/column_words.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"

namespace attune::ui {
namespace {

using snapshot::Metric;
using snapshot::MetricId;
using snapshot::MetricUnit;

struct MetricTexts {
  MetricFamily family;
  Text name, formula;
};
// In the order of MetricId.
constexpr std::array kMetrics{
    MetricTexts{MetricFamily::Voices, Text::MetricReviews, Text::FormulaReviews},
    MetricTexts{MetricFamily::Voices, Text::MetricRating, Text::FormulaRating},
    MetricTexts{MetricFamily::Voices, Text::MetricNetSentiment, Text::FormulaNetSentiment},
    MetricTexts{MetricFamily::Voices, Text::MetricNps, Text::FormulaNps},
    MetricTexts{MetricFamily::Voices, Text::MetricCsat, Text::FormulaCsat},
    MetricTexts{MetricFamily::Voices, Text::MetricEffort, Text::FormulaEffort},
    MetricTexts{MetricFamily::Voices, Text::MetricMentions, Text::FormulaMentions},
    MetricTexts{MetricFamily::Voices, Text::MetricShareOfVoice, Text::FormulaShareOfVoice},
    MetricTexts{MetricFamily::Voices, Text::MetricTrust, Text::FormulaTrust},
    MetricTexts{MetricFamily::Voices, Text::MetricEngagement, Text::FormulaEngagement},
    MetricTexts{MetricFamily::Service, Text::MetricResponseTime, Text::FormulaResponseTime},
    MetricTexts{MetricFamily::Service, Text::MetricResponseRate, Text::FormulaResponseRate},
    MetricTexts{MetricFamily::Service, Text::MetricResolutionTime, Text::FormulaResolutionTime},
    MetricTexts{MetricFamily::Service, Text::MetricAgents, Text::FormulaAgents},
    MetricTexts{MetricFamily::Service, Text::MetricCostToServe, Text::FormulaCostToServe},
    MetricTexts{MetricFamily::Sales, Text::MetricRevenue, Text::FormulaRevenue},
    MetricTexts{MetricFamily::Sales, Text::MetricOrders, Text::FormulaOrders},
    MetricTexts{MetricFamily::Sales, Text::MetricOrderValue, Text::FormulaOrderValue},
    MetricTexts{MetricFamily::Sales, Text::MetricItemsPerOrder, Text::FormulaItemsPerOrder},
    MetricTexts{MetricFamily::Loyalty, Text::MetricRepeat, Text::FormulaRepeat},
    MetricTexts{MetricFamily::Loyalty, Text::MetricRetention, Text::FormulaRetention},
    MetricTexts{MetricFamily::Loyalty, Text::MetricChurn, Text::FormulaChurn},
    MetricTexts{MetricFamily::Loyalty, Text::MetricLifetimeValue, Text::FormulaLifetimeValue},
    MetricTexts{MetricFamily::Loyalty, Text::MetricActiveSubscriptions, Text::FormulaActiveSubscriptions},
    MetricTexts{MetricFamily::Loyalty, Text::MetricMonthlyRevenue, Text::FormulaMonthlyRevenue},
    MetricTexts{MetricFamily::Loyalty, Text::MetricSubscriptionChurn, Text::FormulaSubscriptionChurn},
    MetricTexts{MetricFamily::Sales, Text::MetricRefunds, Text::FormulaRefunds},
    MetricTexts{MetricFamily::Marketing, Text::MetricLeads, Text::FormulaLeads},
    MetricTexts{MetricFamily::Marketing, Text::MetricConversion, Text::FormulaConversion},
    MetricTexts{MetricFamily::Marketing, Text::MetricMarketingReturn, Text::FormulaMarketingReturn},
};
static_assert(kMetrics.size() == static_cast<std::size_t>(MetricId::MarketingReturn) + 1);

const MetricTexts& texts_of(MetricId id) noexcept { return kMetrics[static_cast<std::size_t>(id)]; }

}  // namespace

MetricFamily family_of(MetricId id) noexcept { return texts_of(id).family; }

Text heading_of(MetricFamily family) noexcept {
  constexpr std::array<Text, kMetricFamilies> kHeadings{
      Text::FamilyVoices, Text::FamilyService, Text::FamilySales, Text::FamilyLoyalty, Text::FamilyMarketing};
  return kHeadings[static_cast<std::size_t>(family)];
}

Text name_of_metric(MetricId id) noexcept { return texts_of(id).name; }

Text formula_of(MetricId id) noexcept { return texts_of(id).formula; }

std::string metric_value(const Metric& metric, double value, const Strings& strings) {
  switch (metric.unit) {
    case MetricUnit::Count:
      return chart::format_number(std::round(value), 0, strings.locale());
    case MetricUnit::Share:
      return share_text(value, strings);
    case MetricUnit::Stars:
      return rating_text(value, strings);
    case MetricUnit::Points:
      return net_text(value / 100, strings);
    case MetricUnit::Money:
      return money_text(value, metric.currency, strings);
    case MetricUnit::Days:
      return strings.say(Text::DaysValue, {short_number(value, strings)});
    case MetricUnit::Hours:
      return strings.say(Text::HoursValue, {short_number(value, strings)});
    case MetricUnit::PerPerson:
      return short_number(value, strings);
    case MetricUnit::Ratio:
      return chart::format_number(value, 2, strings.locale());
  }
  return {};
}

std::string metric_range(const Metric& metric, const Strings& strings) {
  const snapshot::Estimate& figure = metric.figure;
  const std::string cases = strings.count(Text::OneCase, Text::ManyCases, figure.n);
  if (!has_interval(figure)) return cases;  // a sum and a count have none
  const std::string range = strings.say(
      Text::FromTo, {metric_value(metric, figure.low, strings), metric_value(metric, figure.high, strings)});
  return strings.say(Text::CountAndShare, {range, cases});
}

chart::ValueFormat format_of(const Metric& metric) {
  switch (metric.unit) {
    case MetricUnit::Count:
      return {chart::Unit::Count, 0, {}};
    case MetricUnit::Share:
      return {chart::Unit::Percent, 0, {}};
    case MetricUnit::Money:
      if (!metric.currency.empty()) return {chart::Unit::Currency, -1, metric.currency};
      break;
    case MetricUnit::Points:
      return {chart::Unit::Number, 0, {}};
    case MetricUnit::Stars:
    case MetricUnit::Days:
    case MetricUnit::Hours:
    case MetricUnit::PerPerson:
    case MetricUnit::Ratio:
      break;
  }
  return {chart::Unit::Number, -1, {}};
}

std::string metric_needs(const Metric& metric, const Strings& strings) {
  std::string roles;
  for (const std::string& need : metric.needs)
    roles += (roles.empty() ? "" : ", ") + role_text(need, strings);
  std::string table = table_kind_text(metric.needs_table, strings);
  if (table.empty()) table = metric.needs_table.empty() ? strings.say(Text::AFile) : metric.needs_table;
  if (roles.empty()) return strings.say(Text::NeedsTable, {table});
  return strings.say(Text::NeedsTableWith, {table, roles});
}

}  // namespace attune::ui
