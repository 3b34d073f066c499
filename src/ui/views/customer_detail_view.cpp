#include "ui/views/customer_detail_view.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "snapshot/customer_names.hpp"
#include "ui/state/column_words.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/people.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/tone.hpp"

namespace attune::ui {
namespace {

using protocol::CustomerAnswer;
using protocol::CustomerRow;

constexpr std::size_t kMostProducts = 5;
constexpr std::size_t kMostOffers = 5;

struct Fact {
  std::string name, value;
};

void draw_head(const Frame& frame, const CustomerRow& customer) {
  const Strings& strings = frame.strings;
  heading(name_text(customer, strings), 3);
  if (!customer.email.empty() && customer.email != name_text(customer, strings))
    label(customer.email, kCaption);
  space(kSpace2);
  bool is_first = true;
  const auto add_pill = [&is_first](const std::string& text, Tone tone) {
    if (!is_first) flow(pill_width(text) / css_scale());
    pill(text, tone);
    is_first = false;
  };
  if (const auto segment = snapshot::rfm_segment_from_name(customer.segment)) {
    add_pill(strings.say(title_of(*segment)), tone_of_segment(*segment));
  }
  if (customer.risk) {
    add_pill(strings.say(Text::RiskIs, {risk_text(customer.risk_level, strings)}),
             tone_of_risk(customer.risk_level));
  }
  if (customer.consent) {
    add_pill(strings.say(*customer.consent ? Text::MayBeWrittenTo : Text::MayNotBeWrittenTo),
             *customer.consent ? Tone::Positive : Tone::Warning);
  }
}

std::vector<Fact> facts_of(const CustomerAnswer& answer, const std::string& currency,
                           const Strings& strings) {
  const CustomerRow& row = answer.customer;
  std::vector<Fact> facts;
  if (row.orders == 0) return facts;
  facts.push_back({strings.say(Text::Orders), number_text(row.orders, strings)});
  facts.push_back({strings.say(Text::Revenue), money_text(row.revenue, currency, strings)});
  facts.push_back({strings.say(Text::MeanOrder), money_text(answer.mean_order, currency, strings)});
  if (row.first_order) facts.push_back({strings.say(Text::FirstOrder), day_text(*row.first_order, strings)});
  if (row.last_order) facts.push_back({strings.say(Text::LastOrder), day_text(*row.last_order, strings)});
  if (answer.usual_gap_days) {
    facts.push_back({strings.say(Text::BetweenOrders), days_text(*answer.usual_gap_days, strings)});
  }
  if (answer.refunds > 0) {
    facts.push_back({strings.say(Text::Refunds),
                     strings.say(Text::ValueWithRange, {number_text(answer.refunds, strings),
                                                        money_text(answer.refunded, currency, strings)})});
  }
  return facts;
}

void draw_facts(const std::vector<Fact>& facts, const char* id) {
  Columns columns(id, {.min_width = 130, .max_count = 3, .is_equal_height = false});
  for (const Fact& fact : facts) {
    columns.next();
    label(fact.name, kCaption);
    label(fact.value, kStrong);
    space(kSpace2);
  }
}

// What is likely to come, with its interval, and the risk with its reasons.
void draw_outlook(const Frame& frame, const CustomerAnswer& answer) {
  const CustomerRow& row = answer.customer;
  if (!row.risk) return;
  const Strings& strings = frame.strings;
  const snapshot::Customers& customers = *frame.snapshot->customers;
  space(kSpace5);
  heading(strings.say(Text::WhatToExpect), 3);
  paragraph(strings.say(Text::OrdersAgain, {days_text(customers.value.horizon_days, strings),
                                            share_text(1 - *row.risk, strings)}),
            kBody);
  if (row.expected_orders && row.value) {
    const std::string orders = strings.say(
        Text::ValueWithRange, {short_number(*row.expected_orders, strings),
                               strings.say(Text::FromTo, {short_number(row.expected_orders_low, strings),
                                                          short_number(row.expected_orders_high, strings)})});
    const std::string value =
        money_range_text(*row.value, row.value_low, row.value_high, customers.counts.currency, strings);
    paragraph(
        strings.say(Text::ExpectedWithin, {days_text(customers.value.horizon_days, strings), orders, value}),
        kBody);
  }
  if (row.next_order && customers.next_order.is_made) {
    paragraph(strings.say(Text::NextOrderChance, {days_text(customers.next_order.horizon_days, strings),
                                                  share_text(*row.next_order, strings)}),
              kBody);
  }
  if (answer.risk_reasons.empty()) return;
  space(kSpace3);
  label(strings.say(Text::WhyThisRisk), kStrong);
  for (const protocol::Reason& reason : answer.risk_reasons) {
    paragraph("· " + reason_text(reason, strings), kBody);
  }
}

void draw_offers(const Frame& frame, const CustomerAnswer& answer) {
  if (answer.offers.empty()) return;
  const Strings& strings = frame.strings;
  space(kSpace5);
  heading(strings.say(Text::WhatToOffer), 3);
  for (std::size_t i = 0; i < std::min(answer.offers.size(), kMostOffers); ++i) {
    const protocol::Offer& offer = answer.offers[i];
    space(kSpace2);
    label(offer.name, kStrong);
    paragraph(reason_text(offer.why, strings), kCaption, {.max_lines = 2});
  }
}

void draw_profile(const Frame& frame, const CustomerAnswer& answer) {
  const Strings& strings = frame.strings;
  std::vector<Fact> facts;
  for (const protocol::ProfileField& field : answer.profile) {
    if (field.name != "email" && !field.value.empty())
      facts.push_back({role_text(field.name, strings), field.value});
  }
  if (!facts.empty()) {
    space(kSpace5);
    heading(strings.say(Text::WhatIsKnown), 3);
    draw_facts(facts, "customer-profile");
  }
  if (!answer.products.empty()) {
    space(kSpace5);
    heading(strings.say(Text::BuysMost), 3);
    for (std::size_t i = 0; i < std::min(answer.products.size(), kMostProducts); ++i) {
      paragraph("· " + strings.say(Text::ProductTimes, {answer.products[i].name, answer.products[i].value}),
                kBody);
    }
  }
  if (answer.known_as.size() < 2) return;
  space(kSpace5);
  heading(strings.say(Text::KnownAs), 3);
  for (const std::string& record : answer.known_as) paragraph("· " + record, kSoft);
  paragraph(strings.say(Text::KnownAsHint), kCaption);
}

}  // namespace

void CustomerDetailView::draw(Frame& frame, std::uint32_t customer) {
  const Strings& strings = frame.strings;
  const protocol::CustomerQuery question{customer};
  const auto* answer = frame.answers.find<CustomerAnswer>(question);
  if (answer == nullptr) {
    const std::string& failure = frame.answers.failure(question);
    paragraph(failure.empty() ? strings.say(Text::OneMoment) : failure, kSoft);
    return;
  }
  draw_head(frame, answer->customer);
  space(kSpace4);
  draw_facts(facts_of(*answer, frame.snapshot->customers->counts.currency, strings), "customer-facts");
  draw_outlook(frame, *answer);
  draw_offers(frame, *answer);
  timeline_.draw(frame, *answer);
  draw_profile(frame, *answer);
}

}  // namespace attune::ui
