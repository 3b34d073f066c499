#include "insight/answers_sentences.hpp"

#include <array>
#include <cassert>

namespace attune::insight {
namespace {

constexpr std::array<std::array<std::string_view, 4>, kSentences> kCatalogue{{
#define ATTUNE_SENTENCE(id, english, german, french, spanish) {english, german, french, spanish},
#include "insight/answers_sentences.inc"
#undef ATTUNE_SENTENCE
}};

}  // namespace

std::string_view template_of(Sentence sentence, AnswerLanguage language) noexcept {
  return kCatalogue[static_cast<std::size_t>(sentence)][static_cast<std::size_t>(language)];
}

std::string worded(Sentence sentence, AnswerLanguage language,
                   std::initializer_list<std::string_view> parts) {
  const std::string_view pattern = template_of(sentence, language);
  std::string words;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '{') {
      words += pattern[at];
      continue;
    }
    const auto part = static_cast<std::size_t>(pattern[at + 1] - '0');
    assert(part < parts.size() && pattern[at + 2] == '}');
    words += parts.begin()[part];
    at += 2;
  }
  return words;
}

}  // namespace attune::insight
