// The words and short phrases that set complaints apart from praise: what people are unhappy or happy about.
//
// Counts reviews, not repetitions, and ranks by the log-odds ratio with an informative Dirichlet prior
// (Monroe, Colaresi, Quinn 2008, "Fightin' Words", eq. 16-23), which does not overrate rare words. Words that
// only say that something is good or bad ("great", "disappointed") are left out: they say how, not what.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attune::insight {

enum class Side : std::uint8_t { Complaint, Praise, Neither };

struct Phrase {
  std::string text;              // as in the reviews, lower case
  std::uint64_t complaints = 0;  // reviews of that side that contain it
  std::uint64_t praises = 0;
  std::uint64_t others = 0;
  double z = 0;                         // above 0: more often in praise; in standard errors
  std::vector<std::uint64_t> examples;  // up to three reviews of its own side, earliest first
};

struct DistinctivePhrases {
  std::vector<Phrase> complaints;  // most distinctive first
  std::vector<Phrase> praises;
};

struct PhraseOptions {
  std::size_t most = 12;          // of each side
  std::uint64_t min_reviews = 3;  // a phrase in fewer reviews of its side is not shown
  double min_z = 2.0;
  std::size_t max_words = 20'000'000;  // of memory; reviews beyond are not read, `truncated()` says so
};

class PhraseFinder {
 public:
  explicit PhraseFinder(PhraseOptions options = {}) : options_{options} {}

  // The words of one review in order, lower case. An empty word is a break that no phrase crosses
  // (a full stop, a comma). `row` comes back in the examples.
  void add(std::uint64_t row, std::span<const std::string_view> words, Side side);

  // The result does not depend on the order in which reviews were added, but for `examples`' ties.
  [[nodiscard]] DistinctivePhrases find() const;

  [[nodiscard]] bool truncated() const noexcept { return truncated_; }

 private:
  struct Review {
    std::uint64_t row = 0;
    std::size_t first_word = 0;
    Side side = Side::Neither;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>{}(text);
    }
  };

  std::uint32_t id_of(std::string_view word);

  PhraseOptions options_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> ids_;
  std::vector<std::string> words_;       // by id; 0 is the break
  std::vector<std::uint32_t> sequence_;  // all reviews, one after the other
  std::vector<Review> reviews_;
  bool truncated_ = false;
};

// Whether a lower-case word carries no meaning of its own (article, pronoun, auxiliary ...), in English,
// German, French, Spanish, Italian, Portuguese or Dutch.
[[nodiscard]] bool is_function_word(std::string_view word);

// Whether a lower-case word only says that something is good or bad.
[[nodiscard]] bool is_verdict_word(std::string_view word);

}  // namespace attune::insight
