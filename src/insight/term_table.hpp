// The words and set phrases of a collection of reviews, counted: what topics are found in.
//
// Words are folded (insight/folded_words.hpp); phrases of two words that belong together ("front desk") count
// as one term. Only terms in enough reviews are kept. Nothing depends on the order of the reviews.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attune::insight {

struct Term {
  std::string text;            // as most reviews write it
  std::string key;             // folded: words apart by one space
  std::uint32_t reviews = 0;   // that contain it
  float noun = 0;              // 0..1, how often it stands where a noun stands
  bool is_topic_word = false;  // names something: no function word, no verdict, nothing generic
};

struct TermTableOptions {
  std::size_t most_terms = 1400;
  std::uint32_t least_reviews = 3;
  double least_share = 0.0008;  // of the reviews
  std::size_t max_words = 6'000'000;
};

class TermTable {
 public:
  explicit TermTable(TermTableOptions options = {}) : options_{options} {}

  // The words of one review (feedback/review_words.hpp). Reviews beyond max_words are not taken.
  void add(std::span<const std::string_view> words);
  // Counts; after the last add and before anything below.
  void finish();

  [[nodiscard]] std::size_t reviews() const noexcept { return begins_.size(); }
  // Most frequent first, then by text.
  [[nodiscard]] const std::vector<Term>& terms() const noexcept { return terms_; }
  // The terms of a review in order, as indices; kNoTerm where a word is none. After finish().
  [[nodiscard]] std::span<const std::uint32_t> sequence(std::size_t review) const;
  // Whether the language of the reviews marks nouns by words before them.
  [[nodiscard]] bool tells_nouns() const noexcept { return tells_nouns_; }

  static constexpr std::uint32_t kNoTerm = ~0U;
  static constexpr std::uint32_t kBreak = ~0U - 1;  // a full stop, a comma

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Ids = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

  std::uint32_t word_of(std::string_view surface);
  void count_words();
  void find_phrases();
  void name_terms();

  TermTableOptions options_;
  Ids unsorted_surface_ids_, unsorted_word_ids_;  // for lookups only
  std::vector<std::string> surfaces_, words_;
  std::vector<std::uint32_t> word_of_surface_, surface_counts_;
  std::vector<std::uint32_t> sequence_;  // surface ids while adding, then words, then terms
  std::vector<std::size_t> begins_;      // of each review in sequence_

  std::vector<std::uint32_t> reviews_with_word_, word_counts_, noun_counts_;
  std::vector<std::uint8_t> worth_;  // by word: 0 function word, 1 verdict or generic, 2 names something
  std::uint32_t least_reviews_ = 3;
  std::unordered_map<std::uint64_t, std::uint32_t> unsorted_phrases_;  // pair of words -> count
  std::vector<Term> terms_;
  bool tells_nouns_ = false;
};

}  // namespace attune::insight
