// The sentences to show for a topic: what somebody says of it, not how their review begins.
#pragma once

#include <cstdint>
#include <vector>

#include "feedback/reviews.hpp"
#include "feedback/sentiment.hpp"
#include "insight/topic_index.hpp"
#include "snapshot/figures.hpp"

namespace attune::insight {

// Keeps the strongest reviews of each side; does not depend on the order in which it sees them.
class QuoteChoice {
 public:
  void consider(const feedback::Reviews& reviews, const feedback::FeelingColumn& feelings, feedback::Row row,
                snapshot::Sentiment sentiment, bool is_main);
  // Up to two of either side, complaints first; the topic's words are highlighted.
  [[nodiscard]] std::vector<snapshot::Quote> pick(const feedback::Reviews& reviews,
                                                  const feedback::FeelingColumn& feelings,
                                                  const TopicIndex& index, std::size_t topic) const;

 private:
  static constexpr std::size_t kKept = 6;
  struct Candidate {
    float worth = 0;
    feedback::Row row = 0;
  };
  std::vector<Candidate> praise_, complaints_;  // best first
};

// The sentence of a review that says one of the topic's words, with those words highlighted; the strongest is
// the first that is of readable length. Empty text if there is none.
[[nodiscard]] snapshot::Quote quote_for_topic(const feedback::Reviews& reviews,
                                              const feedback::FeelingColumn& feelings, feedback::Row row,
                                              const TopicRule& rule);

}  // namespace attune::insight
