// Cuts text into the word pieces that the model was trained on.
//
// The twin of models/train/tokenizer.py, whose first lines say exactly what is done; both must agree token
// for token (tests/unit/text/tokenizer_golden_test.cpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "text/normalize.hpp"
#include "text/piece_trie.hpp"

namespace attune::text {

// Ids with a fixed meaning: the first lines of every vocabulary.
enum SpecialToken : std::int32_t { kPad, kUnknown, kMask, kCapitals, kLong, kUrl, kUser, kNumber };

class Tokenizer {
 public:
  // vocabulary: the bytes of vocabulary.txt, one piece a line, "##" before a piece that continues a word; a
  // line's number, from 0, is its id. Fails if it does not begin with the special tokens or lacks the digits.
  static Result<Tokenizer> load(std::string_view vocabulary);

  // Replaces `ids` by the first max_tokens tokens. Any bytes are accepted; text without words gives none.
  void encode(std::string_view text, std::size_t max_tokens, std::vector<std::int32_t>& ids) const;

  // The same, with the bytes of `text` that each token stands for: ascending, the markers for capitals and
  // long letters sharing the bytes of their word.
  void encode(std::string_view text, std::size_t max_tokens, std::vector<std::int32_t>& ids,
              std::vector<ByteRange>& sources) const;

  // The token is the first piece of a word, a number, a mark or the like: neither what continues one, nor a
  // marker before it, nor padding. An unknown letter inside a word counts as a start.
  [[nodiscard]] bool starts_word(std::int32_t id) const noexcept {
    return id >= 0 && static_cast<std::size_t>(id) < starts_word_.size() &&
           starts_word_[static_cast<std::size_t>(id)];
  }

  // One more than the highest id.
  [[nodiscard]] std::size_t vocabulary_size() const noexcept { return vocabulary_size_; }

 private:
  Tokenizer() = default;

  PieceTrie pieces_;
  std::vector<bool> starts_word_;  // by id
  std::size_t vocabulary_size_ = 0;
};

}  // namespace attune::text
