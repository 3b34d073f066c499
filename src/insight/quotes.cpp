#include "insight/quotes.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"
#include "feedback/search.hpp"

namespace attune::insight {
namespace {

bool is_blank(char byte) noexcept { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

// How pleasant a text is to read as a quote: 1 between 60 and 240 bytes, less when shorter or longer.
float readability(std::size_t size_bytes) noexcept {
  const auto size = static_cast<float>(size_bytes);
  if (size < 20) return 0.0F;
  if (size < 60) return 0.5F + 0.5F * (size - 20.0F) / 40.0F;
  if (size <= 240) return 1.0F;
  return std::max(0.4F, 1.0F - (size - 240.0F) / 1500.0F);
}

// -1..1 from the rating alone.
float score_of_rating(double rating) noexcept { return static_cast<float>((rating - 3.0) / 2.0); }

// The different words of a text, folded and sorted: what two quotes are compared by.
std::vector<std::string> distinct_words(std::string_view text) {
  const std::string folded = feedback::fold(text);
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < folded.size()) {
    const std::size_t begin = folded.find_first_not_of(" \n\r\t.,;:!?()\"'-", at);
    if (begin == std::string::npos) break;
    at = std::min(folded.find_first_of(" \n\r\t.,;:!?()\"'-", begin), folded.size());
    if (at - begin > 2) words.push_back(folded.substr(begin, at - begin));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// Share of words that two texts have in common, of the shorter one's (overlap coefficient).
double overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return a.empty() && b.empty() ? 1.0 : 0.0;
  std::size_t both = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y)
      ++both, ++x, ++y;
    else if (*x < *y)
      ++x;
    else
      ++y;
  }
  return static_cast<double>(both) / static_cast<double>(std::min(a.size(), b.size()));
}

constexpr double kTooAlike = 0.4;

std::string single_spaced(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char byte : text) {
    if (!is_blank(byte))
      result += byte;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

// Where the last sentence that is complete within `text` ends; 0 if none does.
std::size_t last_sentence_end(std::string_view text) noexcept {
  for (std::size_t at = text.size(); at-- > 1;) {
    if (text[at] == ' ' && (text[at - 1] == '.' || text[at - 1] == '!' || text[at - 1] == '?')) return at;
  }
  return 0;
}

}  // namespace

std::string excerpt(std::string_view text, std::size_t max_bytes) {
  // Runs of blanks can only shorten it: twice the length is enough to look at, save for odd texts full of
  // blanks.
  std::string spaced = single_spaced(text.substr(0, utf8::prefix_within(text, 4 * max_bytes)));
  if (spaced.size() <= max_bytes) return spaced;
  const std::string_view head{spaced.data(), utf8::prefix_within(spaced, max_bytes - 3)};
  if (const std::size_t end = last_sentence_end(head); end > head.size() / 2)
    return std::string{head.substr(0, end)};
  const std::size_t blank = spaced.rfind(' ', head.size());
  const std::size_t end = blank == std::string_view::npos || blank < head.size() / 2 ? head.size() : blank;
  return std::string{head.substr(0, end)} + "…";
}

void QuotePicker::consider(feedback::Row row, std::string_view text, double rating,
                           const feedback::Feeling* feeling) {
  if (feeling == nullptr && rating <= 0) return;
  const float felt = feeling != nullptr ? feeling->score : score_of_rating(rating);
  // A quote that its own author rated the other way is a doubtful witness.
  const float rated = rating > 0 ? score_of_rating(rating) : felt;
  const float sign = side_ == Side::Praise ? 1.0F : -1.0F;
  const float strength = sign * (0.6F * felt + 0.4F * rated);
  if (strength <= 0.25F || sign * rated < 0) return;
  const Candidate candidate{strength * readability(text.size()), row};
  if (candidate.worth <= 0) return;
  if (candidates_.size() < kCandidates) {
    candidates_.push_back(candidate);
    std::push_heap(candidates_.begin(), candidates_.end());
  } else if (candidate < candidates_.front()) {
    std::pop_heap(candidates_.begin(), candidates_.end());
    candidates_.back() = candidate;
    std::push_heap(candidates_.begin(), candidates_.end());
  }
}

std::vector<snapshot::Quote> QuotePicker::pick(const feedback::Reviews& reviews,
                                               const feedback::FeelingColumn& feelings) const {
  std::vector<Candidate> best = candidates_;
  std::sort(best.begin(), best.end());
  std::vector<snapshot::Quote> quotes;
  std::vector<std::vector<std::string>> seen;
  std::string scratch;
  for (const Candidate& candidate : best) {
    if (quotes.size() == kQuotes) break;
    std::string text = excerpt(reviews.text(candidate.row, scratch), kQuoteBytes);
    std::vector<std::string> words = distinct_words(text);
    if (std::any_of(seen.begin(), seen.end(),
                    [&](const auto& other) { return overlap(words, other) > kTooAlike; }))
      continue;
    seen.push_back(std::move(words));
    quotes.push_back({.row = candidate.row,
                      .text = std::move(text),
                      .source = reviews.source(candidate.row),
                      .product = reviews.product(candidate.row),
                      .day = reviews.day(candidate.row),
                      .rating = reviews.rating(candidate.row),
                      .score = feelings[candidate.row].score,
                      .highlights = {}});
  }
  return quotes;
}

}  // namespace attune::insight
