#include "insight/topic_matcher.hpp"

#include <algorithm>

#include "insight/folded_words.hpp"

namespace attune::insight {
namespace {

constexpr std::size_t kMostSurfaces = 200'000;  // remembered; the rest are folded each time

std::uint64_t edge(std::uint32_t node, std::uint32_t word) noexcept {
  return static_cast<std::uint64_t>(node) << 32U | word;
}

}  // namespace

TopicMatcher::TopicMatcher(const TopicRules& rules) : nodes_(1) {
  for (std::uint32_t topic = 0; topic < rules.topics.size(); ++topic) {
    const auto& terms = rules.topics[topic].terms;
    for (std::uint32_t term = 0; term < terms.size(); ++term) {
      std::uint32_t node = 0;
      std::string_view rest = terms[term].text;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (end > 0) {
          const auto word = unsorted_words_
                                .emplace(folded_word(rest.substr(0, end)),
                                         static_cast<std::uint32_t>(unsorted_words_.size()))
                                .first->second;
          const auto [next, is_new] =
              unsorted_edges_.emplace(edge(node, word), static_cast<std::uint32_t>(nodes_.size()));
          if (is_new) nodes_.emplace_back();
          node = next->second;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
      // A word belongs to the first rule that names it.
      if (node != 0 && nodes_[node].topic == kUnknown) nodes_[node] = {topic, term};
    }
  }
}

std::uint32_t TopicMatcher::word_of(std::string_view surface) {
  if (surface.empty()) return kUnknown;
  if (const auto known = unsorted_surfaces_.find(surface); known != unsorted_surfaces_.end())
    return known->second;
  const auto found = unsorted_words_.find(folded_word(surface));
  const std::uint32_t word = found == unsorted_words_.end() ? kUnknown : found->second;
  if (unsorted_surfaces_.size() < kMostSurfaces) unsorted_surfaces_.emplace(surface, word);
  return word;
}

std::span<const TopicMention> TopicMatcher::match(std::span<const std::string_view> words) {
  ids_.clear();
  mentions_.clear();
  for (const std::string_view word : words) ids_.push_back(word_of(word));
  for (std::size_t at = 0; at < ids_.size();) {
    std::uint32_t node = 0;
    std::size_t length = 0;
    TopicMention found{kUnknown, 0};
    for (std::size_t next = at; next < ids_.size() && ids_[next] != kUnknown; ++next) {
      const auto to = unsorted_edges_.find(edge(node, ids_[next]));
      if (to == unsorted_edges_.end()) break;
      node = to->second;
      if (nodes_[node].topic != kUnknown) {
        found = {nodes_[node].topic, nodes_[node].term};
        length = next + 1 - at;
      }
    }
    if (length > 0) mentions_.push_back(found);
    at += std::max<std::size_t>(length, 1);
  }
  return mentions_;
}

void assign(std::span<const TopicMention> mentions, const TopicRules& rules, TopicAssignment& assignment) {
  struct Counted {
    std::uint16_t topic;
    std::uint32_t mentions;
  };
  std::vector<Counted> counted;
  const auto add = [&](std::size_t topic, std::uint32_t times) {
    const auto known =
        std::find_if(counted.begin(), counted.end(), [&](const Counted& one) { return one.topic == topic; });
    if (known != counted.end()) {
      known->mentions += times;
    } else {
      counted.push_back({static_cast<std::uint16_t>(topic), times});
    }
  };
  for (const TopicMention& mention : mentions) add(mention.topic, 1);
  // Of topics mentioned equally often the one that comes first in the text.
  std::stable_sort(counted.begin(), counted.end(),
                   [](const Counted& a, const Counted& b) { return a.mentions > b.mentions; });
  const std::size_t leaves = counted.size();
  for (std::size_t i = 0; i < leaves; ++i) {
    const std::string& parent = rules.topics[counted[i].topic].parent;
    if (parent.empty()) continue;
    const auto found = std::find_if(rules.topics.begin(), rules.topics.end(),
                                    [&](const TopicRule& rule) { return rule.id == parent; });
    if (found != rules.topics.end()) add(static_cast<std::size_t>(found - rules.topics.begin()), 0);
  }
  for (const Counted& one : counted) assignment.topics.push_back(one.topic);
  assignment.begins.push_back(static_cast<std::uint32_t>(assignment.topics.size()));
}

}  // namespace attune::insight
