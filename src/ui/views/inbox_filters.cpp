#include "ui/views/inbox_filters.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "ui/state/desk_sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"

namespace attune::ui {
namespace {

using protocol::InboxSort;
using protocol::InboxState;

// In links: state=done, by=age, reasons=refund,complaint, words=cold.
constexpr std::string_view kStateKey = "state";
constexpr std::string_view kOrderKey = "by";
constexpr std::string_view kReasonsKey = "reasons";
constexpr std::string_view kWordsKey = "words";
constexpr std::array kStates{InboxState::Open, InboxState::Done, InboxState::All};
constexpr std::array kSorts{InboxSort::Urgency, InboxSort::Age, InboxSort::Value};
constexpr float kSearchWidth = 280;
constexpr float kOrderWidth = 190;

template <class Choice, std::size_t Count>
std::size_t index_of(const std::array<Choice, Count>& choices, std::string_view name) {
  const auto found =
      std::ranges::find_if(choices, [name](Choice choice) { return protocol::name_of(choice) == name; });
  return found == choices.end() ? 0 : static_cast<std::size_t>(found - choices.begin());
}

std::vector<std::string> reasons_of(std::string_view list) {
  std::vector<std::string> reasons;
  while (!list.empty()) {
    const std::size_t at = list.find(',');
    if (at != 0) reasons.emplace_back(list.substr(0, at));
    list.remove_prefix(at == std::string_view::npos ? list.size() : at + 1);
  }
  return reasons;
}

// The default is no entry of the link.
void remember(Frame& frame, std::string_view key, std::size_t index, std::string_view name) {
  frame.view.own().set(key, index == 0 ? std::string_view{} : name);
}

}  // namespace

protocol::InboxQuery inbox_query(Frame& frame) {
  const Parameters& own = frame.view.own();
  protocol::InboxQuery query;
  query.state = kStates[index_of(kStates, own.text(kStateKey))];
  query.by = kSorts[index_of(kSorts, own.text(kOrderKey))];
  query.reasons = reasons_of(own.text(kReasonsKey));
  query.search = own.text(kWordsKey);
  return query;
}

bool is_inbox_filtered(Frame& frame) {
  return frame.view.own().has(kReasonsKey) || frame.view.own().has(kWordsKey);
}

void clear_inbox_filters(Frame& frame) {
  frame.view.own().clear(kReasonsKey);
  frame.view.own().clear(kWordsKey);
}

void draw_inbox_filters(Frame& frame) {
  const Strings& strings = frame.strings;
  Parameters& own = frame.view.own();
  Choices states(strings, {Text::InboxOpen, Text::InboxDone, Text::All});
  std::size_t state = index_of(kStates, own.text(kStateKey));
  if (segmented(strings.label(Text::InboxShow, "inbox-state"), states.list(), state))
    remember(frame, kStateKey, state, protocol::name_of(kStates[state]));
  space(kSpace3);
  const std::string placeholder = strings.say(Text::SearchInboxPlaceholder);
  std::string words{own.text(kWordsKey)};
  if (search_box(
          strings.label(Text::SearchInbox, "search-inbox"), words,
          {.width = is_phone_width() ? 0 : kSearchWidth, .placeholder = placeholder, .shows_label = false})) {
    words.resize(utf8::prefix_within(words, kMaxSearchBytes));
    own.set(kWordsKey, words);
  }
  flow(kOrderWidth);
  Choices sorts(strings, {Text::OrderUrgency, Text::OrderAge, Text::OrderValue});
  std::size_t sort = index_of(kSorts, own.text(kOrderKey));
  if (select(strings.label(Text::OrderBy, "inbox-order"), sorts.list(), sort,
             {.width = kOrderWidth, .shows_label = false})) {
    remember(frame, kOrderKey, sort, protocol::name_of(kSorts[sort]));
  }
  const auto& latest = frame.inbox.latest();
  if (!latest || latest->reasons.empty()) return;
  std::vector<std::string> chosen = reasons_of(own.text(kReasonsKey));
  bool is_first = true;
  for (const std::string& reason : latest->reasons) {
    const bool is_on = std::ranges::find(chosen, reason) != chosen.end();
    const std::string name = urgency_reason_text(reason, strings) + "###reason-" + reason;
    if (is_first ? filter_chip(name, is_on) : flow_chip(name, is_on)) {
      toggle_in(chosen, reason);
      std::string list;
      for (const std::string& one : chosen) list += (list.empty() ? "" : ",") + one;
      own.set(kReasonsKey, list);
    }
    is_first = false;
  }
}

}  // namespace attune::ui
