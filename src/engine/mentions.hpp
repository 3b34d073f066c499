// From the stretches a model marked in a text to aspects with their opinions, and entities.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feedback/mentions.hpp"
#include "inference/model_card.hpp"
#include "inference/token_tags.hpp"

namespace attune::engine {

struct Mentions {
  std::vector<feedback::Aspect> aspects;
  std::vector<feedback::Entity> entities;
};

// spans: one list for each of the card's token heads, as ScoringQueue gives them; none where it has no tags.
// entity_types: feedback::entity_types_of the card.
[[nodiscard]] Mentions mentions_in(std::string_view text,
                                   std::span<const std::vector<inference::TagSpan>> spans,
                                   const inference::ModelCard& card,
                                   std::span<const std::string> entity_types);

}  // namespace attune::engine
