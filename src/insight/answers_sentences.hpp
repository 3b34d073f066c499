// The sentences of answers and their parts, in the four languages: one line each in answers_sentences.inc.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "insight/answers_language.hpp"

namespace attune::insight {

enum class Sentence : std::uint8_t {
#define ATTUNE_SENTENCE(id, english, german, french, spanish) id,
#include "insight/answers_sentences.inc"
#undef ATTUNE_SENTENCE
};
#define ATTUNE_SENTENCE(id, english, german, french, spanish) +1
inline constexpr std::size_t kSentences = 0
#include "insight/answers_sentences.inc"
    ;
#undef ATTUNE_SENTENCE

// As it stands in the catalogue: "{0} of {1} {2} {3}: {4} {5}."
[[nodiscard]] std::string_view template_of(Sentence sentence, AnswerLanguage language) noexcept;

// With {0}, {1} ... filled in. What is filled in is not looked at again.
[[nodiscard]] std::string worded(Sentence sentence, AnswerLanguage language,
                                 std::initializer_list<std::string_view> parts = {});

}  // namespace attune::insight
