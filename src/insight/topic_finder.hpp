// Finds what reviews are about, without set-up: groups of terms that are said in the same surroundings.
//
// The most telling nouns become heads, from the most frequent down, each unlike those before it; every other
// term joins the head whose group it is closest to, or none. Heads whose groups are close share a parent. As
// heads are the frequent words of the data, a few more reviews change little: topics_test.cpp measures it.
#pragma once

#include <vector>

#include "base/stepped.hpp"
#include "insight/term_table.hpp"
#include "insight/term_vectors.hpp"
#include "insight/topic_rules.hpp"

namespace attune::insight {

struct TopicFinderOptions {
  std::size_t most_topics = 36;
  std::size_t most_terms = 80;     // of a topic
  double least_share = 0.02;       // of the reviews that a head must be in
  double same_from = 0.48;         // a noun this close to a head is no head of its own
  double joins_from = 0.52;        // a noun this close to a group joins it
  double plain_joins_from = 0.60;  // a word that is no noun must be closer
  double siblings_from = 0.42;     // groups this close get one parent
};

// Topics of the table with these vectors; both must outlive it. `given` (a taxonomy, pinned topics) come
// first and keep their terms; further terms may join them.
[[nodiscard]] Stepped<std::vector<TopicRule>> find_topics(const TermTable& table, const TermVectors& vectors,
                                                          std::vector<TopicRule> given = {},
                                                          TopicFinderOptions options = {});

}  // namespace attune::insight
