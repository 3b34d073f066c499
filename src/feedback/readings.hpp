// All that was read in the reviews of a run, column by column. A model that lacks a part leaves its column
// empty: every row of it is unknown, or lists nothing.
//
// Memory per review at 28 emotions and 128 dimensions: 4 + 4 + 2 + 1 + 4 + 16 bytes, 180 more once it is
// read, and 16 a mention; 100,000 reviews take some 25 MB.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "feedback/embedding.hpp"
#include "feedback/emotion.hpp"
#include "feedback/intent.hpp"
#include "feedback/language.hpp"
#include "feedback/mentions.hpp"
#include "feedback/reviews.hpp"
#include "feedback/sentiment.hpp"
#include "inference/model_card.hpp"

namespace attune::feedback {

// What the model said about a row that people corrected (corrections.hpp).
struct Uncorrected {
  Feeling feeling;
  std::optional<Intent> intent;
};

struct Readings {
  FeelingColumn feelings;
  EmotionColumn emotions;
  IntentColumn intents;
  LanguageColumn languages;
  EmbeddingColumn embeddings;
  AspectColumn aspects;
  EntityColumn entities;
  std::vector<std::string> entity_types;   // "person", "date", ...
  std::map<Row, Uncorrected> uncorrected;  // by row; the columns hold the corrected values

  // Forgets everything; from now on the columns hold what a model of this card says. Null: no model.
  void reset(const inference::ModelCard* card);
  // New rows are unknown.
  void resize(std::size_t rows);
};

}  // namespace attune::feedback
