#include "ui/views/overview_priorities.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/evidence.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::Priority;
using snapshot::PriorityKind;

constexpr std::size_t kMostOfAKind = 3;
constexpr float kColumnWidth = 208;

struct Group {
  PriorityKind kind;
  Text title;
  Icon icon;
  Tone tone;
};
constexpr std::array kGroups{
    Group{PriorityKind::Fix, Text::ToFix, Icon::Warning, Tone::Negative},
    Group{PriorityKind::Praise, Text::ToPraise, Icon::Heart, Tone::Positive},
    Group{PriorityKind::CallBack, Text::ToCallBack, Icon::Bell, Tone::Warning},
    Group{PriorityKind::New, Text::WhatIsNew, Icon::Sparkle, Tone::Accent},
};

// Topics are named in the reviews' own words, which begin small.
std::string with_capital(std::string name) {
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

void draw_priority(Frame& frame, const Priority& priority, const std::string& id, bool is_first) {
  const Strings& strings = frame.strings;
  paragraph(with_capital(priority.name.empty() ? priority.subject : priority.name), kStrong,
            {.max_lines = 2});
  space(kSpace1);
  paragraph(priority_text(priority, strings), kSoft);
  if (is_first && priority.quote && !priority.quote->text.empty()) {
    space(kSpace1);
    paragraph(strings.say(Text::InQuotes, {priority.quote->text}), kCaption,
              {.max_lines = 2, .is_quoted = true});
  }
  space(kSpace2);
  draw_evidence_link(frame, priority.evidence, id);
}

void draw_group(Frame& frame, const Group& group) {
  pill(frame.strings.say(group.title), group.tone, group.icon);
  std::size_t shown = 0;
  for (const Priority& priority : frame.snapshot->insight.priorities) {
    if (priority.kind != group.kind || shown == kMostOfAKind) continue;
    space(shown == 0 ? kSpace3 : kSpace5);
    const std::string id =
        "priority-" + std::to_string(static_cast<int>(group.kind)) + "-" + std::to_string(shown);
    draw_priority(frame, priority, id, shown == 0);
    ++shown;
  }
}

}  // namespace

void draw_priorities(Frame& frame) {
  const auto& priorities = frame.snapshot->insight.priorities;
  if (priorities.empty()) return;
  const auto has = [&](const Group& group) {
    return std::ranges::find(priorities, group.kind, &Priority::kind) != priorities.end();
  };
  const std::string title = frame.strings.say(Text::WhereToBegin);
  const std::string caption = frame.strings.say(Text::WhereToBeginHint);
  {
    const Card card(title + "###priorities", {.caption = caption});
    const auto count = static_cast<std::size_t>(std::ranges::count_if(kGroups, has));
    Columns columns(
        "priorities",
        {.min_width = kColumnWidth, .max_count = count, .gap = kSpace5, .is_equal_height = false});
    for (const Group& group : kGroups) {
      if (!has(group)) continue;
      columns.next();
      draw_group(frame, group);
      if (columns.count() == 1) space(kSpace4);
    }
  }
  space(kSpace4);
}

}  // namespace attune::ui
