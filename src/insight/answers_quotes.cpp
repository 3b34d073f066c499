// The reviews worth reading beside an answer.
#include "insight/answers_composer.hpp"

#include <algorithm>

#include "feedback/search.hpp"
#include "insight/quotes.hpp"
#include "text/sentences.hpp"

namespace attune::insight {
namespace {

constexpr std::size_t kQuotesShown = 5;

}  // namespace

void Composer::add_quotes() {
  // Words and meaning agree on what is worth reading: reciprocal rank fusion (Cormack, Clarke, Buettcher
  // 2009).
  std::vector<std::pair<double, feedback::Row>> fused;
  for (std::size_t i = 0; i < evidence_.best.size(); ++i)
    fused.emplace_back(1.0 / (60.0 + static_cast<double>(i)), evidence_.best[i]);
  std::sort(fused.begin(), fused.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  for (std::size_t i = 0; i < evidence_.nearest.size(); ++i) {
    const auto at = std::lower_bound(fused.begin(), fused.end(), evidence_.nearest[i],
                                     [](const auto& one, feedback::Row row) { return one.second < row; });
    if (at != fused.end() && at->second == evidence_.nearest[i])
      at->first += 1.0 / (60.0 + static_cast<double>(i));
  }
  std::sort(fused.begin(), fused.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<feedback::Row> rows;
  for (const auto& [score, row] : fused) rows.push_back(row);
  quote_rows(rows);
}

void Composer::quote_rows(const std::vector<feedback::Row>& rows) {
  const feedback::Search search{search_of(question_)};
  std::vector<std::string> openings;
  std::string scratch;
  for (const feedback::Row row : rows) {
    if (answer_.quotes.size() == kQuotesShown) break;
    const std::string_view whole = reviews_.text(row, scratch);
    if (whole.empty()) continue;
    AnswerQuote quote{.row = row, .text = part_to_quote(whole, search), .highlights = {}};
    // The same sentence twice teaches nothing.
    const std::string opening = feedback::fold(quote.text).substr(0, 24);
    if (std::find(openings.begin(), openings.end(), opening) != openings.end()) continue;
    openings.push_back(opening);
    quote.highlights = search.find_in(quote.text);
    answer_.quotes.push_back(std::move(quote));
  }
}

// A readable part that holds what was looked for.
std::string Composer::part_to_quote(std::string_view whole, const feedback::Search& search) {
  if (whole.size() <= kQuoteBytes) return excerpt(whole, kQuoteBytes);
  const auto found = search.find_in(whole);
  if (found.empty()) return excerpt(whole, kQuoteBytes);
  std::size_t begin = 0;
  for (const text::ByteRange& sentence : text::split_sentences(whole)) {
    if (sentence.begin <= found.front().begin) begin = sentence.begin;
  }
  return (begin > 0 ? "… " : "") + excerpt(whole.substr(begin), kQuoteBytes);
}

}  // namespace attune::insight
