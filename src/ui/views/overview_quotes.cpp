#include "ui/views/overview_quotes.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/state/sentences.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

using protocol::SentimentFilter;
using snapshot::PhraseCount;
using snapshot::Quote;

constexpr std::size_t kMaxQuotes = 3;   // of each kind
constexpr std::size_t kMaxPhrases = 6;  // of each kind

struct Side {
  Text title, words;  // the card's, and what its phrases are
  SentimentFilter feeling;
  Tone tone;
};

std::string origin_text(const Quote& quote, const Strings& strings) {
  std::string text;
  const auto add = [&text](const std::string& part) {
    if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
  };
  add(quote.source);
  if (quote.day) add(day_text(*quote.day, strings));
  add(quote.product);
  return text;
}

std::vector<TextSpan> spans_of(const Quote& quote) {
  std::vector<TextSpan> spans;
  for (const auto& highlight : quote.highlights) {
    if (highlight.begin < highlight.end && highlight.end <= quote.text.size()) {
      spans.push_back({highlight.begin, highlight.end, highlight.weight});
    }
  }
  return spans;
}

void open_review(Frame& frame, std::uint64_t row) {
  frame.view.page = PageName::Reviews;
  frame.view.filter = {};
  frame.view.open_row = row;
}

// What it is about, each with its number of reviews; a press shows them.
void draw_phrases(Frame& frame, const std::vector<PhraseCount>& phrases, const Side& side) {
  if (phrases.empty()) return;
  paragraph(frame.strings.say(side.words), kSoft);
  for (std::size_t i = 0; i < std::min(phrases.size(), kMaxPhrases); ++i) {
    const PhraseCount& phrase = phrases[i];
    const std::uint64_t count =
        side.feeling == SentimentFilter::Negative ? phrase.complaints : phrase.praises;
    const std::string label = phrase.text + " · " + number_text(count, frame.strings) + "###phrase-" +
                              std::string{protocol::name_of(side.feeling)} + "-" + phrase.text;
    if (i == 0 ? filter_chip(label, false) : flow_chip(label, false)) {
      frame.view.page = PageName::Reviews;
      frame.view.filter = {};
      frame.view.filter.search = '"' + phrase.text + '"';
      frame.view.filter.sentiments = {side.feeling};
      frame.view.open_row.reset();
    }
  }
  space(kSpace3);
}

void draw_side(Frame& frame, const Side& side, const std::vector<PhraseCount>& phrases,
               const std::vector<Quote>& quotes) {
  const Strings& strings = frame.strings;
  const std::string name = strings.say(side.title);
  const Card card(name);
  draw_phrases(frame, phrases, side);
  if (quotes.empty()) {
    const bool is_early = frame.run.is_working();
    paragraph(strings.say(is_early ? Text::QuotesOnTheirWay : Text::NoQuotes), kSoft);
    return;
  }
  for (std::size_t i = 0; i < std::min(quotes.size(), kMaxQuotes); ++i) {
    const Quote& quote = quotes[i];
    if (i > 0) space(kSpace3);
    const std::string source = origin_text(quote, strings);
    const std::vector<TextSpan> spans = spans_of(quote);
    const std::string id = "quote-" + std::to_string(quote.row);
    if (quote_card(id, {.text = quote.text,
                        .highlights = spans,
                        .source = source,
                        .rating = quote.rating,
                        .tone = side.tone,
                        .max_lines = 5})) {
      open_review(frame, quote.row);
    }
  }
}

}  // namespace

void draw_quotes(Frame& frame) {
  const auto& overview = frame.snapshot->overview;
  Columns columns("quotes", {.min_width = 340, .max_count = 2});
  columns.next();
  draw_side(frame, {Text::Complaints, Text::ComplaintWords, SentimentFilter::Negative, Tone::Negative},
            overview.complained_about, overview.complaints);
  columns.next();
  draw_side(frame, {Text::Praise, Text::PraiseWords, SentimentFilter::Positive, Tone::Positive},
            overview.praised_for, overview.praise);
}

}  // namespace attune::ui
