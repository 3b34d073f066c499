#include "inference/token_tags.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace attune::inference {

void find_tagged_words(std::span<const text::ByteRange> sources, const std::vector<bool>& is_word_start,
                       bool is_adjacent, std::vector<TaggedWord>& words) {
  bool is_open = false;  // the word before takes in what continues it
  bool follows = is_adjacent;
  for (std::size_t token = 0; token < sources.size(); ++token) {
    if (is_word_start[token]) {
      words.push_back({.begin = static_cast<std::uint32_t>(sources[token].begin),
                       .end = static_cast<std::uint32_t>(sources[token].end),
                       .token = static_cast<std::uint32_t>(token),
                       .follows_the_one_before = follows});
      is_open = true;
      follows = true;
    } else if (is_open && sources[token].begin == words.back().end) {
      words.back().end = static_cast<std::uint32_t>(sources[token].end);
    }
  }
}

void choose_labels(std::span<const TaggedWord> words, std::span<const float> tags, std::size_t tag_total,
                   const TokenHead& head, std::vector<ChosenLabel>& labels) {
  std::vector<float> logits;
  for (const TaggedWord& word : words) {
    assert((word.token + 1) * tag_total <= tags.size());
    const auto given = tags.subspan(word.token * tag_total + head.offset, head.size);
    logits.assign(given.begin(), given.end());
    if (!head.written.empty()) {
      for (std::size_t label = 0; label < head.size; ++label)
        logits[label] += head.written[word.written * head.size + label];
    }
    const auto top = std::max_element(logits.begin(), logits.end());
    float sum = 0;
    for (const float logit : logits) sum += std::exp(logit - *top);
    labels.push_back({.label = static_cast<std::uint8_t>(top - logits.begin()), .p = 1 / sum});
  }
}

std::vector<TagSpan> spans_from_labels(std::span<const TaggedWord> words, std::span<const ChosenLabel> labels,
                                       const TokenHead& head) {
  assert(words.size() == labels.size());
  std::vector<TagSpan> spans;
  std::size_t words_in_span = 0;  // 0: none is open
  for (std::size_t at = 0; at < words.size(); ++at) {
    const TagLabel tag = head.labels[labels[at].label];
    if (tag.place == TagLabel::Place::Outside) {
      words_in_span = 0;
      continue;
    }
    const bool continues = tag.place == TagLabel::Place::Inside && words_in_span > 0 &&
                           spans.back().type == tag.type && words[at].follows_the_one_before;
    if (!continues) {
      spans.push_back({.bytes = {words[at].begin, words[at].end}, .type = tag.type, .p = labels[at].p});
      words_in_span = 1;
      continue;
    }
    TagSpan& span = spans.back();
    span.bytes.end = words[at].end;
    const auto count = static_cast<float>(words_in_span);
    span.p = (span.p * count + labels[at].p) / (count + 1);
    ++words_in_span;
  }
  return spans;
}

}  // namespace attune::inference
