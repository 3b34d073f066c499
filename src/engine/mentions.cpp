#include "engine/mentions.hpp"

#include "feedback/aspects.hpp"
#include "feedback/entities.hpp"

namespace attune::engine {

Mentions mentions_in(std::string_view text, std::span<const std::vector<inference::TagSpan>> spans,
                     const inference::ModelCard& card, std::span<const std::string> entity_types) {
  const auto spans_of = [&](std::string_view name) -> std::span<const inference::TagSpan> {
    for (std::size_t head = 0; head < spans.size(); ++head) {
      if (card.token_heads[head].name == name) return spans[head];
    }
    return {};
  };
  Mentions mentions;
  if (const auto terms = spans_of("aspect"); !terms.empty()) {
    mentions.aspects =
        feedback::pair_aspects(text, terms, card.find_token_head("aspect")->types, spans_of("opinion"));
  }
  mentions.entities = feedback::find_entities(text, spans_of("entity"), entity_types);
  return mentions;
}

}  // namespace attune::engine
