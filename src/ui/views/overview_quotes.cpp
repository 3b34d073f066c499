#include "ui/views/overview_quotes.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/state/sentences.hpp"
#include "ui/views/quote.hpp"
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
    if (i > 0) space(kSpace3);
    draw_quote(frame, quotes[i], {.tone = side.tone});
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
