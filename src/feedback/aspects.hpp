// Which opinion belongs to which aspect: the model marks the terms with their polarity and the words of
// opinion; what belongs together stands close together.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feedback/mentions.hpp"
#include "inference/token_tags.hpp"

namespace attune::feedback {

// polarity_names: of the types of `terms`: "positive", "negative", "neutral" (others count as neutral).
//
// An aspect takes the nearest opinion that no sentence end parts from it; a comma, semicolon or bracket in
// between counts as far as kClauseBytes bytes. Several aspects may share an opinion ("good food and
// service").
[[nodiscard]] std::vector<Aspect> pair_aspects(std::string_view text,
                                               std::span<const inference::TagSpan> terms,
                                               std::span<const std::string> polarity_names,
                                               std::span<const inference::TagSpan> opinions);

}  // namespace attune::feedback
