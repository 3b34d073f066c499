#include "ui/views/segment_card.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/people.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

constexpr std::size_t kMostNames = 3;

struct Fact {
  std::string name, value, interval;
};

chart::ValueFormat money_format(const std::string& currency) {
  return currency.empty() ? chart::ValueFormat{} : chart::ValueFormat{chart::Unit::Currency, 0, currency};
}

std::string range_of(const snapshot::Estimate& estimate, const chart::ValueFormat& format,
                     const Strings& strings) {
  if (!(estimate.high > estimate.low)) return strings.say(Text::TooFewToSay);
  return chart::format_interval({estimate.low, estimate.high}, format, strings.locale());
}

std::vector<Fact> facts_of(const SegmentCard& segment, const Strings& strings) {
  const snapshot::GroupProfile& profile = segment.profile;
  std::vector<Fact> facts;
  if (profile.churn_risk.n > 0) {
    facts.push_back({strings.say(Text::RiskOfLeaving), share_text(profile.churn_risk.value, strings),
                     range_of(profile.churn_risk, {chart::Unit::Percent, 0, {}}, strings)});
  }
  if (profile.order_amount.n > 0) {
    facts.push_back({strings.say(Text::MeanOrder),
                     money_text(profile.order_amount.value, segment.currency, strings),
                     range_of(profile.order_amount, money_format(segment.currency), strings)});
  }
  if (profile.orders.n > 0) {
    facts.push_back({strings.say(Text::OrdersEach), short_number(profile.orders.value, strings),
                     range_of(profile.orders, {chart::Unit::Number, 1, {}}, strings)});
  }
  if (profile.sentiment.n > 0) {
    facts.push_back({strings.say(Text::Feeling), sentiment_text(profile.sentiment.value, strings),
                     review_count(profile.sentiment.n, strings)});
  }
  return facts;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kMostNames); ++i) text += (i > 0 ? ", " : "") + names[i];
  return text;
}

}  // namespace

void draw_segment_card(Frame& frame, const SegmentCard& segment) {
  const Strings& strings = frame.strings;
  const std::string id{segment.id};
  const Card card(segment.title + "###segment-" + id, {.caption = segment.meaning});
  pill(strings.say(Text::CountAndShare,
                   {customer_count(segment.profile.n, strings), share_text(segment.profile.share, strings)}),
       segment.tone);
  space(kSpace2);
  paragraph(strings.say(Text::RevenueAndExpected,
                        {money_text(segment.profile.revenue, segment.currency, strings),
                         money_text(segment.profile.expected_value, segment.currency, strings)}),
            kBody);
  space(kSpace2);
  {
    Columns columns(("facts-" + id).c_str(), {.min_width = 110, .max_count = 2, .is_equal_height = false});
    for (const Fact& fact : facts_of(segment, strings)) {
      columns.next();
      label(fact.name, kCaption);
      label(fact.value, kStrong);
      label(fact.interval, kCaption);
      space(kSpace2);
    }
  }
  if (!segment.profile.products.empty()) {
    paragraph(strings.say(Text::TheyBuy, {listed(segment.profile.products)}), kCaption, {.max_lines = 2});
  }
  if (!segment.profile.topics.empty()) {
    paragraph(strings.say(Text::TheyWriteAbout, {listed(segment.profile.topics)}), kCaption,
              {.max_lines = 2});
  }
  space(kSpace2);
  const std::string name = strings.say(Text::ShowCustomersOf, {segment.title}) + "###show-" + id;
  if (link(name)) show_people(frame, segment.filter);
}

}  // namespace attune::ui
