#include "insight/phrases.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace attune::insight {
namespace {

constexpr std::uint32_t kBreak = 0;
constexpr std::size_t kLongest = 3;    // words in a phrase
constexpr unsigned kBitsPerWord = 21;  // three ids in one 64-bit key
constexpr double kPriorWeight = 500;   // reviews that the prior is worth; Monroe et al. scale it likewise
constexpr double kSameReviews =
    0.6;  // a longer phrase replaces a part of it that it nearly always stands for

struct Count {
  std::array<std::uint32_t, 3> reviews{};  // by Side
  std::uint32_t last_review = ~0U;         // counts each review once
};

using Key = std::uint64_t;

// The ids of a key, first word first.
std::vector<std::uint32_t> ids_in(Key key) {
  std::vector<std::uint32_t> ids;
  for (; key != 0; key >>= kBitsPerWord)
    ids.push_back(static_cast<std::uint32_t>(key & ((1ULL << kBitsPerWord) - 1)));
  std::reverse(ids.begin(), ids.end());
  return ids;
}

// Log-odds ratio of praise against complaints in standard errors, with a prior that expects the phrase
// as often on both sides as in all reviews together.
double distinctiveness(const Count& count, const std::array<double, 3>& reviews) {
  const double complaints = count.reviews[0];
  const double praises = count.reviews[1];
  const double all = complaints + praises + count.reviews[2];
  const double prior = kPriorWeight * all / (reviews[0] + reviews[1] + reviews[2]);
  const auto log_odds = [&](double with, double total) {
    return std::log((with + prior) / std::max(1.0, total + kPriorWeight - with - prior));
  };
  const double variance = 1 / (complaints + prior) + 1 / (praises + prior);
  return (log_odds(praises, reviews[1]) - log_odds(complaints, reviews[0])) / std::sqrt(variance);
}

bool is_part_of(const std::vector<std::uint32_t>& part, const std::vector<std::uint32_t>& whole) {
  return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

struct Candidate {
  std::vector<std::uint32_t> ids;
  Count count;
  double z = 0;
  std::string text;
};

// The best `most` of one side, where of "waiting", "waiting time" and "time" only the most telling stays.
std::vector<Candidate> best_of_side(const std::vector<Candidate>& ranked, std::size_t side,
                                    const PhraseOptions& options) {
  std::vector<Candidate> chosen;
  for (const Candidate& candidate : ranked) {
    const double sign = side == 0 ? -1 : 1;
    if (candidate.z * sign < options.min_z || candidate.count.reviews[side] < options.min_reviews) continue;
    bool told_already = false;
    for (Candidate& other : chosen) {
      const bool longer = is_part_of(other.ids, candidate.ids);
      if (!longer && !is_part_of(candidate.ids, other.ids)) continue;
      told_already = true;
      if (longer && candidate.count.reviews[side] >= kSameReviews * other.count.reviews[side])
        other = candidate;
      break;
    }
    if (!told_already) chosen.push_back(candidate);
    if (chosen.size() > 2 * options.most) break;
  }
  // A replacement may have made two of them overlap.
  std::vector<Candidate> unique;
  for (Candidate& candidate : chosen) {
    const bool overlaps = std::any_of(unique.begin(), unique.end(), [&](const Candidate& other) {
      return is_part_of(other.ids, candidate.ids) || is_part_of(candidate.ids, other.ids);
    });
    if (!overlaps && unique.size() < options.most) unique.push_back(std::move(candidate));
  }
  return unique;
}

}  // namespace

std::uint32_t PhraseFinder::id_of(std::string_view word) {
  if (word.empty()) return kBreak;
  if (const auto known = ids_.find(word); known != ids_.end()) return known->second;
  if (words_.empty()) words_.emplace_back();
  const auto id = static_cast<std::uint32_t>(words_.size());
  if (id >= (1U << kBitsPerWord)) return kBreak;  // two million different words: the rest are typos
  words_.emplace_back(word);
  ids_.emplace(words_.back(), id);
  return id;
}

void PhraseFinder::add(std::uint64_t row, std::span<const std::string_view> words, Side side) {
  if (sequence_.size() + words.size() > options_.max_words) {
    truncated_ = true;
    return;
  }
  reviews_.push_back({row, sequence_.size(), side});
  for (const std::string_view word : words) sequence_.push_back(id_of(word));
}

DistinctivePhrases PhraseFinder::find() const {
  const auto words_of = [&](std::size_t review) {
    const std::size_t end = review + 1 < reviews_.size() ? reviews_[review + 1].first_word : sequence_.size();
    return std::span{sequence_}.subspan(reviews_[review].first_word, end - reviews_[review].first_word);
  };

  // What each word is worth, asked once: 0 nothing (function word, number, letter), 1 a verdict, 2 content.
  std::vector<std::uint8_t> worth(words_.size(), 0);
  for (std::size_t id = 1; id < words_.size(); ++id) {
    const std::string& word = words_[id];
    const bool has_letter = std::any_of(word.begin(), word.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
    if (word.size() < 2 || !has_letter || is_function_word(word)) continue;
    worth[id] = is_verdict_word(word) ? 1 : 2;
  }

  // A phrase cannot be in more reviews than its rarest word.
  std::vector<std::uint32_t> reviews_with(words_.size(), 0);
  std::vector<std::uint32_t> seen_in(words_.size(), ~0U);
  for (std::uint32_t review = 0; review < reviews_.size(); ++review) {
    for (const std::uint32_t id : words_of(review)) {
      if (id == kBreak || seen_in[id] == review) continue;
      seen_in[id] = review;
      ++reviews_with[id];
    }
  }

  std::unordered_map<Key, Count> counts;
  std::array<double, 3> reviews{};
  for (std::uint32_t review = 0; review < reviews_.size(); ++review) {
    const std::size_t side = static_cast<std::size_t>(reviews_[review].side);
    ++reviews[side];
    const auto ids = words_of(review);
    for (std::size_t first = 0; first < ids.size(); ++first) {
      if (ids[first] == kBreak || worth[ids[first]] == 0) continue;
      Key key = 0;
      std::uint8_t best = 0;
      for (std::size_t length = 1; length <= kLongest && first + length <= ids.size(); ++length) {
        const std::uint32_t id = ids[first + length - 1];
        if (id == kBreak || reviews_with[id] < options_.min_reviews) break;
        key = key << kBitsPerWord | id;
        best = std::max(best, worth[id]);
        if (best < 2 || worth[id] == 0) continue;  // ends in a function word, or is only a verdict
        Count& count = counts[key];
        if (count.last_review == review) continue;
        count.last_review = review;
        ++count.reviews[side];
      }
    }
  }

  std::vector<Candidate> ranked;
  for (const auto& [key, count] : counts) {
    if (std::max(count.reviews[0], count.reviews[1]) < options_.min_reviews) continue;
    const double z = distinctiveness(count, reviews);
    if (std::abs(z) < options_.min_z) continue;
    Candidate candidate{ids_in(key), count, z, {}};
    for (const std::uint32_t id : candidate.ids)
      candidate.text += (candidate.text.empty() ? "" : " ") + words_[id];
    ranked.push_back(std::move(candidate));
  }
  std::sort(ranked.begin(), ranked.end(), [](const Candidate& a, const Candidate& b) {
    return std::tuple(-std::abs(a.z), a.text) < std::tuple(-std::abs(b.z), b.text);
  });

  const auto as_phrases = [&](std::size_t side) {
    std::vector<Phrase> phrases;
    for (const Candidate& candidate : best_of_side(ranked, side, options_)) {
      const auto& counted = candidate.count.reviews;
      Phrase phrase{candidate.text, counted[0], counted[1], counted[2], candidate.z, {}};
      for (std::size_t review = 0; review < reviews_.size() && phrase.examples.size() < 3; ++review) {
        const auto ids = words_of(review);
        if (static_cast<std::size_t>(reviews_[review].side) != side) continue;
        if (std::search(ids.begin(), ids.end(), candidate.ids.begin(), candidate.ids.end()) != ids.end()) {
          phrase.examples.push_back(reviews_[review].row);
        }
      }
      phrases.push_back(std::move(phrase));
    }
    return phrases;
  };
  return {as_phrases(0), as_phrases(1)};
}

}  // namespace attune::insight
