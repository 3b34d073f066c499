#include "ui/views/quote.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/state/sentences.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

constexpr double kClearlyFelt = 0.25;

std::string origin_text(const snapshot::Quote& quote, const Strings& strings) {
  std::string text;
  const auto add = [&text](const std::string& part) {
    if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
  };
  add(quote.source);
  if (quote.day) add(day_text(*quote.day, strings));
  add(quote.product);
  return text;
}

std::vector<TextSpan> spans_of(const snapshot::Quote& quote) {
  std::vector<TextSpan> spans;
  for (const auto& highlight : quote.highlights) {
    if (highlight.begin < highlight.end && highlight.end <= quote.text.size()) {
      spans.push_back({highlight.begin, highlight.end, highlight.weight});
    }
  }
  return spans;
}

}  // namespace

Tone tone_of_score(double score) noexcept {
  if (score < -kClearlyFelt) return Tone::Negative;
  return score > kClearlyFelt ? Tone::Positive : Tone::Neutral;
}

void open_review(Frame& frame, std::uint64_t row) {
  frame.view.page = PageName::Reviews;
  frame.view.filter = {};
  frame.view.open_row = row;
}

void draw_quote(Frame& frame, const snapshot::Quote& quote, const QuoteLook& look,
                std::string_view id_prefix) {
  const std::string source = origin_text(quote, frame.strings);
  const std::vector<TextSpan> spans = spans_of(quote);
  const std::string id = std::string{id_prefix} + std::to_string(quote.row);
  if (quote_card(id, {.text = quote.text,
                      .highlights = spans,
                      .source = source,
                      .rating = quote.rating,
                      .tone = look.tone,
                      .max_lines = look.max_lines})) {
    open_review(frame, quote.row);
  }
}

void draw_quotes_of(Frame& frame, std::span<const snapshot::Quote> quotes, std::size_t most,
                    std::string_view id_prefix) {
  for (std::size_t i = 0; i < std::min(quotes.size(), most); ++i) {
    if (i > 0) space(kSpace3);
    const std::string prefix = std::string{id_prefix} + std::to_string(i) + "-";
    draw_quote(frame, quotes[i], {.tone = tone_of_score(quotes[i].score)}, prefix);
  }
}

}  // namespace attune::ui
