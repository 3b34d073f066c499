// What the engine holds of a language model: how to cut texts for it and how to read its scores. The network
// itself runs with the host.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "inference/label_meanings.hpp"
#include "inference/model_card.hpp"
#include "text/language.hpp"
#include "text/pretrained_tokenizer.hpp"
#include "text/tokenizer.hpp"

namespace attune::engine {

class LanguageModel {
 public:
  // Our own, from the bytes of vocabulary.txt and card.json.
  static Result<LanguageModel> load(std::string_view vocabulary, std::string_view card);
  // A text classifier of the user's, from the bytes of tokenizer.json and config.json.
  static Result<LanguageModel> load_pretrained(std::string_view tokenizer, std::string_view config);

  inference::ModelCard card;

  // Replaces `ids` by the first max_tokens tokens and `sources` by the bytes of `text` each stands for.
  void encode(std::string_view text, std::size_t max_tokens, std::vector<std::int32_t>& ids,
              std::vector<text::ByteRange>& sources) const;
  [[nodiscard]] bool starts_word(std::int32_t id) const noexcept { return own_ && own_->starts_word(id); }
  // What stands before and behind every row; what fills a row up (-1: any id may be a token).
  [[nodiscard]] std::span<const std::int32_t> prefix() const noexcept;
  [[nodiscard]] std::span<const std::int32_t> suffix() const noexcept;
  [[nodiscard]] std::int32_t padding() const noexcept { return pretrained_ ? -1 : 0; }

  // The outputs of a batch in the form that `card` describes; `converted` holds them if they are not so
  // already. Fails with ModelMismatch where they do not fit.
  Result<std::span<const float>> in_own_form(std::span<const float> outputs, std::size_t rows,
                                             std::vector<float>& converted) const;

 private:
  LanguageModel() = default;

  std::optional<text::Tokenizer> own_;
  std::optional<text::PretrainedTokenizer> pretrained_;
  std::vector<inference::LabelMeaning> meanings_;  // of a pretrained model's labels
};

// What is loaded of all that understands texts; null: not there. They outlive whoever holds this.
struct LoadedModels {
  const LanguageModel* texts = nullptr;
  const text::LanguageIdentifier* languages = nullptr;
};

}  // namespace attune::engine
