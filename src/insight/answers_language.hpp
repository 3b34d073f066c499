// The language that a question is put in, and its answer with it: English, German, French or Spanish.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "insight/question_words.hpp"

namespace attune::insight {

enum class AnswerLanguage : std::uint8_t { English, German, French, Spanish };

[[nodiscard]] std::string_view code_of(AnswerLanguage language) noexcept;  // ISO 639-1: "de"
// "de", "de-AT" and "DE" are German; nullopt for any other language.
[[nodiscard]] std::optional<AnswerLanguage> language_from_code(std::string_view code) noexcept;

// By the small words of a question, those of names that it uses (`words.used`) left aside. `otherwise` where
// no language has more of them than the others.
[[nodiscard]] AnswerLanguage language_of(const QuestionWords& words, AnswerLanguage otherwise);

}  // namespace attune::insight
