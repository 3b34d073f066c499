// Turns counted evidence into an answer: sentences built from numbers, figures with intervals, quotes with
// rows.
//
// Nothing is said that was not counted. Where the reviews do not tell, the answer says so and offers
// questions that they do answer.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "feedback/reviews.hpp"
#include "insight/answers_evidence.hpp"
#include "insight/answers_question.hpp"
#include "snapshot/snapshot.hpp"
#include "text/normalize.hpp"

namespace attune::insight {

// The rows behind a figure, as the list of reviews filters them.
struct RowsBehind {
  QuestionFilter filter;
  std::string search;
  Polarity polarity = Polarity::Any;
};

// One line of evidence: n of `of` reviews. n == 0 in an estimate: it does not apply.
struct AnswerCount {
  std::string label;
  std::uint64_t n = 0, of = 0;
  snapshot::Estimate share, rating;
  RowsBehind rows;
};

struct AnswerQuote {
  feedback::Row row = 0;
  std::string text;
  std::vector<text::ByteRange> highlights;
};

struct Answer {
  std::vector<std::string> sentences;
  std::string understood;  // what the question was taken to ask
  RowsBehind rows;         // that it was answered from
  std::vector<AnswerCount> counts;
  std::vector<AnswerQuote> quotes;
  double confidence = 0;  // 0 to 1, that this is what was asked and the reviews tell
  bool is_unknown = false;
  std::vector<std::string> suggestions;
};

[[nodiscard]] Answer compose_answer(const Evidence& evidence, const feedback::Reviews& reviews);

}  // namespace attune::insight
