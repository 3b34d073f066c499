#include "ui/views/reply_editor.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "ui/state/customer_sentences.hpp"
#include "ui/state/desk_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/views/inbox_table.hpp"
#include "ui/views/quote.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using protocol::InboxRow;
using protocol::ReplyAnswer;

constexpr int kDraftLines = 11;

std::string joined(const std::vector<std::string>& codes, auto&& word, const Strings& strings) {
  std::string text;
  for (const std::string& code : codes) text += (text.empty() ? "" : ", ") + word(code, strings);
  return text;
}

// Who wrote what, and why it stands where it stands.
void draw_message(Frame& frame, const InboxRow& row) {
  const Strings& strings = frame.strings;
  std::string facts = row.customer.empty() ? row.review.author : row.customer;
  const auto add = [&facts](const std::string& part) {
    if (!part.empty()) facts += (facts.empty() ? "" : " · ") + part;
  };
  if (row.customer_orders > 0) add(order_count(row.customer_orders, strings));
  if (row.review.day) add(day_text(*row.review.day, strings));
  add(row.review.source);
  add(row.review.product);
  if (!facts.empty()) paragraph(facts, kCaption);
  if (row.review.rating) stars(*row.review.rating);
  space(kSpace2);
  if (!row.review.title.empty()) heading(row.review.title, 3);
  paragraph(row.review.text, kBody, {.max_lines = 10, .is_quoted = true});
  if (link(strings.label(Text::WholeReview, "whole-review"))) open_review(frame, row.review.row);
  space(kSpace3);
  bool is_first = true;
  for (const protocol::UrgencyReason& reason : row.reasons) {
    const std::string text = strings.say(
        Text::ReasonWithPoints, {urgency_reason_text(reason.code, strings),
                                 (reason.points > 0 ? "+" : "") +
                                     chart::format_number(std::round(reason.points), 0, strings.locale())});
    if (!is_first) flow(css_button_width(text));
    pill(text, tone_of_urgency(reason.points * 3));
    is_first = false;
  }
}

}  // namespace

void ReplyEditor::draw(Frame& frame, std::uint64_t row, const InboxRow* listed) {
  const Strings& strings = frame.strings;
  if (listed != nullptr) draw_message(frame, *listed);
  space(kSpace4);
  divider();
  space(kSpace4);
  const auto chosen = choices_.find(row);
  const protocol::QueryBody query =
      protocol::ReplyQuery{.row = row,
                           .language = {},
                           .choice = chosen == choices_.end() ? std::nullopt : std::optional{chosen->second},
                           .shop = shop_,
                           .signature = signature_,
                           .discloses = discloses_};
  const std::string failure = frame.answers.failure(query);
  if (!failure.empty()) return banner(failure, Tone::Negative);
  const auto* reply = frame.answers.find<ReplyAnswer>(query);
  if (reply == nullptr) return paragraph(strings.say(Text::DraftOnItsWay), kSoft);
  draw_draft(frame, *reply);
}

void ReplyEditor::draw_draft(Frame& frame, const ReplyAnswer& reply) {
  const Strings& strings = frame.strings;
  heading(strings.say(Text::YourReply), 3);
  if (!reply.escalations.empty()) {
    space(kSpace2);
    banner(strings.say(Text::EscalateFirst, {joined(reply.escalations, escalation_text, strings)}),
           Tone::Negative);
  }
  space(kSpace2);
  choose(frame, reply);
  const std::string origin =
      reply.source_kind == "macro"
          ? strings.say(Text::DraftFromMacro, {reply.source_title, share_text(reply.confidence, strings)})
          : strings.say(Text::DraftFromTemplate, {tone_text(reply.tone, strings)});
  paragraph(origin, kCaption);
  space(kSpace2);
  std::string text = edited_.contains(reply.row) ? edited_[reply.row]
                     : reply.edited.empty()      ? reply.draft
                                                 : reply.edited;
  if (text_field(strings.label(Text::YourReply, "reply-text"), text,
                 {.shows_label = false, .lines = kDraftLines})) {
    edited_[reply.row] = text;
  }
  if (!reply.missing.empty()) {
    space(kSpace1);
    paragraph(strings.say(Text::SlotsMissing, {joined(reply.missing, slot_text, strings)}),
              {.size = TextSize::Small, .ink = Ink::Warning});
  }
  space(kSpace3);
  draw_actions(frame, reply, text);
  space(kSpace3);
  draw_sender(frame);
  space(kSpace2);
  paragraph(strings.say(Text::NothingIsSent), kCaption);
}

// The shop's own answers and our templates that fit, best first.
void ReplyEditor::choose(Frame& frame, const ReplyAnswer& reply) {
  if (reply.choices.size() < 2) return;
  const Strings& strings = frame.strings;
  Choices titles;
  for (std::size_t i = 0; i < reply.choices.size(); ++i)
    titles.add(reply.choices[i].title + "###choice-" + std::to_string(i));
  std::size_t selected = std::min<std::size_t>(reply.choice, reply.choices.size() - 1);
  if (select(strings.label(Text::DraftChoice, "draft-choice"), titles.list(), selected, {.width = 0})) {
    choices_[reply.row] = static_cast<std::uint32_t>(selected);
    edited_.erase(reply.row);
  }
  space(kSpace2);
}

void ReplyEditor::draw_actions(Frame& frame, const ReplyAnswer& reply, std::string& text) {
  const Strings& strings = frame.strings;
  if (button(strings.label(Text::CopyReply, "copy-reply"),
             {.kind = ButtonKind::Primary, .icon = Icon::Copy, .is_enabled = !text.empty()})) {
    frame.commands.emplace_back(protocol::CopyText{text});
    frame.notices.push_back(strings.say(Text::ReplyCopied));
  }
  const Text mark = reply.is_done ? Text::MarkOpen : Text::MarkDone;
  if (flow_button(strings.label(mark, "mark-done"), {.icon = Icon::Check})) {
    const bool is_edited = text != reply.draft;
    frame.commands.emplace_back(protocol::AskEngine{
        {.id = 0,
         .body = protocol::ReplyStateQuery{
             .row = reply.row, .is_done = !reply.is_done, .text = is_edited ? text : std::string{}}}});
  }
  if (text != reply.draft &&
      flow_button(strings.label(Text::BackToDraft, "back-to-draft"), {.kind = ButtonKind::Quiet})) {
    edited_[reply.row] = reply.draft;
  }
}

// Who writes, and the line that says a machine helped.
void ReplyEditor::draw_sender(Frame& frame) {
  const Strings& strings = frame.strings;
  (void)toggle(strings.label(Text::DisclosureLine, "disclosure"), discloses_);
  paragraph(strings.say(Text::DisclosureHint), kCaption);
  space(kSpace2);
  if (button(strings.label(Text::WhoWrites, "who-writes"), {.kind = ButtonKind::Quiet, .is_small = true}))
    shows_sender_ = !shows_sender_;
  if (!shows_sender_) return;
  space(kSpace2);
  (void)text_field(strings.label(Text::ShopName, "shop-name"), shop_);
  space(kSpace2);
  (void)text_field(strings.label(Text::Signature, "signature"), signature_);
}

}  // namespace attune::ui
