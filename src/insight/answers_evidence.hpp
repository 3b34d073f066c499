// Counts what a question asks for, review by review, so that a caller can stop between any two.
//
//   EvidenceScan scan{reviews, feelings, question, options};
//   while (scan.advance(2000)) {}
//   Evidence evidence = scan.take();
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "feedback/review_words.hpp"
#include "feedback/reviews.hpp"
#include "feedback/search.hpp"
#include "feedback/sentiment.hpp"
#include "insight/answers_question.hpp"
#include "insight/phrases.hpp"
#include "insight/review_writers.hpp"
#include "insight/trend.hpp"

namespace attune::insight {

// Reviews that pass a filter (`scope`), those of them about what is asked (`about`), and those of them that
// feel as asked (`asked`). Ratings and feelings are those of `about`.
struct GroupEvidence {
  std::string label;
  QuestionFilter filter;  // opens the group on its own
  std::string named{};    // within a sentence
  std::uint64_t scope = 0, about = 0, asked = 0;
  std::uint64_t negative = 0, neutral = 0, positive = 0;
  RunningMean rating{};

  [[nodiscard]] std::uint64_t felt() const noexcept { return negative + neutral + positive; }
};

// How often one of the lexicon's concepts occurs among the reviews asked for, and among those of the other
// side.
struct ConceptCount {
  std::string_view label, search;
  std::uint64_t asked = 0, others = 0;
};

struct Evidence {
  Question question;  // as it was answered: a trend has the two sides that it compares
  GroupEvidence total;
  std::uint64_t everything = 0;                         // reviews in the files
  std::uint64_t concept_asked = 0, concept_others = 0;  // reviews the concepts were counted in
  std::vector<std::uint64_t> term_rows;     // reviews in scope that know each about term by itself
  bool knows_writers = false;               // whether any file tells who wrote the reviews
  std::vector<GroupEvidence> groups;        // by question.group_by, in the order of the data
  std::vector<GroupEvidence> compared;      // the sides of a comparison, or before and after of a trend
  std::vector<GroupEvidence> months;        // in order of time, each with at least one review in scope
  std::optional<Days> first_day, last_day;  // of those asked for
  DistinctivePhrases phrases;               // among those about it
  std::vector<ConceptCount> concepts;
  std::vector<feedback::Row> best;     // to quote, best first
  std::vector<feedback::Row> nearest;  // closest in meaning, best first; empty without embeddings
};

struct EvidenceOptions {
  bool has_model = false;  // feelings are the model's; else the stars tell
  // How close a review is in meaning to the question, -1 to 1; may be empty.
  std::function<double(feedback::Row)> similarity = {};
  std::optional<Days> oldest, newest;
  const ReviewWriters* writers = nullptr;  // null: nobody is known; must outlive the scan
};

class EvidenceScan {
 public:
  // Reviews and feelings must outlive it.
  EvidenceScan(const feedback::Reviews& reviews, const feedback::FeelingColumn& feelings, Question question,
               EvidenceOptions options);

  // Looks at up to `rows` more; false when all were seen.
  bool advance(std::size_t rows);
  [[nodiscard]] std::size_t rows_done() const noexcept { return next_; }
  [[nodiscard]] std::size_t rows_total() const noexcept { return reviews_.size(); }
  [[nodiscard]] Evidence take();

 private:
  // A review that is asked for: what ranking by words needs.
  struct Candidate {
    feedback::Row row = 0;
    std::uint32_t length = 0;                // folded bytes
    std::vector<std::uint16_t> occurrences;  // one a term
    float strength = 0;                      // how strongly it feels as asked
  };

  void prepare_groups();
  void prepare_trend();
  void add(feedback::Row row);
  void count(feedback::Row row, bool is_about, bool is_asked, GroupEvidence& group) const;
  [[nodiscard]] bool passes(feedback::Row row, const QuestionFilter& filter) const;
  // 1 + snapshot::RfmSegment of who wrote it; 0: not known.
  [[nodiscard]] std::size_t segment_of(feedback::Row row) const;
  [[nodiscard]] bool is_written_by(feedback::Row row, const std::vector<std::string>& segments) const;
  [[nodiscard]] int side_of(feedback::Row row) const;  // -1, 0, 1; 2: not known
  [[nodiscard]] bool feels_as_asked(feedback::Row row) const;
  void count_words(feedback::Row row, std::string_view text, int side);
  void rank_by_words();

  const feedback::Reviews& reviews_;
  const feedback::FeelingColumn& feelings_;
  EvidenceOptions options_;
  Evidence evidence_;
  std::vector<feedback::Search> terms_;
  std::vector<feedback::Search> compared_terms_;
  std::vector<GroupEvidence> by_product_, by_source_, by_place_;  // by id
  std::vector<GroupEvidence> by_segment_, by_weekday_, by_month_;
  std::int32_t first_month_ = 0;
  std::vector<feedback::Search> concepts_;
  std::vector<ConceptCount> concept_counts_;
  PhraseFinder phrases_;
  feedback::ReviewWords words_;
  std::vector<Candidate> candidates_;
  std::vector<std::pair<float, feedback::Row>> similar_;
  double scope_length_ = 0;
  std::size_t next_ = 0;
  std::string scratch_, folded_, text_;
};

// All concepts of the lexicon, for counting.
[[nodiscard]] std::vector<ConceptCount> all_concepts();

}  // namespace attune::insight
