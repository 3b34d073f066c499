// Which topics each review belongs to: it says one of their words.
//
// Of two phrases that overlap the longer counts, so that "front desk" is not also a "desk".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "insight/topic_rules.hpp"

namespace attune::insight {

struct TopicMention {
  std::uint32_t topic = 0;  // index into the rules
  std::uint32_t term = 0;   // index into its terms
};

class TopicMatcher {
 public:
  explicit TopicMatcher(const TopicRules& rules);  // which must outlive it

  // Every mention in order; valid until the next call. Words as of feedback/review_words.hpp.
  std::span<const TopicMention> match(std::span<const std::string_view> words);

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  static constexpr std::uint32_t kUnknown = ~0U;
  struct Node {  // of a trie over folded words
    std::uint32_t topic = kUnknown, term = 0;
  };

  std::uint32_t word_of(std::string_view surface);

  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> unsorted_words_;     // folded
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> unsorted_surfaces_;  // seen so far
  std::vector<Node> nodes_;
  std::unordered_map<std::uint64_t, std::uint32_t> unsorted_edges_;  // node << 32 | word -> node
  std::vector<std::uint32_t> ids_;
  std::vector<TopicMention> mentions_;
};

// The topics of all reviews: those of review r are topics[begins[r]] to topics[begins[r + 1]], each once,
// parents included, the one it is most about first.
struct TopicAssignment {
  std::vector<std::uint32_t> begins{0};
  std::vector<std::uint16_t> topics;
  [[nodiscard]] std::size_t size() const noexcept { return begins.size() - 1; }
  [[nodiscard]] std::span<const std::uint16_t> of(std::size_t row) const {
    return std::span{topics}.subspan(begins[row], begins[row + 1] - begins[row]);
  }
};

// Adds the next review's topics.
void assign(std::span<const TopicMention> mentions, const TopicRules& rules, TopicAssignment& assignment);

}  // namespace attune::insight
