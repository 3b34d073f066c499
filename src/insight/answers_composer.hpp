// Makes an answer, step by step; the steps stand by what is asked for: answers_figures.cpp,
// answers_reasons.cpp, answers_groups.cpp, answers_changes.cpp, answers_quotes.cpp. For answers_compose.cpp
// alone.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "insight/answers_compose.hpp"
#include "insight/answers_words.hpp"
#include "stats/intervals.hpp"

namespace attune::insight {

inline constexpr std::uint64_t kFewest = 5;  // a group of fewer says nothing by itself

[[nodiscard]] snapshot::Estimate share_of(std::uint64_t n, std::uint64_t of);
// "4.12 stars (95 % interval 4.05 to 4.19, 312 rated)"
[[nodiscard]] std::string rating_words(const snapshot::Estimate& rating);

class Composer {
 public:
  Composer(const Evidence& evidence, const feedback::Reviews& reviews)
      : evidence_{evidence}, question_{evidence.question}, reviews_{reviews}, total_{evidence.total} {}

  Answer compose();

 private:
  enum class Measure { Rating, Share, Count };
  // The subjects that are more frequent among those asked for than among the others, by more than chance.
  struct Contrast {
    const ConceptCount* subject;
    snapshot::Estimate asked;
    double least;  // the low end of the difference in shares
  };

  void say(std::string sentence) { answer_.sentences.push_back(std::move(sentence)); }
  [[nodiscard]] bool is_beyond() const { return !question_.beyond.empty() && !question_.counts_mentions; }
  [[nodiscard]] bool is_narrowed() const {
    return !question_.about.empty() || question_.polarity != Polarity::Any;
  }

  // Words that no review knows: then there is nothing to say, but that a count is nought.
  bool knows_subject();
  Answer unknown(std::string sentence);
  void suggest();
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
  const feedback::Reviews& reviews_;
  const GroupEvidence& total_;
  Answer answer_;
};

}  // namespace attune::insight
