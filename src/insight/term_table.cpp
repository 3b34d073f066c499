#include "insight/term_table.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "insight/folded_words.hpp"
#include "insight/phrases.hpp"

namespace attune::insight {
namespace {

constexpr double kPhraseNpmi = 0.35;        // adjacent words that attract each other this much
constexpr double kPhraseOfRarerWord = 0.2;  // and make up this much of the rarer one's occurrences
constexpr std::uint32_t kPhraseLeast = 5;
constexpr std::size_t kLongestNounPhrase = 3;  // words between an article and its noun
constexpr double kNounShareOfLanguage = 0.03;

std::uint64_t pair_of(std::uint32_t first, std::uint32_t second) noexcept {
  return static_cast<std::uint64_t>(first) << 32U | second;
}

bool has_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
}

// Letters, not bytes; enough to tell "tv" and "wc" from single letters.
bool is_word(std::string_view word) { return word.size() >= 2 && has_letter(word); }

}  // namespace

std::uint32_t TermTable::word_of(std::string_view surface) {
  if (surface.empty()) return kBreak;
  if (const auto known = unsorted_surface_ids_.find(surface); known != unsorted_surface_ids_.end()) {
    ++surface_counts_[known->second];
    return word_of_surface_[known->second];
  }
  std::string folded = folded_word(surface);
  const auto [entry, is_new] =
      unsorted_word_ids_.emplace(std::move(folded), static_cast<std::uint32_t>(words_.size()));
  if (is_new) words_.push_back(entry->first);
  unsorted_surface_ids_.emplace(surface, static_cast<std::uint32_t>(surfaces_.size()));
  surfaces_.emplace_back(surface);
  word_of_surface_.push_back(entry->second);
  surface_counts_.push_back(1);
  return entry->second;
}

void TermTable::add(std::span<const std::string_view> words) {
  if (sequence_.size() + words.size() > options_.max_words) return;
  begins_.push_back(sequence_.size());
  for (const std::string_view word : words) sequence_.push_back(word_of(word));
}

std::span<const std::uint32_t> TermTable::sequence(std::size_t review) const {
  const std::size_t end = review + 1 < begins_.size() ? begins_[review + 1] : sequence_.size();
  return std::span{sequence_}.subspan(begins_[review], end - begins_[review]);
}

void TermTable::finish() {
  least_reviews_ =
      std::max(options_.least_reviews,
               static_cast<std::uint32_t>(std::ceil(options_.least_share * static_cast<double>(reviews()))));
  count_words();
  find_phrases();
  name_terms();
}

void TermTable::count_words() {
  reviews_with_word_.assign(words_.size(), 0);
  word_counts_.assign(words_.size(), 0);
  noun_counts_.assign(words_.size(), 0);
  worth_.assign(words_.size(), 0);
  std::vector<Opener> openers(words_.size(), Opener::None);
  // A folded word is judged by itself and by every way it is written.
  std::vector<std::uint8_t> is_function(words_.size()), is_plain(words_.size());
  for (std::size_t surface = 0; surface < surfaces_.size(); ++surface) {
    const std::uint32_t word = word_of_surface_[surface];
    const std::string& text = surfaces_[surface];
    if (is_function_word(text)) is_function[word] = 1;
    if (is_verdict_word(text) || is_generic_word(text)) is_plain[word] = 1;
    if (const Opener opener = opener_of(text); opener != Opener::None) openers[word] = opener;
  }
  for (std::size_t word = 0; word < words_.size(); ++word) {
    if (!is_word(words_[word]) || is_function[word] != 0 || is_function_word(words_[word])) continue;
    const bool is_poor =
        is_plain[word] != 0 || is_verdict_word(words_[word]) || is_generic_word(words_[word]);
    worth_[word] = is_poor ? 1 : 2;
  }

  std::uint64_t content = 0;
  std::uint64_t nouns = 0;
  std::vector<std::uint32_t> seen_in(words_.size(), kNoTerm);
  for (std::uint32_t review = 0; review < reviews(); ++review) {
    const auto ids = sequence(review);
    for (std::size_t at = 0; at < ids.size(); ++at) {
      const std::uint32_t id = ids[at];
      if (id >= kBreak) continue;
      ++word_counts_[id];
      if (seen_in[id] != review) ++reviews_with_word_[id], seen_in[id] = review;
      if (worth_[id] == 0) continue;
      ++content;
      const bool is_last = at + 1 == ids.size() || ids[at + 1] >= kBreak || worth_[ids[at + 1]] == 0;
      for (std::size_t back = 1; back <= kLongestNounPhrase && back <= at; ++back) {
        const std::uint32_t before = ids[at - back];
        if (before >= kBreak) break;
        const Opener opener = openers[before];
        if ((opener == Opener::NounLast && is_last) || (opener == Opener::NounFirst && back == 1)) {
          ++noun_counts_[id], ++nouns;
          break;
        }
        if (worth_[before] == 0) break;
      }
    }
  }
  tells_nouns_ = static_cast<double>(nouns) > kNounShareOfLanguage * static_cast<double>(content);
}

void TermTable::find_phrases() {
  std::uint64_t total = 0;
  for (std::uint32_t review = 0; review < reviews(); ++review) {
    const auto ids = sequence(review);
    total += ids.size();
    for (std::size_t at = 0; at + 1 < ids.size(); ++at) {
      const std::uint32_t first = ids[at];
      const std::uint32_t second = ids[at + 1];
      if (first >= kBreak || second >= kBreak || first == second) continue;
      if (worth_[first] == 0 || worth_[second] == 0 || std::max(worth_[first], worth_[second]) < 2) continue;
      if (is_verdict_word(words_[first]) || is_verdict_word(words_[second])) continue;
      if (std::min(reviews_with_word_[first], reviews_with_word_[second]) < least_reviews_) continue;
      ++unsorted_phrases_[pair_of(first, second)];
    }
  }
  const auto count = static_cast<double>(std::max<std::uint64_t>(total, 1));
  std::erase_if(unsorted_phrases_, [&](const auto& entry) {
    const auto& [pair, together] = entry;
    const double first = word_counts_[pair >> 32U];
    const double second = word_counts_[pair & 0xFFFFFFFFU];
    if (together < std::max(kPhraseLeast, least_reviews_)) return true;
    if (together < kPhraseOfRarerWord * std::min(first, second)) return true;
    const double npmi =
        std::log(together * count / (first * second)) / -std::log(static_cast<double>(together) / count);
    return npmi < kPhraseNpmi;
  });
}

void TermTable::name_terms() {
  // How each word is mostly written; of equals the first in the alphabet.
  std::vector<std::uint32_t> best(words_.size(), kNoTerm);
  for (std::uint32_t surface = 0; surface < surfaces_.size(); ++surface) {
    std::uint32_t& chosen = best[word_of_surface_[surface]];
    if (chosen == kNoTerm || surface_counts_[surface] > surface_counts_[chosen] ||
        (surface_counts_[surface] == surface_counts_[chosen] && surfaces_[surface] < surfaces_[chosen]))
      chosen = surface;
  }

  // Every review again, now with phrases as one: the first of two overlapping phrases counts.
  struct Counted {
    std::uint64_t pair = 0;  // or a word, with kNoTerm above it
    std::uint32_t reviews = 0, last_review = kNoTerm, count = 0, nouns = 0;
  };
  std::unordered_map<std::uint64_t, Counted> unsorted;
  const auto key_at = [&](std::span<const std::uint32_t> ids, std::size_t at) {
    if (at + 1 < ids.size() && ids[at] < kBreak && ids[at + 1] < kBreak) {
      const std::uint64_t pair = pair_of(ids[at], ids[at + 1]);
      if (unsorted_phrases_.contains(pair)) return pair;
    }
    return pair_of(kNoTerm, ids[at]);
  };
  for (std::uint32_t review = 0; review < reviews(); ++review) {
    const auto ids = sequence(review);
    for (std::size_t at = 0; at < ids.size();) {
      const std::uint64_t key = key_at(ids, at);
      const bool is_phrase = key >> 32U != kNoTerm;
      if (is_phrase || (ids[at] < kBreak && worth_[ids[at]] > 0)) {
        Counted& counted = unsorted[key];
        counted.pair = key;
        if (counted.last_review != review) ++counted.reviews, counted.last_review = review;
      }
      at += is_phrase ? 2 : 1;
    }
  }

  std::vector<std::pair<Term, std::uint64_t>> named;
  for (const auto& [key, counted] : unsorted) {
    if (counted.reviews < least_reviews_) continue;
    const auto second = static_cast<std::uint32_t>(key & 0xFFFFFFFFU);
    const auto first = static_cast<std::uint32_t>(key >> 32U);
    Term term;
    term.reviews = counted.reviews;
    const auto noun_share = [&](std::uint32_t word) {
      return (static_cast<float>(noun_counts_[word]) + 0.5F) /
             (static_cast<float>(word_counts_[word]) + 5.0F);
    };
    term.noun = noun_share(second);
    term.text = surfaces_[best[second]];
    term.key = words_[second];
    term.is_topic_word = worth_[second] == 2;
    if (first != kNoTerm) {
      term.text = surfaces_[best[first]] + " " + term.text;
      term.key = words_[first] + " " + term.key;
      term.noun = std::max(term.noun, noun_share(first));
      term.is_topic_word = true;
    }
    named.emplace_back(std::move(term), key);
  }
  std::sort(named.begin(), named.end(), [](const auto& a, const auto& b) {
    return std::tuple(~a.first.reviews, std::string_view{a.first.key}) <
           std::tuple(~b.first.reviews, std::string_view{b.first.key});
  });
  if (named.size() > options_.most_terms) named.resize(options_.most_terms);

  std::unordered_map<std::uint64_t, std::uint32_t> unsorted_index;
  for (const auto& [term, key] : named) {
    unsorted_index.emplace(key, static_cast<std::uint32_t>(terms_.size()));
    terms_.push_back(term);
  }

  // Words become terms, in place: a phrase takes the place of its first word.
  std::size_t write = 0;
  for (std::size_t review = 0; review < begins_.size(); ++review) {
    const std::size_t end = review + 1 < begins_.size() ? begins_[review + 1] : sequence_.size();
    const std::span<const std::uint32_t> ids{sequence_.data(), end};
    const std::size_t begin = begins_[review];
    begins_[review] = write;
    for (std::size_t at = begin; at < end;) {
      if (ids[at] == kBreak) {
        sequence_[write++] = kBreak, ++at;
        continue;
      }
      const std::uint64_t key = key_at(ids, at);
      const auto found = unsorted_index.find(key);
      at += key >> 32U != kNoTerm ? 2 : 1;
      sequence_[write++] = found == unsorted_index.end() ? kNoTerm : found->second;
    }
  }
  sequence_.resize(write);
}

}  // namespace attune::insight
