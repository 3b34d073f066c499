// The tokenizer of somebody else's model, read from a Hugging Face tokenizer.json: its ids equal the
// reference's for what is known here (pretrained_normalizer.hpp, subword_models.hpp, and below).
//
// Known pre-tokenizers: BertPreTokenizer, ByteLevel, Metaspace, Whitespace, WhitespaceSplit, Punctuation,
// Digits, and sequences of them. Known post-processors: TemplateProcessing, BertProcessing,
// RobertaProcessing, ByteLevel. What is not known is refused, never guessed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "text/normalize.hpp"
#include "text/pretrained_normalizer.hpp"
#include "text/subword_models.hpp"

namespace attune::text {

class PretrainedTokenizer {
 public:
  // json: the bytes of tokenizer.json. Fails with UnsupportedFormat or CorruptData.
  static Result<PretrainedTokenizer> load(std::string_view json);

  // Replaces `ids` by the text's tokens, without those that stand around every text, and `sources` by the
  // bytes of `text` each stands for. Any bytes are accepted.
  void encode(std::string_view text, std::vector<std::int32_t>& ids, std::vector<ByteRange>& sources) const;

  // What stands before and behind every text: "[CLS]", "[SEP]".
  [[nodiscard]] const std::vector<std::int32_t>& prefix() const noexcept { return prefix_; }
  [[nodiscard]] const std::vector<std::int32_t>& suffix() const noexcept { return suffix_; }
  [[nodiscard]] std::int32_t padding() const noexcept { return padding_; }

  // How a text is cut into words before the model cuts those into pieces.
  struct SplitBert {};
  struct SplitBytes {
    bool adds_space = true, splits = true;
  };
  enum class WhenSpaced : std::uint8_t { Always, First, Never };
  struct SplitMetaspace {
    char32_t mark = U'\u2581';
    WhenSpaced when = WhenSpaced::Always;
    bool splits = true;
  };
  struct SplitWords {};  // letters and digits together, other signs together
  struct SplitSpaces {};
  struct SplitPunctuation {};
  struct SplitDigits {
    bool singly = false;
  };
  using Split = std::variant<SplitBert, SplitBytes, SplitMetaspace, SplitWords, SplitSpaces, SplitPunctuation,
                             SplitDigits>;

 private:
  struct AddedToken {
    std::string content;
    std::int32_t id = 0;
    bool takes_spaces_before = false, takes_spaces_behind = false;
  };
  friend struct PretrainedReader;

  void encode_piece(std::string_view text, std::size_t begin, std::size_t end, std::vector<std::int32_t>& ids,
                    std::vector<ByteRange>& sources) const;

  PretrainedNormalizer normalizer_;
  std::vector<Split> splits_;
  std::shared_ptr<const SubwordModel> model_;
  std::vector<AddedToken> added_;  // the longest first
  std::vector<std::int32_t> prefix_, suffix_;
  std::int32_t padding_ = 0;
};

}  // namespace attune::text
