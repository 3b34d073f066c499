// From tags of tokens to stretches of the text: words that belong together, with what they are.
//
//   find_tagged_words(tokens of a window) -> words;  choose_labels(words, tags of the row, head) -> a label a
//   word spans_from_labels(words, labels, head) -> stretches of the text
//
// Words of all windows of a text are strung together before the last step, so that a name may reach across
// the edge of two windows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "inference/model_card.hpp"
#include "text/normalize.hpp"

namespace attune::inference {

// A word of a text and where its tags stand: at its first piece, as in training.
struct TaggedWord {
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  std::uint32_t token = 0;             // of the window's row
  bool follows_the_one_before = true;  // false: words in between were left out
  std::uint8_t written = 0;            // HowWritten; see how_written.hpp
};

// Of each head the label chosen for a word.
struct ChosenLabel {
  std::uint8_t label = 0;  // index into the head's labels
  float p = 0;
};

struct TagSpan {
  text::ByteRange bytes;
  std::uint8_t type = 0;  // index into the head's types
  float p = 0;            // the mean over its words
  friend bool operator==(const TagSpan&, const TagSpan&) = default;
};

// is_word_start[i]: token i is the first piece of a word. Tokens before the first word start are markers.
// Appends the words of one window; `is_adjacent`: the window begins where the one before ended.
void find_tagged_words(std::span<const text::ByteRange> sources, const std::vector<bool>& is_word_start,
                       bool is_adjacent, std::vector<TaggedWord>& words);

// The most probable label of each word, of equals the first; how the word is written adds to the logits where
// the head says so. tags: [width, tag_total] of the window's row.
// Appends one label a word.
void choose_labels(std::span<const TaggedWord> words, std::span<const float> tags, std::size_t tag_total,
                   const TokenHead& head, std::vector<ChosenLabel>& labels);

// Spans in the order of the text. An inside label without a beginning begins a span of its own.
[[nodiscard]] std::vector<TagSpan> spans_from_labels(std::span<const TaggedWord> words,
                                                     std::span<const ChosenLabel> labels,
                                                     const TokenHead& head);

}  // namespace attune::inference
