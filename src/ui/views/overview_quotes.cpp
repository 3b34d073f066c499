#include "ui/views/overview_quotes.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/state/sentences.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

using snapshot::Quote;

constexpr std::size_t kMaxQuotes = 3;  // of each kind

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

void draw_list(Frame& frame, Text title, const std::vector<Quote>& quotes, Tone tone) {
  const Strings& strings = frame.strings;
  const std::string name = strings.say(title);
  const Card card(name);
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
                        .tone = tone,
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
  draw_list(frame, Text::Complaints, overview.complaints, Tone::Negative);
  columns.next();
  draw_list(frame, Text::Praise, overview.praise, Tone::Positive);
}

}  // namespace attune::ui
