// The "normalizer" of a Hugging Face tokenizer.json: what happens to a text before it is cut. Each character
// keeps the bytes it came from.
//
// Known are BertNormalizer, Precompiled (the character map that SentencePiece models carry along), Lowercase,
// Strip, StripAccents (also after NFD), NFC for letters with one accent, Replace by a string or of runs of
// spaces, Prepend, and sequences of them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "text/normalize.hpp"

namespace attune::text {

// Decodes without changing anything but broken bytes.
void decode_text(std::string_view text, FoldedText& decoded);

class PretrainedNormalizer {
 public:
  struct Bert {
    bool cleans = true, spaces_ideographs = true, strips_accents = false, lowers = true;
  };
  struct Lowercase {};
  struct StripAccents {};
  struct Decompose {};  // NFD; only before StripAccents, which does it as well
  struct Compose {};    // NFC
  struct Strip {
    bool left = true, right = true;
  };
  // A Darts double-array trie of UTF-8 and the strings it leads to, ended by zeros.
  struct Precompiled {
    std::vector<std::uint32_t> trie;
    std::string replacements;
  };
  struct Replace {
    std::u32string pattern;  // empty: runs of two or more spaces
    std::u32string content;
  };
  struct Prepend {
    std::u32string content;
  };
  using Step =
      std::variant<Bert, Lowercase, StripAccents, Decompose, Compose, Strip, Precompiled, Replace, Prepend>;

  // json: the value of "normalizer", "null" for none. Fails with UnsupportedFormat, naming what is not known.
  static Result<PretrainedNormalizer> parse(std::string_view json);

  void apply(FoldedText& text) const;
  [[nodiscard]] std::size_t step_count() const noexcept { return steps_.size(); }

 private:
  std::vector<Step> steps_;
};

}  // namespace attune::text
