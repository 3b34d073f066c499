// The reviews that an answer speaks of, in words: which they are, and what they do.
#pragma once

#include <cstdint>
#include <string>

#include "insight/answers_question.hpp"
#include "insight/answers_sentences.hpp"
#include "snapshot/snapshot.hpp"

namespace attune::insight {

[[nodiscard]] std::string written_reviews(std::uint64_t number, AnswerLanguage language);  // "12 reviews"
// "(95 % interval 5 % to 9 %)"
[[nodiscard]] std::string share_interval_words(const snapshot::Estimate& share, AnswerLanguage language);
// "4.12 stars (95 % interval 4.05 to 4.19, 312 rated)"
[[nodiscard]] std::string rating_words(const snapshot::Estimate& rating, AnswerLanguage language);

// "reviews with 1 star of Croissant on Google since May 2025"; "reviews" when nothing narrows them.
[[nodiscard]] std::string scope_words(const Question& question, bool is_one = false);
// "mention waiting and coffee", "are negative", "mention waiting and are negative"; "" for any review.
[[nodiscard]] std::string asked_words(const Question& question, bool is_one);
// " that mention waiting", to stand behind the reviews; "" for any review. In German a comma ends it where
// the sentence goes on.
enum class Clause : std::uint8_t { Last, Inner };
[[nodiscard]] std::string asked_clause(const Question& question, Clause place, bool is_one = false);
[[nodiscard]] std::string word_for(Polarity polarity, bool is_one, AnswerLanguage language);  // "" for any

// The search that finds reviews about it, as typed into the list of reviews.
[[nodiscard]] std::string search_of(const Question& question);

}  // namespace attune::insight
