// Makes an answer, step by step; the steps stand by what is asked for: answers_figures.cpp,
// answers_reasons.cpp, answers_groups.cpp, answers_changes.cpp, answers_quotes.cpp. For answers_compose.cpp
// alone.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "insight/answers_compose.hpp"
#include "insight/answers_sentences.hpp"
#include "insight/answers_subjects.hpp"
#include "insight/answers_words.hpp"
#include "stats/intervals.hpp"

namespace attune::insight {

inline constexpr std::uint64_t kFewest = 5;  // a group of fewer says nothing by itself

[[nodiscard]] snapshot::Estimate share_of(std::uint64_t n, std::uint64_t of);

class Composer {
 public:
  Composer(const Evidence& evidence, const feedback::Reviews& reviews)
      : evidence_{evidence},
        question_{evidence.question},
        language_{question_.language},
        reviews_{reviews},
        total_{evidence.total} {}

  Answer compose();

 private:
  enum class Measure { Rating, Share, Count };
  // The subjects that are more frequent among those asked for than among the others, by more than chance.
  struct Contrast {
    const ConceptCount* subject;
    snapshot::Estimate asked;
    double least;  // the low end of the difference in shares
  };

  using Parts = std::initializer_list<std::string_view>;
  [[nodiscard]] std::string words(Sentence sentence, Parts parts = {}) const {
    return worded(sentence, language_, parts);
  }
  void say(Sentence sentence, Parts parts = {}) {
    std::string said = words(sentence, parts);
    if (language_ != AnswerLanguage::English) said = capitalised(std::move(said));
    answer_.sentences.push_back(std::move(said));
  }
  // The same for one review or group, or for many of them.
  void say(std::uint64_t number, Sentence one, Sentence many, Parts parts) {
    say(is_singular(number, language_) ? one : many, parts);
  }
  [[nodiscard]] std::string number(std::uint64_t n) const { return grouped_number(n, language_); }
  [[nodiscard]] std::string percent(double share) const { return written_percent(share, language_); }
  // The reviews asked about, in the singular where there is one.
  [[nodiscard]] std::string scope(std::uint64_t n) const {
    return scope_words(question_, is_singular(n, language_));
  }
  [[nodiscard]] std::string listed(const std::vector<std::string>& items, Joiner joiner = Joiner::And) const {
    return written_list(items, language_, joiner);
  }
  [[nodiscard]] bool is_beyond() const { return !question_.beyond.empty() && !question_.counts_mentions; }
  [[nodiscard]] bool is_narrowed() const {
    return !question_.about.empty() || question_.polarity != Polarity::Any;
  }

  // Words that no review knows: then there is nothing to say, but that a count is nought.
  bool knows_subject();
  Answer beyond();
  Answer unknown(Sentence sentence, Parts parts = {});
  void suggest();
  [[nodiscard]] Sentence understood_as() const;
  [[nodiscard]] std::string understood() const;
  // The share of a group that is asked for, with its rating; for a question without subject, of all reviews.
  void add_count(std::string label, const GroupEvidence& group, bool is_of_scope);
  void say_feelings();

  // Where nothing but feelings is asked for, the share is one of the reviews whose feeling is known.
  [[nodiscard]] bool is_share_of_about() const {
    return question_.polarity != Polarity::Any && question_.about.empty();
  }
  [[nodiscard]] snapshot::Estimate measured(const GroupEvidence& group, Measure measure) const;
  [[nodiscard]] std::string written(const snapshot::Estimate& value, Measure measure,
                                    const GroupEvidence& group) const;
  // Whether two groups differ by more than chance; true if so.
  bool say_difference(const GroupEvidence& a, const GroupEvidence& b, Measure measure);
  [[nodiscard]] stats::Interval difference_of(const GroupEvidence& a, const GroupEvidence& b,
                                              Measure measure) const;

  // What is asked for.
  void how_many();
  void rating();
  void quote();
  void why();
  void which();
  void when();
  void say_first_and_latest();
  void compare();
  void trend();

  [[nodiscard]] std::vector<Contrast> contrasts() const;
  [[nodiscard]] bool is_subject(const ConceptCount& one) const;
  [[nodiscard]] Measure measure_for_groups() const;

  void add_quotes();
  void quote_rows(const std::vector<feedback::Row>& rows);
  // A readable part that holds what was looked for.
  [[nodiscard]] static std::string part_to_quote(std::string_view whole, const feedback::Search& search);

  const Evidence& evidence_;
  const Question& question_;
  AnswerLanguage language_;
  const feedback::Reviews& reviews_;
  const GroupEvidence& total_;
  Answer answer_;
};

}  // namespace attune::insight
