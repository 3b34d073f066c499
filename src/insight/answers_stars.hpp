// Which stars a question speaks of: "1-star", "five stars", "4 or 5 stars", "below 3 stars", "low ratings",
// in English, German, French and Spanish.
#pragma once

#include <vector>

#include "insight/question_words.hpp"

namespace attune::insight {

// 1 to 5 in order, each once; empty where the question says nothing of them. Marks the words that said so.
[[nodiscard]] std::vector<int> find_stars(QuestionWords& words);

}  // namespace attune::insight
