#include "ui/views/topic_edits.hpp"

#include <algorithm>
#include <utility>

#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using protocol::TopicEdit;
using protocol::TopicsCommand;
using snapshot::Topic;
using snapshot::Topics;

constexpr float kTaxonomyWidth = 240;
constexpr std::string_view kRulesFile = "topic_rules.json";
constexpr std::size_t kMostUndone = 50;

TopicsCommand edit_of(TopicEdit edit, std::string topic = {}, std::string into = {}, std::string name = {}) {
  return {.run = 0,
          .edit = edit,
          .topic = std::move(topic),
          .into = std::move(into),
          .name = std::move(name),
          .rules = {}};
}

// Null until the engine has told the rules.
const protocol::ExportAnswer* rules_now(Frame& frame) {
  return frame.answers.find<protocol::ExportAnswer>(
      protocol::ExportQuery{.what = std::string{kRulesFile}, .cursor = 0, .redacts = false});
}

// None, and the trades there are.
std::size_t taxonomy_index(const Topics& topics) {
  const auto found = std::ranges::find(topics.taxonomies, topics.taxonomy);
  return found == topics.taxonomies.end() ? 0
                                          : static_cast<std::size_t>(found - topics.taxonomies.begin()) + 1;
}

}  // namespace

void TopicEdits::send(Frame& frame, TopicsCommand edit) {
  if (const protocol::ExportAnswer* rules = rules_now(frame)) {
    before_.push_back(rules->text);
    if (before_.size() > kMostUndone) before_.erase(before_.begin());
  } else {
    before_.clear();  // an edit that cannot be undone hides those before it
  }
  frame.commands.emplace_back(protocol::EditTopics{std::move(edit)});
}

void TopicEdits::undo(Frame& frame) {
  TopicsCommand edit = edit_of(TopicEdit::Rules);
  edit.rules = std::move(before_.back());
  before_.pop_back();
  frame.commands.emplace_back(protocol::EditTopics{std::move(edit)});
}

void TopicEdits::draw_bar(Frame& frame) {
  const Strings& strings = frame.strings;
  const Topics& topics = frame.snapshot->insight.topics;
  (void)rules_now(frame);  // asked for in time, so that the first edit can be undone
  if (!topics.taxonomies.empty()) {
    Choices trades(strings, {Text::NoTaxonomy});
    for (const std::string& trade : topics.taxonomies) trades.add(trade_text(trade, strings));
    std::size_t chosen = taxonomy_index(topics);
    if (select(strings.label(Text::StartingTopics, "taxonomy"), trades.list(), chosen,
               {.width = is_phone_width() ? 0 : kTaxonomyWidth, .shows_label = false})) {
      send(frame, edit_of(TopicEdit::Taxonomy, {}, {}, chosen == 0 ? "" : topics.taxonomies[chosen - 1]));
    }
  }
  const std::string undo_label = strings.label(Text::UndoEdit, "undo-topics");
  const ButtonOptions undo_options{.icon = Icon::Undo, .is_enabled = !before_.empty()};
  if (!topics.taxonomies.empty()) flow(css_button_width(undo_label, undo_options));
  if (button(undo_label, undo_options)) undo(frame);
  if (flow_button(strings.label(Text::SaveTopics, "save-topics"),
                  {.icon = Icon::Download, .tooltip = strings.say(Text::SaveTopicsHint)})) {
    frame.commands.emplace_back(protocol::SaveExport{std::string{kRulesFile}});
  }
  if (flow_button(strings.label(Text::UseSavedTopics, "use-topics"),
                  {.icon = Icon::Folder, .tooltip = strings.say(Text::UseSavedTopicsHint)})) {
    frame.commands.emplace_back(protocol::PickTopicRules{});
  }
  if (topics.is_edited &&
      flow_button(strings.label(Text::ResetTopics, "reset-topics"), {.kind = ButtonKind::Quiet})) {
    send(frame, edit_of(TopicEdit::Reset));
  }
}

void TopicEdits::draw_controls(Frame& frame, const Topic& topic) {
  if (topic.is_other) return;
  const Strings& strings = frame.strings;
  (void)rules_now(frame);
  space(kSpace5);
  divider();
  space(kSpace4);
  heading(strings.say(Text::ChangeTopic), 3);
  space(kSpace2);
  draw_name(frame, topic);
  draw_merge(frame, topic);
  space(kSpace3);
  const Text pin = topic.is_pinned ? Text::UnpinTopic : Text::PinTopic;
  if (button(strings.label(pin, "pin-topic"),
             {.icon = Icon::Star, .tooltip = strings.say(Text::PinTopicHint)})) {
    send(frame, edit_of(topic.is_pinned ? TopicEdit::Unpin : TopicEdit::Pin, topic.id));
  }
  const bool has_children = std::ranges::any_of(frame.snapshot->insight.topics.topics,
                                                [&](const Topic& other) { return other.parent == topic.id; });
  const bool can_split = topic.parent.empty() && !has_children && topic.terms.size() > 1;
  if (flow_button(strings.label(Text::SplitTopic, "split-topic"), {.is_enabled = can_split})) {
    send(frame, edit_of(TopicEdit::Split, topic.id));
  }
  if (flow_button(strings.label(Text::DeleteTopic, "delete-topic"), {.kind = ButtonKind::Danger})) {
    send(frame, edit_of(TopicEdit::Delete, topic.id));
    frame.view.own().clear(kOpenKey);
  }
  space(kSpace2);
  paragraph(strings.say(Text::TopicEditsHint), kCaption);
}

void TopicEdits::draw_name(Frame& frame, const Topic& topic) {
  const Strings& strings = frame.strings;
  if (named_topic_ != topic.id) {
    named_topic_ = topic.id;
    name_ = topic.name;
    into_ = 0;
  }
  (void)text_field(strings.label(Text::TopicName, "topic-name"), name_);
  space(kSpace2);
  const bool can_rename = !name_.empty() && name_ != topic.name;
  if (button(strings.label(Text::RenameTopic, "rename-topic"), {.is_enabled = can_rename, .is_small = true}))
    send(frame, edit_of(TopicEdit::Rename, topic.id, {}, name_));
  space(kSpace3);
}

void TopicEdits::draw_merge(Frame& frame, const Topic& topic) {
  const Strings& strings = frame.strings;
  Choices names;
  std::vector<const Topic*> others;
  for (const Topic& other : frame.snapshot->insight.topics.topics) {
    if (other.is_other || other.id == topic.id || other.id == topic.parent || other.parent == topic.id)
      continue;
    others.push_back(&other);
    names.add(other.name + "###" + other.id);
  }
  if (others.empty()) return;
  into_ = std::min(into_, others.size() - 1);
  (void)select(strings.label(Text::MergeInto, "merge-into"), names.list(), into_, {.width = 0});
  space(kSpace2);
  if (button(strings.label(Text::MergeTopics, "merge-topic"), {.is_small = true})) {
    send(frame, edit_of(TopicEdit::Merge, topic.id, others[into_]->id));
    frame.view.own().set(kOpenKey, others[into_]->id);
  }
}

}  // namespace attune::ui
