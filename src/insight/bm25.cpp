#include "insight/bm25.hpp"

#include <algorithm>
#include <cmath>

#include "feedback/search.hpp"
#include "insight/phrases.hpp"

namespace attune::insight {
namespace {

constexpr double kSaturation = 1.2;   // k1
constexpr double kLengthShare = 0.5;  // b; questions are short and alike in length
constexpr double kPairShare = 0.4;    // how much a pair counts beside its words

bool is_letter(char byte) noexcept {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
         static_cast<unsigned char>(byte) >= 0x80;
}

void strip_ending(std::string& word) {
  static constexpr std::string_view kEndings[] = {
      "ungen", "ations", "ation", "ingly", "ments", "ment", "iones", "ing", "ies", "ung", "ion", "ers", "ens",
      "en",    "ed",     "es",    "er",    "em",    "ly",   "ys",    "s",   "e",   "a",   "o",   "y",   "t"};
  for (const std::string_view ending : kEndings) {
    if (word.size() < ending.size() + 3 || !word.ends_with(ending)) continue;
    word.resize(word.size() - ending.size());
    break;
  }
  // "stopped" and "stop" are one word.
  if (word.size() > 3 && word.back() == word[word.size() - 2]) word.pop_back();
}

}  // namespace

std::vector<std::string> stems_of(std::string_view text) {
  const std::string folded = feedback::fold(text);
  std::vector<std::string> stems;
  for (std::size_t at = 0; at < folded.size();) {
    if (!is_letter(folded[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < folded.size() &&
           (is_letter(folded[end]) ||
            (folded[end] == '\'' && end + 1 < folded.size() && is_letter(folded[end + 1]))))
      ++end;
    std::string word = folded.substr(at, end - at);
    at = end;
    if (is_function_word(word) && word != "not" && word != "no" && word != "how" && word != "why" &&
        word != "when" && word != "where")
      continue;
    if (word.ends_with("n't")) word = "not";
    strip_ending(word);
    stems.push_back(std::move(word));
  }
  return stems;
}

void Bm25Index::add(std::string_view text) {
  std::vector<std::string> terms = stems_of(text);
  const std::size_t words = terms.size();
  for (std::size_t i = 0; i + 1 < words; ++i) terms.push_back(terms[i] + ' ' + terms[i + 1]);
  std::sort(terms.begin(), terms.end());
  const auto number = static_cast<std::uint32_t>(lengths_.size());
  for (std::size_t i = 0; i < terms.size();) {
    std::size_t same = i;
    while (same < terms.size() && terms[same] == terms[i]) ++same;
    postings_[terms[i]].push_back({number, static_cast<std::uint32_t>(same - i)});
    i = same;
  }
  lengths_.push_back(static_cast<std::uint32_t>(words));
  total_length_ += words;
}

double Bm25Index::weight_of(std::size_t texts_with_it) const {
  const auto all = static_cast<double>(lengths_.size()), with = static_cast<double>(texts_with_it);
  return std::log(1.0 + (all - with + 0.5) / (with + 0.5));
}

Bm25Index::Scores Bm25Index::search(std::string_view query) const {
  Scores found{std::vector<double>(size(), 0.0), std::vector<double>(size(), 0.0)};
  if (size() == 0) return found;
  const double mean_length = std::max(1.0, static_cast<double>(total_length_) / static_cast<double>(size()));
  std::vector<std::string> terms = stems_of(query);
  const std::size_t words = terms.size();
  for (std::size_t i = 0; i + 1 < words; ++i) terms.push_back(terms[i] + ' ' + terms[i + 1]);
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  double all_weight = 0;
  for (const std::string& term : terms) {
    const bool is_pair = term.find(' ') != std::string::npos;
    const auto at = postings_.find(term);
    const double weight =
        weight_of(at == postings_.end() ? 0 : at->second.size()) * (is_pair ? kPairShare : 1.0);
    if (!is_pair) all_weight += weight;
    if (at == postings_.end()) continue;
    for (const Posting& posting : at->second) {
      const double length =
          kSaturation * (1 - kLengthShare + kLengthShare * lengths_[posting.text] / mean_length);
      found.scores[posting.text] += weight * posting.times * (kSaturation + 1) / (posting.times + length);
      if (!is_pair) found.coverage[posting.text] += weight;
    }
  }
  for (double& share : found.coverage) share = all_weight > 0 ? share / all_weight : 0.0;
  return found;
}

}  // namespace attune::insight
