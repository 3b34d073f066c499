#include "ui/views/inbox_view.hpp"

#include <string>

#include "ui/state/sentences.hpp"
#include "ui/views/drawer_steps.hpp"
#include "ui/views/missing_data.hpp"
#include "ui/views/page_top.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/overlays.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

constexpr float kDrawerWidth = 480;

std::string caption_text(const Frame& frame) {
  const Strings& strings = frame.strings;
  const auto& latest = frame.inbox.latest();
  if (!latest) return files_text(frame.run.files, strings);
  std::string text = strings.say(Text::InboxCaption,
                                 {number_text(latest->open, strings), number_text(latest->done, strings)});
  if (latest->escalated > 0)
    text += " · " + strings.say(Text::InboxEscalated, {number_text(latest->escalated, strings)});
  return text;
}

void draw_exports(Frame& frame) {
  const Strings& strings = frame.strings;
  if (button(strings.label(Text::SaveInbox, "save-inbox"), {.icon = Icon::Download, .is_small = true}))
    frame.commands.emplace_back(protocol::SaveExport{"inbox.csv"});
  if (flow_button(strings.label(Text::SaveDrafts, "save-drafts"), {.icon = Icon::Download, .is_small = true}))
    frame.commands.emplace_back(protocol::SaveExport{"drafts.csv"});
  space(kSpace3);
}

}  // namespace

void InboxView::draw(Frame& frame) {
  frame.inbox.show(inbox_query(frame));
  if (draw_drawer(frame)) return;
  const Strings& strings = frame.strings;
  draw_page_top(frame, Text::Inbox, caption_text(frame));
  if (frame.snapshot == nullptr) return paragraph(strings.say(Text::FirstFiguresSoon), kSoft);
  if (frame.snapshot->overview.reviews == 0) {
    return draw_missing_data(frame, DataNeed::Feedback, Text::InboxShows);
  }
  draw_inbox_filters(frame);
  space(kSpace3);
  if (!frame.inbox.rows.failure().empty()) return banner(frame.inbox.rows.failure(), Tone::Negative);
  if (frame.inbox.rows.total() == std::uint64_t{0}) {
    const bool is_filtered = is_inbox_filtered(frame);
    const std::string title = strings.say(is_filtered ? Text::NothingMatches : Text::InboxEmpty);
    const std::string hint = strings.say(is_filtered ? Text::NothingMatchesHint : Text::InboxEmptyHint);
    const std::string action = is_filtered ? strings.label(Text::ClearFilters, "clear") : std::string{};
    if (empty_state({.icon = Icon::Check, .title = title, .hint = hint, .action = action}))
      clear_inbox_filters(frame);
    (void)frame.inbox.rows.find(0);
    return;
  }
  draw_exports(frame);
  table_.draw(frame);
}

bool InboxView::draw_drawer(Frame& frame) {
  const auto open = frame.view.own().number(kOpenKey);
  if (!open || frame.snapshot == nullptr) return false;
  const Strings& strings = frame.strings;
  bool is_shown = true;
  bool covers_page = false;
  {
    const Drawer drawer(strings.label(Text::Reply, "reply"), is_shown, kDrawerWidth);
    drawer_steps(frame, table_);
    space(kSpace3);
    editor_.draw(frame, *open, table_.open_row(frame));
    covers_page = drawer.covers_page();
  }
  if (!is_shown) frame.view.parameters[PageName::Inbox].clear(kOpenKey);
  return covers_page;
}

}  // namespace attune::ui
