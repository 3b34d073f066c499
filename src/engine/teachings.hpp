// What people taught: it outlives the runs of a session and leaves and comes back as knowledge.json.
//
// Of corrected reviews the file holds numbers, not words (feedback/corrections.hpp); of custom intents it
// holds the examples, which the user wrote or chose.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "feedback/corrections.hpp"
#include "insight/share_of_voice.hpp"

namespace attune::engine {

struct TaughtIntent {
  std::string name;
  std::vector<std::string> examples;
  std::vector<std::vector<float>> embeddings;  // one an example, of the model in use
};

struct Teachings {
  feedback::Corrections corrections;
  std::vector<TaughtIntent> intents;  // by name
  bool uses_shop_stars = false;
  insight::BrandNames brands;

  // Puts it in its place, instead of one of the same name.
  void set_intent(TaughtIntent intent);
  // False where there is none of that name.
  bool remove_intent(std::string_view name);
};

[[nodiscard]] std::string knowledge_json(const Teachings& teachings);
// Fails with InvalidRequest if the text is no knowledge.json. Intents come without embeddings.
Result<Teachings> parse_knowledge(std::string_view json);

}  // namespace attune::engine
