// The topics of a run: found or given, and which reviews belong to which.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/stepped.hpp"
#include "feedback/embedding.hpp"
#include "feedback/reviews.hpp"
#include "insight/topic_matcher.hpp"
#include "insight/topic_rules.hpp"

namespace attune::insight {

struct TopicIndex {
  TopicRules rules;
  TopicAssignment assignment;                            // of every review
  std::vector<std::vector<std::uint32_t>> term_reviews;  // [topic][term]: reviews that say it
  std::uint64_t texts = 0;                               // reviews with a text
  std::uint64_t read = 0;                                // texts the topics were found in; 0 for given rules

  // Index of a topic; rules.topics.size() if there is none of this id.
  [[nodiscard]] std::size_t find(std::string_view id) const;
  [[nodiscard]] bool belongs(feedback::Row row, std::size_t topic) const;
};

// At most this many texts are read to find topics: an even choice by what they say, whatever their order.
inline constexpr std::size_t kTopicReviews = 20'000;

// All arguments by reference must outlive it. `embeddings` may hold nothing.
[[nodiscard]] Stepped<TopicIndex> find_topic_index(const feedback::Reviews& reviews,
                                                   const feedback::EmbeddingColumn& embeddings,
                                                   std::string taxonomy, std::vector<TopicRule> pinned = {});

[[nodiscard]] Stepped<TopicIndex> index_topics(const feedback::Reviews& reviews, TopicRules rules);

// Which terms of a topic would make the second half of it: those said less with its first word than with the
// word that is said apart from it most. All false where it cannot be split.
[[nodiscard]] Stepped<std::vector<bool>> halves_of_topic(const feedback::Reviews& reviews,
                                                         const TopicIndex& index, std::size_t topic);

}  // namespace attune::insight
