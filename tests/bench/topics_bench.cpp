// Finds topics in reviews from standard input, one a line, and prints them for tests/bench/topics_bench.py:
// first a line of JSON for each topic, then an empty line, then for each review its topics' ids, tabs
// between.
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "feedback/review_words.hpp"
#include "insight/term_table.hpp"
#include "insight/term_vectors.hpp"
#include "insight/topic_finder.hpp"
#include "insight/topic_matcher.hpp"

using namespace attune;

int main() {
  std::vector<std::string> reviews;
  for (std::string line; std::getline(std::cin, line);) reviews.push_back(line);

  insight::TermTable table;
  feedback::ReviewWords words;
  for (const std::string& review : reviews) table.add(words.read(review));
  table.finish();
  const insight::TermVectors vectors = insight::place_terms(table).run();
  insight::TopicRules rules;
  rules.topics = insight::find_topics(table, vectors).run();

  for (const insight::TopicRule& rule : rules.topics) {
    std::printf("{\"id\":\"%s\",\"name\":\"%s\",\"parent\":\"%s\",\"terms\":[", rule.id.c_str(),
                rule.name.c_str(), rule.parent.c_str());
    for (std::size_t i = 0; i < rule.terms.size(); ++i)
      std::printf("%s[\"%s\",%.3f]", i == 0 ? "" : ",", rule.terms[i].text.c_str(), rule.terms[i].weight);
    std::printf("]}\n");
  }
  std::printf("\n");
  insight::TopicMatcher matcher{rules};
  insight::TopicAssignment assignment;
  for (std::size_t row = 0; row < reviews.size(); ++row) {
    insight::assign(matcher.match(words.read(reviews[row])), rules, assignment);
    const auto topics = assignment.of(row);
    for (std::size_t i = 0; i < topics.size(); ++i)
      std::printf("%s%s", i == 0 ? "" : "\t", rules.topics[topics[i]].id.c_str());
    std::printf("\n");
  }
}
