// Which words made a text feel as it does, by occlusion: a word weighs what the score loses without it
// (Zeiler, Fergus 2014, for images; Li, Monroe, Jurafsky 2016, "Understanding Neural Networks through
// Representation Erasure", for words). Faithful to the model by construction, since it is the model that is
// asked.
//
//   WordReasons reasons{text};
//   score every reasons.variants()[i]; weights = reasons.weights(scores);
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/normalize.hpp"

namespace attune::feedback {

// Bytes of the text. The weight, -1..1, is how far the word moves the score: above 0 towards praise.
struct WordReason {
  text::ByteRange bytes;
  float weight = 0;
};

class WordReasons {
 public:
  // Up to this many words each word is left out of the whole text; of a longer text, out of its sentence
  // alone, which costs in proportion to its length instead of its square.
  static constexpr std::size_t kMostWordsWhole = 60;
  static constexpr std::size_t kMostWords = 600;  // of a longer text the first ones are asked about

  explicit WordReasons(std::string_view text);

  [[nodiscard]] const std::vector<text::ByteRange>& sentences() const noexcept { return sentences_; }
  // The texts to score: first the whole, then each sentence, then the texts without a word.
  [[nodiscard]] const std::vector<std::string>& variants() const noexcept { return variants_; }
  [[nodiscard]] std::size_t variant_of_sentence(std::size_t sentence) const noexcept { return 1 + sentence; }
  // scores: one a variant, -1..1. Words in the order of the text.
  [[nodiscard]] std::vector<WordReason> weights(std::span<const float> scores) const;

 private:
  struct Word {
    text::ByteRange bytes;
    std::size_t context = 0;  // the variant it was left out of
    std::size_t without = 0;  // the variant it is missing in
    float share = 1;          // of the context in the whole text
  };

  std::vector<text::ByteRange> sentences_;
  std::vector<std::string> variants_;
  std::vector<Word> words_;
};

}  // namespace attune::feedback
