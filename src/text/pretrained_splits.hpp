// Pre-tokenizers: from a normalised text to words.
#pragma once

#include <vector>

#include "text/pretrained_tokenizer.hpp"

namespace attune::text {

// Cuts each word further. is_first: the words begin where the text begins.
[[nodiscard]] std::vector<FoldedText> split_words(const PretrainedTokenizer::Split& split,
                                                  std::vector<FoldedText> words, bool is_first);

}  // namespace attune::text
