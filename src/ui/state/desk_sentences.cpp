#include "ui/state/desk_sentences.hpp"

#include <algorithm>
#include <span>

#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"

namespace attune::ui {
namespace {

struct Word {
  std::string_view code;
  Text text;
};

constexpr Word kReasons[] = {
    {"safety", Text::ReasonSafety},
    {"legal", Text::ReasonLegal},
    {"discrimination", Text::ReasonDiscrimination},
    {"payment", Text::ReasonPayment},
    {"press", Text::ReasonPress},
    {"refund", Text::ReasonRefund},
    {"cancellation", Text::ReasonCancellation},
    {"order-status", Text::ReasonOrderStatus},
    {"complaint", Text::ReasonComplaint},
    {"question", Text::ReasonQuestion},
    {"request", Text::ReasonRequest},
    {"awaits-reply", Text::ReasonAwaitsReply},
    {"angry", Text::ReasonAngry},
    {"lowest-rating", Text::ReasonLowestRating},
    {"valued-customer", Text::ReasonValued},
    {"overdue", Text::ReasonOverdue},
    {"old", Text::ReasonOld},
};
constexpr Word kTones[] = {{"sorry", Text::ToneSorry},
                           {"warm", Text::ToneWarm},
                           {"calm", Text::ToneCalm},
                           {"clear", Text::ToneClear}};
constexpr Word kSlots[] = {{"customer", Text::Customer},
                           {"order", Text::SlotOrder},
                           {"product", Text::Product},
                           {"shop", Text::ShopName},
                           {"signature", Text::Signature}};
constexpr Word kLanguages[] = {
    {"en", Text::InEnglish}, {"de", Text::InGerman}, {"fr", Text::InFrench}, {"es", Text::InSpanish}};
constexpr Word kPlaybooks[] = {
    {"say-sorry", Text::PlaybookSaySorry},
    {"win-back", Text::PlaybookWinBack},
    {"tell-what-changed", Text::PlaybookTellWhatChanged},
    {"second-order", Text::PlaybookSecondOrder},
    {"thank-regulars", Text::PlaybookThankRegulars},
    {"ask-for-review", Text::PlaybookAskForReview},
};
constexpr Word kTriggers[] = {
    {"churn-risk", Text::TriggerChurnRisk}, {"segment", Text::TriggerSegment}, {"topic", Text::TriggerTopic},
    {"sentiment", Text::TriggerSentiment},  {"event", Text::TriggerEvent},
};

std::string word_of(std::span<const Word> words, std::string_view code, const Strings& strings) {
  const auto found = std::ranges::find(words, code, &Word::code);
  if (found != words.end()) return strings.say(found->text);
  std::string plain{code};
  std::ranges::replace(plain, '-', ' ');
  return plain;
}

snapshot::Estimate estimate_of(const protocol::Figure& figure) {
  return {.value = figure.value, .low = figure.low, .high = figure.high, .n = figure.n};
}

}  // namespace

std::string urgency_reason_text(std::string_view code, const Strings& strings) {
  return word_of(kReasons, code, strings);
}

std::string escalation_text(std::string_view code, const Strings& strings) {
  return word_of(kReasons, code, strings);
}

std::string tone_text(std::string_view tone, const Strings& strings) {
  return word_of(kTones, tone, strings);
}

std::string slot_text(std::string_view slot, const Strings& strings) {
  return word_of(kSlots, slot, strings);
}

std::string language_text(std::string_view code, const Strings& strings) {
  return word_of(kLanguages, code, strings);
}

std::string playbook_title(std::string_view id, const Strings& strings) {
  return word_of(kPlaybooks, id, strings);
}

std::string playbook_trigger(const protocol::PlaybookInfo& playbook, const Strings& strings) {
  return word_of(kTriggers, playbook.trigger, strings);
}

std::string playbook_result(const protocol::PlaybookResult& result, const Strings& strings) {
  const std::string counts =
      strings.say(Text::PlaybookCounts,
                  {number_text(result.treated_orders, strings), number_text(result.treated, strings),
                   number_text(result.control_orders, strings), number_text(result.control, strings)});
  const snapshot::Estimate difference = estimate_of(result.share_difference);
  if (difference.n == 0) return counts + " " + strings.say(Text::PlaybookTooFew);
  const bool helped = has_interval(difference) && difference.low > 0;
  const bool harmed = has_interval(difference) && difference.high < 0;
  const Text verdict = helped ? Text::PlaybookHelped : harmed ? Text::PlaybookHarmed : Text::PlaybookUnclear;
  return counts + " " +
         strings.say(verdict, {net_text(difference.value, strings), net_range(difference, strings)});
}

}  // namespace attune::ui
