#include "insight/bm25.hpp"

#include <algorithm>
#include <cmath>

#include "feedback/search.hpp"
#include "insight/answers_lexicon.hpp"

namespace attune::insight {
namespace {

constexpr double kSaturation = 1.2;   // k1
constexpr double kLengthShare = 0.5;  // b; questions are short and alike in length
constexpr double kPairShare = 0.4;    // how much a pair counts beside a word
constexpr double kRunShare = 0.3;     // and a run of four letters

// Words that nearly every question has. Few: "not", "how" and "up" tell questions apart.
constexpr std::string_view kSkipped =
    "a|an|the|of|on|in|at|to|for|with|about|by|from|is|are|was|were|be|do|does|did|can|could|would|will|i|we|"
    "you|they|it|my|your|our|me|us|this|that|"
    "there|what|which|and|or|so|please|have|has|had|am|been|if|as|but|"
    "der|die|das|den|dem|ein|eine|einen|ist|sind|war|hat|haben|ich|wir|sie|es|mein|meine|und|oder|mit|fur|zu|"
    "im|am|kann|konnen|bitte|was|"
    "le|la|les|un|une|des|du|de|est|sont|je|vous|nous|il|elle|mon|ma|votre|et|ou|avec|pour|en|au|que|qui|"
    "puis|"
    "el|los|las|una|es|son|yo|usted|su|mi|y|o|con|para|al|del|se|puedo|puede|hay";

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
    if (is_one_of(word, kSkipped)) continue;
    if (word.ends_with("n't")) word = "not";
    strip_ending(word);
    stems.push_back(std::move(word));
  }
  return stems;
}

namespace {

// What a text is matched by, each with its weight; "#" begins a run of letters.
std::map<std::string, double> terms_of(std::string_view text) {
  std::map<std::string, double> terms;
  const std::vector<std::string> words = stems_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    terms[words[i]] += 1;
    if (i + 1 < words.size()) terms[words[i] + ' ' + words[i + 1]] += kPairShare;
  }
  const std::string folded = feedback::fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    if (!is_letter(folded[at])) {
      ++at;
      continue;
    }
    std::string word = "^";
    for (; at < folded.size() && is_letter(folded[at]); ++at) word += folded[at];
    word += '$';
    for (std::size_t begin = 0; begin + 4 <= word.size(); ++begin)
      terms['#' + word.substr(begin, 4)] += kRunShare;
  }
  return terms;
}

double share_of(const std::string& term) noexcept {
  return term.front() == '#' ? kRunShare : term.find(' ') != std::string::npos ? kPairShare : 1.0;
}

}  // namespace

void Bm25Index::add(std::string_view text) {
  const auto number = static_cast<std::uint32_t>(lengths_.size());
  double length = 0;
  for (const auto& [term, times] : terms_of(text)) {
    postings_[term].push_back({number, times});
    length += times;
  }
  lengths_.push_back(length);
  total_length_ += length;
}

double Bm25Index::weight_of(std::size_t texts_with_it) const {
  const auto all = static_cast<double>(lengths_.size()), with = static_cast<double>(texts_with_it);
  return std::log(1.0 + (all - with + 0.5) / (with + 0.5));
}

Bm25Index::Scores Bm25Index::search(std::string_view query) const {
  const std::vector<double> none(size(), 0.0);
  Scores found{none, none, none};
  if (size() == 0) return found;
  const double mean_length = std::max(1.0, total_length_ / static_cast<double>(size()));
  double all_weight = 0;
  for (const auto& [term, times] : terms_of(query)) {
    const double share = share_of(term);
    const auto at = postings_.find(term);
    const double weight = weight_of(at == postings_.end() ? 0 : at->second.size()) * share;
    const bool is_word = share == 1.0;
    if (is_word) all_weight += weight;
    if (at == postings_.end()) continue;
    for (const Posting& posting : at->second) {
      const double length =
          kSaturation * (1 - kLengthShare + kLengthShare * lengths_[posting.text] / mean_length);
      found.scores[posting.text] += weight * posting.times * (kSaturation + 1) / (posting.times + length);
      if (is_word) found.coverage[posting.text] += weight, found.asked[posting.text] += weight;
    }
  }
  std::vector<double> own = none;
  for (const auto& [term, postings] : postings_) {
    if (share_of(term) != 1.0) continue;
    for (const Posting& posting : postings) own[posting.text] += weight_of(postings.size());
  }
  for (std::size_t text = 0; text < size(); ++text) {
    found.coverage[text] = all_weight > 0 ? found.coverage[text] / all_weight : 0.0;
    found.asked[text] = own[text] > 0 ? found.asked[text] / own[text] : 0.0;
  }
  return found;
}

}  // namespace attune::insight
