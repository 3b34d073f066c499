#include "ui/views/ask_view.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/ask_answer.hpp"
#include "ui/views/missing_data.hpp"
#include "ui/views/page_top.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

constexpr std::string_view kQuestionKey = "question";
constexpr std::size_t kMaxQuestionBytes = 300;
constexpr std::size_t kMostEarlier = 5;
constexpr float kWidth = 860;
constexpr float kFieldWidth = 620;

// Questions that these reviews can answer, about what they are about.
std::vector<std::string> suggestions_for(const Frame& frame) {
  const Strings& strings = frame.strings;
  const snapshot::Snapshot& snapshot = *frame.snapshot;
  std::vector<std::string> all{strings.say(Text::AskWhyUnhappy), strings.say(Text::AskWhatPraised)};
  for (const snapshot::Topic& topic : snapshot.insight.topics.topics) {
    if (topic.is_other || topic.n == 0) continue;
    all.push_back(strings.say(Text::AskHowMany, {topic.name}));
    break;
  }
  if (snapshot.overview.products.size() > 1) all.push_back(strings.say(Text::AskWhichProduct));
  if (snapshot.overview.dated > 0) all.push_back(strings.say(Text::AskBetterOrWorse));
  return all;
}

}  // namespace

void AskView::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  draw_page_top(frame, Text::Ask, strings.say(Text::AskCaption));
  if (frame.snapshot == nullptr) return paragraph(strings.say(Text::FirstFiguresSoon), kSoft);
  if (frame.snapshot->overview.reviews == 0)
    return draw_missing_data(frame, DataNeed::Feedback, Text::AskShows);
  const PageColumn column(kWidth);
  draw_field(frame);
  const std::string question{frame.view.own().text(kQuestionKey)};
  space(kSpace4);
  if (question.empty()) {
    label(strings.say(Text::TryAsking), kCaption);
    space(kSpace1);
    if (const auto pressed = draw_questions(suggestions_for(frame), "suggested-")) ask(frame, *pressed);
    return;
  }
  if (const auto pressed = draw_ask_answer(frame, question)) ask(frame, *pressed);
  if (earlier_.size() < 2) return;
  space(kSpace5);
  label(strings.say(Text::AskedBefore), kCaption);
  space(kSpace1);
  std::vector<std::string> others;
  for (const std::string& one : earlier_) {
    if (one != question) others.push_back(one);
  }
  if (const auto pressed = draw_questions(others, "earlier-")) ask(frame, *pressed);
}

void AskView::draw_field(Frame& frame) {
  const Strings& strings = frame.strings;
  const std::string_view question = frame.view.own().text(kQuestionKey);
  if (taken_ != question) typed_ = taken_ = question;
  const std::string placeholder = strings.say(Text::QuestionPlaceholder);
  const std::string ask_label = strings.label(Text::AskButton, "ask");
  const bool is_narrow = is_phone_width();
  (void)text_field(strings.label(Text::Question, "question"), typed_,
                   {.width = is_narrow ? 0 : kFieldWidth, .placeholder = placeholder, .shows_label = false});
  const bool is_submitted = is_field_submitted();
  const bool is_pressed = is_narrow
                              ? button(ask_label, {.kind = ButtonKind::Primary, .icon = Icon::Chat})
                              : flow_button(ask_label, {.kind = ButtonKind::Primary, .icon = Icon::Chat});
  if ((is_submitted || is_pressed) && !typed_.empty()) ask(frame, typed_);
}

void AskView::ask(Frame& frame, std::string question) {
  question.resize(utf8::prefix_within(question, kMaxQuestionBytes));
  frame.view.own().set(kQuestionKey, question);
  typed_ = taken_ = question;
  std::erase(earlier_, question);
  earlier_.insert(earlier_.begin(), std::move(question));
  if (earlier_.size() > kMostEarlier) earlier_.resize(kMostEarlier);
}

}  // namespace attune::ui
