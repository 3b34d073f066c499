#include "engine/language_model.hpp"

#include <string>
#include <utility>

namespace attune::engine {

Result<LanguageModel> LanguageModel::load(std::string_view vocabulary, std::string_view card) {
  Result<text::Tokenizer> tokenizer = text::Tokenizer::load(vocabulary);
  if (!tokenizer) return tokenizer.error();
  Result<inference::ModelCard> parsed = inference::parse_model_card(card);
  if (!parsed) return parsed.error();
  LanguageModel model;
  model.own_ = std::move(*tokenizer);
  model.card = std::move(*parsed);
  return model;
}

Result<LanguageModel> LanguageModel::load_pretrained(std::string_view tokenizer, std::string_view config) {
  Result<text::PretrainedTokenizer> loaded = text::PretrainedTokenizer::load(tokenizer);
  if (!loaded) return loaded.error();
  Result<inference::ClassifierCard> classifier = inference::parse_classifier_card(config);
  if (!classifier) return classifier.error();
  LanguageModel model;
  model.pretrained_ = std::move(*loaded);
  model.card = std::move(classifier->card);
  model.meanings_ = std::move(classifier->meanings);
  return model;
}

void LanguageModel::encode(std::string_view text, std::size_t max_tokens, std::vector<std::int32_t>& ids,
                           std::vector<text::ByteRange>& sources) const {
  if (own_) return own_->encode(text, max_tokens, ids, sources);
  pretrained_->encode(text, ids, sources);
  if (ids.size() <= max_tokens) return;
  ids.resize(max_tokens);
  sources.resize(max_tokens);
}

std::span<const std::int32_t> LanguageModel::prefix() const noexcept {
  return pretrained_ ? std::span<const std::int32_t>{pretrained_->prefix()} : std::span<const std::int32_t>{};
}

std::span<const std::int32_t> LanguageModel::suffix() const noexcept {
  return pretrained_ ? std::span<const std::int32_t>{pretrained_->suffix()} : std::span<const std::int32_t>{};
}

Result<std::span<const float>> LanguageModel::in_own_form(std::span<const float> outputs, std::size_t rows,
                                                          std::vector<float>& converted) const {
  if (own_) return outputs;
  if (outputs.size() != rows * meanings_.size()) {
    return Error{ErrorCode::ModelMismatch,
                 "The model and its config.json do not belong together. Choose the files of one model.",
                 std::to_string(outputs.size()) + " numbers for " + std::to_string(rows) + " rows of " +
                     std::to_string(meanings_.size()) + " labels"};
  }
  converted = inference::scores_from_logits(outputs, meanings_);
  return std::span<const float>{converted};
}

}  // namespace attune::engine
