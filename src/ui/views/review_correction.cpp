#include "ui/views/review_correction.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "ui/state/sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using protocol::SentimentFilter;

constexpr std::array kFeelings{SentimentFilter::Negative, SentimentFilter::Neutral,
                               SentimentFilter::Positive};

void correct(Frame& frame, std::uint64_t row, std::string sentiment) {
  frame.commands.emplace_back(protocol::AskEngine{
      {.id = 0,
       .body = protocol::CorrectQuery{.row = row, .sentiment = std::move(sentiment), .intent = {}}}});
}

}  // namespace

void draw_correction(Frame& frame, const protocol::ReviewRow& row) {
  const Strings& strings = frame.strings;
  const auto* found = std::ranges::find(kFeelings, row.sentiment.value_or(SentimentFilter::Pending));
  if (found == kFeelings.end()) return;
  space(kSpace4);
  heading(strings.say(Text::IsThisRight), 3);
  space(kSpace2);
  Choices choices;
  for (const SentimentFilter feeling : kFeelings)
    choices.add(feeling_text(feeling, strings) + "###" + std::string{protocol::name_of(feeling)});
  const auto said = static_cast<std::size_t>(found - kFeelings.begin());
  auto chosen = said;
  if (segmented(strings.label(Text::FeelingOfText, "correct-feeling"), choices.list(), chosen) &&
      chosen != said)
    correct(frame, row.row, std::string{protocol::name_of(kFeelings[chosen])});
  space(kSpace2);
  if (row.is_corrected) {
    pill(strings.say(Text::CorrectedByHand), Tone::Accent, Icon::Check);
    if (link(strings.label(Text::TakeBackCorrection, "take-back"))) correct(frame, row.row, {});
  }
  paragraph(strings.say(Text::IsThisRightHint), kCaption);
}

}  // namespace attune::ui
