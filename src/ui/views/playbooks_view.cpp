#include "ui/views/playbooks_view.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "ui/state/customer_sentences.hpp"
#include "ui/state/desk_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/views/missing_data.hpp"
#include "ui/views/page_top.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using protocol::PlaybookInfo;
using protocol::PlaybooksAnswer;

constexpr int kMessageLines = 8;

// From everyone who fits down to those the message goes to; nothing is left out silently.
void draw_who(const PlaybookInfo& playbook, const Strings& strings) {
  const std::pair<Text, std::uint64_t> losses[] = {{Text::WithoutAddress, playbook.no_address},
                                                   {Text::WithoutConsent, playbook.no_consent},
                                                   {Text::OptedOut, playbook.opted_out},
                                                   {Text::WrittenToLately, playbook.capped},
                                                   {Text::HeldOut, playbook.control}};
  paragraph(strings.say(Text::PlaybookMatched, {customer_count(playbook.matched, strings)}), kBody);
  for (const auto& [text, n] : losses) {
    if (n > 0) paragraph("− " + strings.say(text, {number_text(n, strings)}), kSoft);
  }
  space(kSpace3);
  paragraph(strings.say(Text::PlaybookSelected, {customer_count(playbook.selected, strings)}), kStrong);
}

void draw_results(const PlaybooksAnswer& answer, const Strings& strings) {
  if (answer.results.empty()) return;
  const std::string caption = strings.say(Text::DidItHelpHint);
  {
    const Card card(strings.label(Text::DidItHelp, "playbook-results"), {.caption = caption});
    for (std::size_t i = 0; i < answer.results.size(); ++i) {
      const protocol::PlaybookResult& result = answer.results[i];
      if (i > 0) space(kSpace3);
      label(playbook_title(result.id, strings), kStrong);
      if (result.sent || result.until) label(day_range_text(result.sent, result.until, strings), kCaption);
      paragraph(playbook_result(result, strings), kSoft);
    }
  }
  space(kSpace4);
}

}  // namespace

protocol::QueryBody PlaybooksView::query() const {
  return protocol::PlaybooksQuery{.control_share = std::round(static_cast<double>(control_percent_)) / 100,
                                  .cap_days = static_cast<std::uint32_t>(std::round(cap_days_)),
                                  .needs_consent = needs_consent_};
}

void PlaybooksView::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  draw_page_top(frame, Text::Playbooks, strings.say(Text::PlaybooksCaption));
  if (frame.snapshot == nullptr || !frame.snapshot->customers ||
      frame.snapshot->customers->counts.customers == 0)
    return draw_missing_data(frame, DataNeed::Orders, Text::PlaybooksShow);
  const std::string failure = frame.answers.failure(query());
  if (!failure.empty()) return banner(failure, Tone::Negative);
  const auto* answer = frame.answers.find<PlaybooksAnswer>(query());
  draw_rules(frame, answer);
  space(kSpace4);
  if (answer == nullptr) return paragraph(strings.say(Text::OneMoment), kSoft);
  draw_results(*answer, strings);
  const auto fits = [](const PlaybookInfo& playbook) { return playbook.matched > 0; };
  if (std::ranges::none_of(answer->playbooks, fits)) {
    const std::string title = strings.say(Text::NobodyForPlaybooks);
    const std::string hint = strings.say(Text::NobodyForPlaybooksHint);
    (void)empty_state({.icon = Icon::Playbook, .title = title, .hint = hint});
    return;
  }
  Columns columns("playbooks", {.min_width = 380, .max_count = 2});
  for (const PlaybookInfo& playbook : answer->playbooks) {
    if (!fits(playbook)) continue;
    columns.next();
    draw_playbook(frame, playbook);
  }
}

// What holds for every playbook: consent, how often, and how many are held out.
void PlaybooksView::draw_rules(Frame& frame, const PlaybooksAnswer* answer) {
  const Strings& strings = frame.strings;
  const std::string caption = strings.say(Text::PlaybookRulesHint);
  const Card card(strings.label(Text::PlaybookRules, "playbook-rules"), {.caption = caption});
  Columns columns("playbook-rules", {.min_width = 260, .max_count = 3, .is_equal_height = false});
  columns.next();
  const std::string held = share_text(std::round(control_percent_) / 100, strings);
  (void)slider(strings.label(Text::ControlGroup, "control-share"), control_percent_,
               {.minimum = 0, .maximum = 50, .step = 5, .value_text = held});
  columns.next();
  const std::string cap = days_text(cap_days_, strings);
  (void)slider(strings.label(Text::FrequencyCap, "cap-days"), cap_days_,
               {.minimum = 0, .maximum = 180, .step = 5, .value_text = cap});
  columns.next();
  (void)toggle(strings.label(Text::OnlyWithConsent, "needs-consent"), needs_consent_);
  if (answer != nullptr && !answer->knows_consent)
    paragraph(strings.say(Text::ConsentUnknown), {.size = TextSize::Small, .ink = Ink::Warning});
}

void PlaybooksView::draw_playbook(Frame& frame, const PlaybookInfo& playbook) {
  const Strings& strings = frame.strings;
  const std::string caption = playbook_trigger(playbook, strings);
  const Card card(playbook_title(playbook.id, strings) + "###playbook-" + playbook.id, {.caption = caption});
  draw_who(playbook, strings);
  draw_message(frame, playbook);
  space(kSpace3);
  if (button(strings.label(Text::SaveMailingFile, "save-" + playbook.id),
             {.icon = Icon::Download, .is_enabled = playbook.selected > 0})) {
    frame.commands.emplace_back(protocol::SaveExport{"playbook-" + playbook.id + ".csv"});
    frame.notices.push_back(strings.say(Text::MailingFileHint));
  }
  if (playbook.control > 0 &&
      flow_button(strings.label(Text::SaveGroups, "groups-" + playbook.id),
                  {.icon = Icon::Download, .tooltip = strings.say(Text::SaveGroupsHint)})) {
    frame.commands.emplace_back(protocol::SaveExport{"playbook-" + playbook.id + "-groups.csv"});
  }
}

void PlaybooksView::draw_message(Frame& frame, const PlaybookInfo& playbook) {
  if (playbook.variants.empty()) return;
  const Strings& strings = frame.strings;
  std::size_t& shown = variants_[playbook.id];
  shown = std::min(shown, playbook.variants.size() - 1);
  space(kSpace3);
  if (playbook.variants.size() > 1) {
    Choices languages;
    for (const protocol::MessageVariant& variant : playbook.variants)
      languages.add(language_text(variant.language, strings) + "###" + variant.language);
    (void)segmented(strings.label(Text::MessageLanguage, "language-" + playbook.id), languages.list(), shown);
    space(kSpace2);
  }
  const protocol::MessageVariant& message = playbook.variants[shown];
  paragraph(message.subject, kStrong);
  paragraph(message.body, kSoft, {.max_lines = kMessageLines});
  space(kSpace1);
  const std::string copy = strings.label(Text::CopyMessage, "copy-" + playbook.id);
  if (link(copy, {.size = TextSize::Small, .ink = Ink::Accent})) {
    frame.commands.emplace_back(protocol::CopyText{message.subject + "\n\n" + message.body});
    frame.notices.push_back(strings.say(Text::ReplyCopied));
  }
}

}  // namespace attune::ui
