// What the engine holds of a language model: how to cut texts for it and how to read its scores. The network
// itself runs with the host.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "inference/model_card.hpp"
#include "text/language.hpp"
#include "text/tokenizer.hpp"

namespace attune::engine {

struct LanguageModel {
  text::Tokenizer tokenizer;
  inference::ModelCard card;

  // From the bytes of vocabulary.txt and card.json.
  static Result<LanguageModel> load(std::string_view vocabulary, std::string_view card);
};

// What is loaded of all that understands texts; null: not there. They outlive whoever holds this.
struct LoadedModels {
  const LanguageModel* texts = nullptr;
  const text::LanguageIdentifier* languages = nullptr;
};

}  // namespace attune::engine
