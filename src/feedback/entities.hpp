// People, places, products and the like as the model marks them, together with what exact rules find: dates,
// sums of money, e-mail addresses, phone numbers (text/exact_mentions.hpp).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feedback/mentions.hpp"
#include "inference/model_card.hpp"
#include "inference/token_tags.hpp"

namespace attune::feedback {

// The types that entities can have: those of the card's head "entity" in its order, then those of the rules
// that it lacks. Null: no model.
[[nodiscard]] std::vector<std::string> entity_types_of(const inference::ModelCard* card);

// spans: of the head "entity"; types: entity_types_of() the same card. In the order of the text, none
// overlapping. Where both find something at the same place, the rule decides what it is; if they agree, it
// reaches as far as either says.
[[nodiscard]] std::vector<Entity> find_entities(std::string_view text,
                                                std::span<const inference::TagSpan> spans,
                                                std::span<const std::string> types);

}  // namespace attune::feedback
