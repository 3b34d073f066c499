#include "ui/views/ask_answer.hpp"

#include <algorithm>
#include <vector>

#include "ui/state/customer_sentences.hpp"
#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/languages.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/quote.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using protocol::AskAnswer;
using protocol::AskCount;
using protocol::AskQuote;

constexpr std::size_t kMostCounts = 8;
constexpr std::size_t kMostQuotes = 6;
constexpr double kUnsure = 0.5;

// The interface's language, for questions of a word or two.
std::string language_code(const Strings& strings) {
  return std::string{kLanguageTags[static_cast<std::size_t>(strings.locale().language)]};
}

snapshot::Estimate estimate_of(const protocol::Figure& figure) {
  return {.value = figure.value, .low = figure.low, .high = figure.high, .n = figure.n};
}

// What else was understood, as things one can see: feelings, stars, days, sources, products, the words.
void draw_understood(const AskAnswer& answer, const Strings& strings) {
  std::vector<std::pair<std::string, Tone>> facts;
  for (const std::string& word : answer.about)
    facts.emplace_back(strings.say(Text::InQuotes, {word}), Tone::Accent);
  for (const auto feeling : answer.filter.sentiments)
    facts.emplace_back(feeling_text(feeling, strings), Tone::Neutral);
  for (const int star : answer.filter.ratings) facts.emplace_back(stars_text(star, strings), Tone::Neutral);
  if (answer.filter.from || answer.filter.to)
    facts.emplace_back(day_range_text(answer.filter.from, answer.filter.to, strings), Tone::Neutral);
  for (const std::string& source : answer.filter.sources) facts.emplace_back(source, Tone::Neutral);
  for (const std::string& product : answer.filter.products) facts.emplace_back(product, Tone::Neutral);
  for (const std::string& place : answer.filter.places) facts.emplace_back(place, Tone::Neutral);
  for (const std::string& segment : answer.filter.segments)
    facts.emplace_back(segment_text(segment, strings), Tone::Neutral);
  if (facts.empty()) return;
  label(strings.say(Text::UnderstoodAs), kCaption);
  for (const auto& [fact, tone] : facts) {
    flow(css_button_width(fact));
    pill(fact, tone);
  }
  space(kSpace3);
}

std::string count_text(const AskCount& count, const Strings& strings) {
  std::string text;
  if (count.of > 0 && count.share.n > 0) {
    text = strings.say(Text::CountOfWithRange, {number_text(count.n, strings), number_text(count.of, strings),
                                                share_with_range(estimate_of(count.share), strings)});
  } else {
    text = review_count(count.n, strings);
  }
  if (count.rating.n > 0)
    text += " · " + strings.say(Text::MeanRatingIs, {rating_with_range(estimate_of(count.rating), strings)});
  return text;
}

void draw_counts(Frame& frame, const AskAnswer& answer) {
  if (answer.counts.empty()) return;
  const Strings& strings = frame.strings;
  space(kSpace4);
  heading(strings.say(Text::TheCounts), 3);
  for (std::size_t i = 0; i < std::min(answer.counts.size(), kMostCounts); ++i) {
    const AskCount& count = answer.counts[i];
    space(kSpace2);
    const bool is_all = count.label.empty() || count.label == "all";
    const std::string name = is_all ? strings.say(Text::AllReviews) : count.label;
    if (link(name + "###count-" + std::to_string(i), {.ink = Ink::Accent, .face = Face::Semibold}))
      show_reviews(frame, count.filter);
    paragraph(count_text(count, strings), kSoft);
  }
}

void draw_quotes(Frame& frame, const AskAnswer& answer) {
  if (answer.quotes.empty()) return;
  const Strings& strings = frame.strings;
  space(kSpace4);
  heading(strings.say(Text::InTheirWords), 3);
  space(kSpace2);
  Columns columns("ask-quotes", {.min_width = 340, .max_count = 2});
  for (std::size_t i = 0; i < std::min(answer.quotes.size(), kMostQuotes); ++i) {
    const AskQuote& quote = answer.quotes[i];
    snapshot::Quote shown{.row = quote.row,
                          .text = quote.text,
                          .source = quote.source,
                          .product = quote.product,
                          .day = quote.day,
                          .rating = quote.rating,
                          .score = 0,
                          .highlights = {}};
    for (const protocol::TextRange& range : quote.highlights)
      shown.highlights.push_back({.begin = range.begin, .end = range.end, .weight = 0});
    Tone tone = Tone::Neutral;
    if (quote.sentiment == protocol::SentimentFilter::Negative) tone = Tone::Negative;
    if (quote.sentiment == protocol::SentimentFilter::Positive) tone = Tone::Positive;
    columns.next();
    draw_quote(frame, shown, {.tone = tone}, "ask-quote-" + std::to_string(i) + "-");
  }
}

std::optional<std::string> draw_unknown(const AskAnswer& answer, const Strings& strings) {
  const Card card("###ask-unknown");
  icon_badge(Icon::Info, Tone::Warning);
  space(kSpace3);
  heading(strings.say(Text::DoNotKnow), 2);
  paragraph(strings.say(Text::DoNotKnowHint), kSoft);
  if (answer.suggestions.empty()) return std::nullopt;
  space(kSpace4);
  label(strings.say(Text::TryAsking), kCaption);
  space(kSpace1);
  return draw_questions(answer.suggestions, "instead-");
}

}  // namespace

std::optional<std::string> draw_questions(std::span<const std::string> questions,
                                          std::string_view id_prefix) {
  std::optional<std::string> pressed;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const std::string name = questions[i] + "###" + std::string{id_prefix} + std::to_string(i);
    space(kSpace3);
    if (link(name)) pressed = questions[i];
  }
  return pressed;
}

std::optional<std::string> draw_ask_answer(Frame& frame, const std::string& question) {
  const Strings& strings = frame.strings;
  const protocol::QueryBody query = protocol::AskQuery{question, language_code(strings)};
  const std::string failure = frame.answers.failure(query);
  if (!failure.empty()) {
    banner(failure, Tone::Negative);
    return std::nullopt;
  }
  const auto* answer = frame.answers.find<AskAnswer>(query);
  if (answer == nullptr) {
    paragraph(strings.say(Text::LookingForAnswer), kSoft);
    return std::nullopt;
  }
  if (answer->is_unknown) return draw_unknown(*answer, strings);
  std::optional<std::string> pressed;
  {
    const Card card("###ask-answer");
    draw_understood(*answer, strings);
    for (const std::string& sentence : answer->sentences) {
      paragraph(sentence, {.size = TextSize::Body, .face = Face::Semibold});
      space(kSpace1);
    }
    if (answer->confidence < kUnsure) {
      space(kSpace1);
      paragraph(strings.say(Text::NotSureOfAnswer), kCaption);
    }
    draw_counts(frame, *answer);
    draw_quotes(frame, *answer);
    space(kSpace4);
    const std::string show = strings.label(Text::ShowTheseReviews, "ask-reviews");
    if (button(show, {.icon = Icon::Reviews})) show_reviews(frame, answer->filter);
  }
  if (!answer->suggestions.empty()) {
    space(kSpace4);
    label(strings.say(Text::AskNext), kCaption);
    space(kSpace1);
    pressed = draw_questions(answer->suggestions, "next-");
  }
  return pressed;
}

}  // namespace attune::ui
