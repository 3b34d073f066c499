#include "engine/language_model.hpp"

#include <utility>

namespace attune::engine {

Result<LanguageModel> LanguageModel::load(std::string_view vocabulary, std::string_view card) {
  Result<text::Tokenizer> tokenizer = text::Tokenizer::load(vocabulary);
  if (!tokenizer) return tokenizer.error();
  Result<inference::ModelCard> parsed = inference::parse_model_card(card);
  if (!parsed) return parsed.error();
  return LanguageModel{std::move(*tokenizer), std::move(*parsed)};
}

}  // namespace attune::engine
