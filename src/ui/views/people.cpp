#include "ui/views/people.hpp"

#include <string>
#include <utility>

#include "snapshot/customer_names.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/widgets/page.hpp"

namespace attune::ui {
namespace {

constexpr double kClearlyFelt = 0.25;

}  // namespace

void show_people(Frame& frame, protocol::CustomersFilter filter) {
  frame.view.page = PageName::Customers;
  frame.view.people.filter = std::move(filter);
  frame.view.own().clear(kOpenKey);
}

void show_segment(Frame& frame, snapshot::RfmSegment segment) {
  protocol::CustomersFilter filter;
  filter.segments = {std::string{snapshot::name_of(segment)}};
  show_people(frame, std::move(filter));
}

void open_customer(Frame& frame, std::uint32_t customer) {
  frame.view.page = PageName::Customers;
  frame.view.own().set(kOpenKey, std::uint64_t{customer});
}

void draw_people_export(Frame& frame, const protocol::CustomersFilter& filter, std::string_view stable_id,
                        bool is_enabled) {
  const Strings& strings = frame.strings;
  const std::string hint = strings.say(Text::ExportForMailingHint);
  if (button(strings.label(Text::ExportForMailing, stable_id),
             {.icon = Icon::Download, .is_enabled = is_enabled, .tooltip = hint})) {
    frame.commands.emplace_back(protocol::SaveCustomers{filter});
    frame.notices.push_back(hint);
  }
}

const snapshot::Customers* customers_with_orders(const Frame& frame) noexcept {
  if (frame.snapshot == nullptr || !frame.snapshot->customers) return nullptr;
  const snapshot::Customers& customers = *frame.snapshot->customers;
  return customers.counts.with_orders > 0 ? &customers : nullptr;
}

Tone tone_of_risk(std::string_view level) noexcept {
  if (level == "high") return Tone::Negative;
  if (level == "medium") return Tone::Warning;
  if (level == "low") return Tone::Positive;
  return Tone::Neutral;
}

Tone tone_of_segment(snapshot::RfmSegment segment) noexcept {
  using snapshot::RfmSegment;
  switch (segment) {
    case RfmSegment::Champions:
    case RfmSegment::LoyalCustomers:
      return Tone::Positive;
    case RfmSegment::PotentialLoyalists:
    case RfmSegment::NewCustomers:
    case RfmSegment::Promising:
      return Tone::Accent;
    case RfmSegment::NeedAttention:
    case RfmSegment::AboutToSleep:
      return Tone::Warning;
    case RfmSegment::AtRisk:
    case RfmSegment::CannotLoseThem:
      return Tone::Negative;
    case RfmSegment::Hibernating:
      break;
  }
  return Tone::Neutral;
}

Tone tone_of_sentiment(double sentiment) noexcept {
  if (sentiment < -kClearlyFelt) return Tone::Negative;
  return sentiment > kClearlyFelt ? Tone::Positive : Tone::Neutral;
}

std::string sentiment_text(double sentiment, const Strings& strings) {
  using protocol::SentimentFilter;
  if (sentiment < -kClearlyFelt) return feeling_text(SentimentFilter::Negative, strings);
  return feeling_text(sentiment > kClearlyFelt ? SentimentFilter::Positive : SentimentFilter::Neutral,
                      strings);
}

}  // namespace attune::ui
