// What the lexicon's concepts are called in each language, alone and within a sentence.
#pragma once

#include <string>
#include <string_view>

#include "insight/answers_language.hpp"
#include "insight/answers_question.hpp"

namespace attune::insight {

// `label` is the concept's English one, "waiting"; one that is not known is returned as it is.
[[nodiscard]] std::string concept_label(std::string_view label, AnswerLanguage language);  // "attente"
[[nodiscard]] std::string concept_named(std::string_view label, AnswerLanguage language);  // "l’attente"
// Behind "mention": "al personal" where Spanish takes the preposition, else as concept_named.
[[nodiscard]] std::string concept_object(std::string_view label, AnswerLanguage language);

// A concept as what a question is about.
[[nodiscard]] AboutTerm concept_term(std::string_view label, std::string_view search,
                                     AnswerLanguage language);
// A word of the question's own, which is quoted but in English.
[[nodiscard]] AboutTerm word_term(std::string_view word, std::string search, AnswerLanguage language);

}  // namespace attune::insight
