// Topics as rules that a person can read, change, save and use again next month.
//
// A rule is a name and the words and phrases that belong to it. What is found in the reviews, what a taxonomy
// brings and what the user makes of both has this one form; so months that use the same rules compare.
//
//   {"attune":"topics","version":1,"taxonomy":"hotel","topics":[{"id":"staff","name":"Staff","parent":"",
//     "pinned":true,"terms":[{"text":"waiter","weight":1}]}]}
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "snapshot/topics.hpp"

namespace attune::insight {

struct TopicRule {
  std::string id;  // unique
  std::string name;
  std::string parent;  // id of a rule without terms of its own, or ""
  snapshot::TopicOrigin origin = snapshot::TopicOrigin::Found;
  bool is_pinned = false;
  struct TermOf {
    std::string text;
    double weight = 1;  // 0..1
    friend bool operator==(const TermOf&, const TermOf&) = default;
  };
  std::vector<TermOf> terms;  // most telling first
  friend bool operator==(const TopicRule&, const TopicRule&) = default;
};

// Parents stand before their children.
struct TopicRules {
  std::string taxonomy;
  bool is_edited = false;
  std::vector<TopicRule> topics;
  friend bool operator==(const TopicRules&, const TopicRules&) = default;
};

[[nodiscard]] std::string json_from_rules(const TopicRules& rules);
// Any bytes; what is no file of rules is an Error that says so in a sentence.
Result<TopicRules> rules_from_json(std::string_view json);

// Edits; an unknown id is an Error. A parent stands for all of its children.
Result<void> merge_topics(TopicRules& rules, std::string_view topic, std::string_view into);
Result<void> rename_topic(TopicRules& rules, std::string_view topic, std::string name);
Result<void> pin_topic(TopicRules& rules, std::string_view topic, bool pinned);
Result<void> delete_topic(TopicRules& rules, std::string_view topic);
// A topic of the first level without children becomes the parent of two. `second` says for each of its terms
// whether it goes into the second.
Result<void> split_topic(TopicRules& rules, std::string_view topic, const std::vector<bool>& second);

// Starting topics for a trade: "restaurant", "hotel", "shop", "app", "clinic", "services"; empty for any
// other name. Terms in English, German, French and Spanish.
[[nodiscard]] std::vector<std::string> taxonomy_names();
[[nodiscard]] std::vector<TopicRule> taxonomy(std::string_view name);

}  // namespace attune::insight
