#include "ui/views/review_detail_view.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "ui/state/reading_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/review_correction.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using protocol::ExplainAnswer;
using protocol::ReviewRow;
using protocol::SentimentFilter;

constexpr double kLeastWeight = 0.02;  // of a word worth marking
constexpr double kLeastShare = 0.3;    // of the strongest word's weight
constexpr std::size_t kMostMarkedWords = 10;
constexpr std::string_view kNoIntent = "other";
constexpr std::string_view kNoEmotion = "neutral";

Tone tone_of(SentimentFilter feeling) {
  if (feeling == SentimentFilter::Negative) return Tone::Negative;
  if (feeling == SentimentFilter::Positive) return Tone::Positive;
  return Tone::Neutral;
}

// The words that moved the score most, in reading order; the strongest in full colour.
std::vector<TextSpan> marked_words(const ExplainAnswer& reasons) {
  std::vector<protocol::WordWeight> words;
  for (const auto& word : reasons.words) {
    if (std::abs(word.weight) >= kLeastWeight) words.push_back(word);
  }
  const auto strength = [](const protocol::WordWeight& word) { return std::abs(word.weight); };
  std::ranges::stable_sort(words, std::ranges::greater{}, strength);
  if (words.size() > kMostMarkedWords) words.resize(kMostMarkedWords);
  const double strongest = words.empty() ? 1 : strength(words.front());
  std::erase_if(words, [&](const auto& word) { return strength(word) < kLeastShare * strongest; });
  std::ranges::sort(words, {}, &protocol::WordWeight::begin);
  std::vector<TextSpan> spans;
  for (const auto& word : words) {
    spans.push_back({word.begin, word.end, static_cast<float>(word.weight / strongest)});
  }
  return spans;
}

void draw_facts(const Frame& frame, const ReviewRow& row) {
  const Strings& strings = frame.strings;
  if (row.sentiment) {
    pill(feeling_text(*row.sentiment, strings), tone_of(*row.sentiment));
    if (row.is_mixed) same_line(), pill(feeling_text(SentimentFilter::Mixed, strings), Tone::Warning);
    if (row.is_unsure) same_line(), pill(feeling_text(SentimentFilter::Unsure, strings), Tone::Warning);
  } else if (can_have_feelings(*frame.snapshot)) {
    pill(strings.say(Text::NotYetRead), Tone::Neutral);
  }
  if (!row.intent.empty() && row.intent != kNoIntent)
    flow_pill(intent_text(row.intent, strings), Tone::Accent);
  for (const std::string& emotion : row.emotions) {
    if (emotion != kNoEmotion) flow_pill(emotion_text(emotion, strings), Tone::Neutral);
  }
  if (row.rating) {
    space(kSpace3);
    stars(*row.rating, 20);
  }
  std::string facts;
  const auto add = [&facts](const std::string& part) {
    if (!part.empty()) facts += (facts.empty() ? "" : " · ") + part;
  };
  if (row.day) add(day_text(*row.day, strings));
  add(row.author);
  add(row.source);
  add(row.product);
  if (!row.language.empty()) add(language_name(row.language, strings));
  if (!facts.empty()) paragraph(facts, kCaption);
}

// As the customer gave it: "4", and "3.5" where halves can be given.
std::string given_text(double rating, const Strings& strings) {
  return chart::format_number(rating, rating == std::floor(rating) ? 0 : 1, strings.locale());
}

std::string verdict(const ReviewRow& row, const Strings& strings) {
  const double surest = *std::ranges::max_element(row.probability);
  std::string text =
      strings.say(Text::ModelSays, {feeling_text(*row.sentiment, strings), share_text(surest, strings)});
  if (row.stars > 0 && row.rating) {
    text += " " + strings.say(Text::StarsExpectedAndGiven,
                              {rating_text(row.stars, strings), given_text(*row.rating, strings)});
  } else if (row.stars > 0) {
    text += " " + strings.say(Text::StarsExpected, {rating_text(row.stars, strings)});
  }
  return text;
}

void draw_text_with_reasons(const Frame& frame, const ReviewRow& row) {
  const Strings& strings = frame.strings;
  const ExplainAnswer* reasons = frame.detail.reasons();
  const std::vector<TextSpan> spans = reasons != nullptr ? marked_words(*reasons) : std::vector<TextSpan>{};
  if (!row.title.empty()) heading(row.title, 3);
  if (row.text.empty()) {
    paragraph(strings.say(Text::NoWords), kSoft);
  } else {
    paragraph(row.text, kBody, {.spans = spans});
  }
  if (!row.sentiment) return;
  space(kSpace3);
  if (frame.detail.reasons_arrival() == Arrival::UnderWay)
    label(strings.say(Text::LookingForReasons), kCaption);
  if (frame.detail.reasons_arrival() == Arrival::Failed) label(strings.say(Text::NoReasons), kCaption);
  if (!spans.empty()) paragraph(strings.say(Text::MarkedWordsNote), kCaption);
}

void draw_sentences(const Frame& frame, const ReviewRow& row) {
  const ExplainAnswer* reasons = frame.detail.reasons();
  if (reasons == nullptr || reasons->sentences.size() < 2) return;
  space(kSpace4);
  heading(frame.strings.say(Text::SentenceBySentence), 3);
  for (const auto& sentence : reasons->sentences) {
    space(kSpace3);
    pill(feeling_text(sentence.sentiment, frame.strings), tone_of(sentence.sentiment));
    paragraph(std::string_view{row.text}.substr(sentence.begin, sentence.end - sentence.begin), kBody);
  }
}

void draw_fields(const Frame& frame, const std::vector<protocol::Field>& fields) {
  if (fields.empty()) return;
  space(kSpace4);
  heading(frame.strings.say(Text::WholeRow), 3);
  for (const auto& field : fields) {
    if (field.value.empty()) continue;
    space(kSpace3);
    label(field.column, kCaption);
    paragraph(field.value, kBody, {.max_lines = 4});
  }
}

}  // namespace

void draw_review_detail(Frame& frame) {
  const Strings& strings = frame.strings;
  const protocol::RowAnswer* content = frame.detail.content();
  if (content == nullptr) {
    const bool has_failed = frame.detail.content_arrival() == Arrival::Failed;
    paragraph(strings.say(has_failed ? Text::ReviewNotThere : Text::OneMoment), kSoft);
    return;
  }
  const ReviewRow& row = content->row;
  draw_facts(frame, row);
  space(kSpace4);
  draw_text_with_reasons(frame, row);
  if (row.sentiment) {
    space(kSpace4);
    heading(strings.say(Text::WhatTheModelSays), 3);
    paragraph(verdict(row, strings), kSoft);
    draw_correction(frame, row);
  }
  draw_sentences(frame, row);
  draw_fields(frame, content->fields);
}

}  // namespace attune::ui
