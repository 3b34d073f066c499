#include "ui/state/customer_sentences.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "snapshot/customer_names.hpp"

namespace attune::ui {
namespace {

using snapshot::RfmSegment;

struct SegmentTexts {
  Text title, meaning;
};
constexpr std::array<SegmentTexts, snapshot::kRfmSegments> kSegments{{
    {Text::Champions, Text::ChampionsMeaning},
    {Text::LoyalCustomers, Text::LoyalCustomersMeaning},
    {Text::PotentialLoyalists, Text::PotentialLoyalistsMeaning},
    {Text::NewCustomers, Text::NewCustomersMeaning},
    {Text::Promising, Text::PromisingMeaning},
    {Text::NeedAttention, Text::NeedAttentionMeaning},
    {Text::AboutToSleep, Text::AboutToSleepMeaning},
    {Text::AtRisk, Text::AtRiskMeaning},
    {Text::CannotLoseThem, Text::CannotLoseThemMeaning},
    {Text::Hibernating, Text::HibernatingMeaning},
}};

struct ReasonText {
  std::string_view code;
  Text text;
  bool takes_item;  // {0} is the item, the numbers come after it
};
constexpr std::array kReasons{
    ReasonText{"ordered-once", Text::OrderedOnce, false},
    ReasonText{"silent", Text::UsuallyAndSilent, false},
    ReasonText{"regular", Text::UsuallyAndRegular, false},
    ReasonText{"longest-silence", Text::LongestSilence, false},
    ReasonText{"refunds", Text::RefundsOfOrders, false},
    ReasonText{"open-tickets", Text::OpenTickets, false},
    ReasonText{"last-negative", Text::LastNegative, false},
    ReasonText{"last-worse", Text::LastWorse, false},
    ReasonText{"last-positive", Text::LastPositive, false},
    ReasonText{"because-of", Text::BecauseOf, true},
    ReasonText{"popular", Text::PopularWith, false},
    ReasonText{"popular-in-segment", Text::PopularInSegment, false},
    ReasonText{"in-baskets", Text::InBaskets, false},
    ReasonText{"bought-with", Text::BoughtBeside, true},
    ReasonText{"bought-together", Text::BoughtWith, true},
};

constexpr std::array kFeatures{Text::FeatureDaysSinceOrder, Text::FeatureOrders,
                               Text::FeatureOrderAmount,    Text::FeatureTenure,
                               Text::FeatureUsualGap,       Text::FeatureRefundShare,
                               Text::FeatureSentiment,      Text::FeatureDifferentProducts,
                               Text::FeatureRevenue};

// Amounts of one sentence with the same decimals: none from 100 up.
int money_decimals(double largest) { return std::abs(largest) >= 100 ? 0 : 2; }

std::string money_with(double amount, int decimals, const std::string& currency, const Strings& strings) {
  if (currency.empty()) return chart::format_number(amount, decimals, strings.locale());
  return chart::format_value(amount, {chart::Unit::Currency, decimals, currency}, strings.locale());
}

}  // namespace

std::string customer_count(std::uint64_t n, const Strings& strings) {
  return strings.count(Text::OneCustomer, Text::ManyCustomers, n);
}

std::string basket_count(std::uint64_t n, const Strings& strings) {
  return strings.count(Text::OneBasket, Text::ManyBaskets, n);
}

std::string order_count(std::uint64_t n, const Strings& strings) {
  return strings.count(Text::OneOrder, Text::ManyOrders, n);
}

std::string days_text(double days, const Strings& strings) {
  return strings.count(Text::OneDay, Text::ManyDays,
                       static_cast<std::uint64_t>(std::max(0.0, std::round(days))));
}

std::string short_number(double value, const Strings& strings) {
  const bool is_whole = value == std::round(value);
  return chart::format_number(value, is_whole || std::abs(value) >= 10 ? 0 : 1, strings.locale());
}

std::string money_text(double amount, const std::string& currency, const Strings& strings) {
  return money_with(amount, money_decimals(amount), currency, strings);
}

std::string money_range_text(double amount, double low, double high, const std::string& currency,
                             const Strings& strings) {
  const int decimals = money_decimals(std::max(std::abs(amount), std::abs(high)));
  const std::string range = strings.say(Text::FromTo, {money_with(low, decimals, currency, strings),
                                                       money_with(high, decimals, currency, strings)});
  return strings.say(Text::ValueWithRange, {money_with(amount, decimals, currency, strings), range});
}

std::string interval_text(const snapshot::Estimate& estimate, const chart::ValueFormat& format,
                          std::string_view n_text, const Strings& strings) {
  if (!(estimate.high > estimate.low))
    return strings.say(Text::RangeAndCases, {strings.say(Text::TooFewToSay), n_text});
  const std::string range = chart::format_interval({estimate.low, estimate.high}, format, strings.locale());
  return strings.say(Text::RangeAndCases, {range, n_text});
}

std::string name_text(const protocol::CustomerRow& customer, const Strings& strings) {
  if (!customer.name.empty()) return customer.name;
  if (!customer.email.empty()) return customer.email;
  const std::string number = customer.id.empty() ? std::to_string(customer.customer + 1) : customer.id;
  return strings.say(Text::NameNotGiven, {number});
}

Text title_of(RfmSegment segment) noexcept { return kSegments[static_cast<std::size_t>(segment)].title; }

Text meaning_of(RfmSegment segment) noexcept { return kSegments[static_cast<std::size_t>(segment)].meaning; }

std::string segment_text(std::string_view name, const Strings& strings) {
  const auto segment = snapshot::rfm_segment_from_name(name);
  return segment ? strings.say(title_of(*segment)) : std::string{};
}

std::string risk_text(std::string_view level, const Strings& strings) {
  if (level == "low") return strings.say(Text::RiskLow);
  if (level == "medium") return strings.say(Text::RiskMedium);
  if (level == "high") return strings.say(Text::RiskHigh);
  return {};
}

std::string reason_text(const protocol::Reason& reason, const Strings& strings) {
  const auto* found = std::ranges::find(kReasons, reason.code, &ReasonText::code);
  if (found == kReasons.end()) return reason.sentence;
  std::array<std::string, 2> words;
  std::size_t filled = 0;
  if (found->takes_item) words[filled++] = reason.item;
  for (const double number : reason.numbers) {
    if (filled < words.size()) words[filled++] = short_number(std::round(number), strings);
  }
  return strings.say(found->text, {words[0], words[1]});
}

std::string feature_text(const snapshot::ClusterFeature& feature, const Strings& strings) {
  const auto at = static_cast<std::size_t>(feature.feature);
  return at < kFeatures.size() ? strings.say(kFeatures[at]) : feature.column;
}

std::string condition_text(const snapshot::Condition& condition, const snapshot::Clusters& clusters,
                           const Strings& strings) {
  if (condition.feature >= clusters.features.size()) return {};
  const std::string name = feature_text(clusters.features[condition.feature], strings);
  const std::string above = condition.above ? short_number(*condition.above, strings) : std::string{};
  const std::string up_to = condition.up_to ? short_number(*condition.up_to, strings) : std::string{};
  if (condition.above && condition.up_to) return strings.say(Text::ConditionBetween, {name, above, up_to});
  return condition.above ? strings.say(Text::ConditionAbove, {name, above})
                         : strings.say(Text::ConditionUpTo, {name, up_to});
}

}  // namespace attune::ui
